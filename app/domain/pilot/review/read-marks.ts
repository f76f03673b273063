import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { ReviewSettings } from '#app/domain/pilot/calls/model.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { answersWanted, type Level, pointsOf } from '#app/domain/pilot/rubrics/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { officeSight } from './apart.ts';
import { notInvolved } from './involved.ts';
import { pseudonym } from './pseudonym.ts';
import { assignments, marks } from './tables.server.ts';

/** 一行评分 that counts: submitted and not set aside. Points are null for what is not applicable and for the negative list; weight 0 is a must-rule or negative item. */
export type MarkRow = {
  callId: string; applicationId: string; expertId: string; assignmentId: string; itemId: string;
  level: Level | null; points: number | null; weight: number; submittedAt: Date;
};

export type MarksAsked = { callId?: string; applicationIds?: readonly string[]; round: number };

/** 读评分: the marks of a round for those who see the table of marks there; other applications are as if they had none. Where the office reads without names, an expert is a pseudonym of the call. */
export async function readMarks(ctx: Ctx, { callId, applicationIds, round }: MarksAsked): Promise<MarkRow[]> {
  allowAnywhere(ctx, 'review.table');
  const rows = await ctx.db
    .select({
      callId: applications.callId, status: applications.status, applicationId: assignments.applicationId, expertId: assignments.expertId, assignmentId: assignments.id,
      submittedAt: assignments.submittedAt, itemId: marks.itemId, level: marks.level, score: marks.score,
    })
    .from(marks)
    .innerJoin(assignments, eq(assignments.id, marks.assignmentId))
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .where(and(
      eq(assignments.state, 'submitted'), isNull(assignments.setAsideAt), eq(assignments.round, round),
      within(ctx, 'review.table', applications.regionCode), notInvolved(ctx),
      callId === undefined ? undefined : eq(applications.callId, callId),
      applicationIds === undefined ? undefined : inArray(assignments.applicationId, [...applicationIds]),
    ))
    .orderBy(asc(assignments.id), asc(marks.itemId));
  const scales = await scalesOf(ctx, [...new Set(rows.map((row) => row.callId))]);
  const asked = await askedIn(ctx, [...new Set(rows.map((row) => row.applicationId))], round);
  return rows.flatMap(({ score, submittedAt, status, ...row }) => {
    const scale = scales.get(row.callId);
    const weight = scale?.weights.get(row.itemId);
    if (!scale || weight === undefined || submittedAt === null) return [];
    const mark = { ...row, points: pointsOf({ level: row.level, score }, scale.range), weight, submittedAt };
    const sight = officeSight({ status, call: { review: scale.review } }, asked.get(row.applicationId) ?? [], round);
    if (!sight.marks) return [];
    if (sight.reviewers === 'names') return [mark];
    const stands = pseudonym(row.callId, row.expertId);
    return [{ ...mark, expertId: stands, assignmentId: `${stands} ${row.applicationId}` }];
  });
}

/** Who was asked about each of these applications, and how far they are. */
async function askedIn(ctx: Ctx, applicationIds: readonly string[], round: number) {
  const rows = await ctx.db
    .select({ applicationId: assignments.applicationId, round: assignments.round, state: assignments.state, setAsideAt: assignments.setAsideAt })
    .from(assignments)
    .where(and(eq(assignments.round, round), inArray(assignments.applicationId, [...applicationIds])));
  return Map.groupBy(rows, (row) => row.applicationId);
}

/** The weights and the range of each call: 0 for what is answered beside the marks. */
async function scalesOf(ctx: Ctx, ids: readonly string[]) {
  const found = ids.length === 0 ? [] : await ctx.db.select().from(calls).where(inArray(calls.id, [...ids]));
  const scales = new Map<string, { weights: Map<string, number>; range: { from: number; to: number }; review: ReviewSettings }>();
  for (const call of found) {
    const rubric = await rubricOfCall(ctx, call);
    const weights = new Map(answersWanted(rubric).map(({ id }) => [id, 0]));
    for (const { id, weight } of rubric.items) weights.set(id, weight);
    scales.set(call.id, { weights, range: { from: call.review.scoreFrom, to: call.review.scoreTo }, review: call.review });
  }
  return scales;
}
