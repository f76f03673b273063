import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { StoredFile } from '#app/domain/base/files/read.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { paperOf } from '#app/domain/pilot/applications/open-paper.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { contentOf } from '#app/domain/pilot/applications/submitted.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AssignmentState } from './model.ts';
import { assignments, marks } from './tables.server.ts';

/** 我的评审分栏: to answer, to score, done. */
const reviewTabs = { new: ['assigned'], scoring: ['accepted'], done: ['submitted', 'conflict'] } as const satisfies Record<string, readonly AssignmentState[]>;
export type ReviewTab = keyof typeof reviewTabs;

/** An expert sees an assignment of their own that was not withdrawn; any other does not exist for them. */
function mine(ctx: Ctx) {
  allowAnywhere(ctx, 'review.score');
  return and(eq(assignments.expertId, ctx.actor.id), ne(assignments.state, 'withdrawn'));
}

/** 我的评审: what was assigned to this expert, and nothing about anybody else. */
export async function listMyReviews(ctx: Ctx, filter: Cursor & { tab?: ReviewTab | undefined } = {}) {
  const { where, order, limit } = keyset(assignments.id, filter);
  const rows = await ctx.db
    .select({
      id: assignments.id, state: assignments.state, dueOn: assignments.dueOn, assignedAt: assignments.assignedAt, submittedAt: assignments.submittedAt,
      number: applications.number, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt), callTitle: calls.title, callTitleEn: calls.titleEn,
    })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(mine(ctx), filter.tab ? inArray(assignments.state, [...reviewTabs[filter.tab]]) : undefined, where))
    .orderBy(order)
    .limit(limit);
  return pageOf(rows, filter, (row) => row.id);
}

/** 我的评审分配: the expert's own assignment with what decides about a conflict: who applies, from where, in which call. */
export async function getMyAssignment(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db
        .select({ assignment: assignments, application: applications, call: calls })
        .from(assignments)
        .innerJoin(applications, eq(applications.id, assignments.applicationId))
        .innerJoin(calls, eq(calls.id, applications.callId))
        .where(and(eq(assignments.id, id), mine(ctx)))
    : [];
  if (!row) throw new Refusal('assignment-not-found', 404);
  return row;
}

/** 评审任务: before acceptance only the names; after it the answers, the papers and the expert's own marks. */
export async function getMyReview(ctx: Ctx, id: string) {
  const { assignment, application, call } = await getMyAssignment(ctx, id);
  const paths = await regionPaths(ctx, [application.regionCode, application.applicantCode]);
  const [path, applicant] = [paths.get(application.regionCode) ?? [], paths.get(application.applicantCode) ?? []];
  const head = {
    id, state: assignment.state, dueOn: assignment.dueOn, revision: assignment.revision, overall: assignment.overall, conflictReason: assignment.conflictReason,
    submittedAt: assignment.submittedAt, number: application.number, unitName: path.at(-1)?.name ?? '', path: path.slice(0, -1).map((step) => step.name),
    applicantName: applicant.map((step) => step.name).join(' '), callTitle: call.title, callTitleEn: call.titleEn,
    scoreFrom: call.review.scoreFrom, scoreTo: call.review.scoreTo,
  };
  if (assignment.state !== 'accepted' && assignment.state !== 'submitted') return { ...head, open: null };
  const { content, papers } = await contentOf(ctx, { id: application.id, regionCode: application.regionCode, applicantCode: application.applicantCode });
  return {
    ...head,
    open: {
      questionSet: await getQuestionSet(ctx, call.questionSetId), answers: content.answers, papers,
      rubric: await rubricOfCall(ctx, call), marks: await marksOf(ctx, id),
    },
  };
}

/** 评分 of one assignment, by item. */
export function marksOf(ctx: Ctx, assignmentId: string) {
  return ctx.db
    .select({ itemId: marks.itemId, level: marks.level, score: marks.score, note: marks.note, page: marks.page })
    .from(marks)
    .where(eq(marks.assignmentId, assignmentId))
    .orderBy(asc(marks.itemId));
}

/** 评审材料: a paper of the application that this expert has accepted to review. */
export async function openReviewPaper(ctx: Ctx, id: string, fileId: string): Promise<StoredFile> {
  const { assignment } = await getMyAssignment(ctx, id);
  if (assignment.state !== 'submitted' && assignment.state !== 'accepted') throw new Refusal('assignment-not-accepted', 403);
  return paperOf(ctx, assignment.applicationId, fileId);
}
