import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { getApplication } from '#app/domain/pilot/applications/read.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { totalOf } from '#app/domain/pilot/rubrics/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { sees, stageOf } from './blindness.ts';
import { rounded } from './model.ts';
import { assignments, marks } from './tables.server.ts';

/** 申报单位看到的评分: nothing before the decision; after it as much as the call settled, in an order that says nothing, never a name. */
export async function reviewForApplicant(ctx: Ctx, applicationId: string) {
  return marksForApplicant(ctx, await getApplication(ctx, applicationId));
}

/** The same for those who have read the application already. */
export async function marksForApplicant(ctx: Ctx, application: Awaited<ReturnType<typeof getApplication>>) {
  const { id: applicationId, call: { review } } = application;
  const sights = new Map([1, 2].map((round) => [round, sees(review, stageOf(application, round), { kind: 'applicant' })]));
  const rounds = [1, 2].filter((round) => sights.get(round)!.marks);
  if (rounds.length === 0) return null;
  const rows = await ctx.db
    .select({ id: assignments.id, round: assignments.round, overall: assignments.overall })
    .from(assignments)
    .where(and(eq(assignments.applicationId, applicationId), eq(assignments.state, 'submitted'), isNull(assignments.setAsideAt), inArray(assignments.round, rounds)))
    .orderBy(assignments.round, sql`md5(${assignments.id}::text)`)
    .limit(100);
  const given = await ctx.db
    .select({ assignmentId: marks.assignmentId, itemId: marks.itemId, level: marks.level, score: marks.score, note: marks.note })
    .from(marks)
    .where(inArray(marks.assignmentId, rows.map(({ id }) => id)))
    .orderBy(marks.itemId);
  const rubric = await rubricOfCall(ctx, application.call);
  const reviews = rows.map(({ id, round, overall }, at) => {
    const { notes } = sights.get(round)!;
    const own = given.filter(({ assignmentId }) => assignmentId === id).map(({ assignmentId: _, ...mark }) => mark);
    const { total } = totalOf(rubric, own, { from: review.scoreFrom, to: review.scoreTo });
    return { at: at + 1, total: rounded(total), overall: notes ? overall : '', marks: own.map((mark) => ({ ...mark, note: notes ? mark.note : '' })) };
  });
  return { items: [...rubric.items, ...rubric.mustRules, ...rubric.negativeList].map(({ id, zh, en }) => ({ id, zh, en })), reviews };
}
