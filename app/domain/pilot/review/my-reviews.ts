import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { StoredFile } from '#app/domain/base/files/read.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { paperOf } from '#app/domain/pilot/applications/open-paper.ts';
import { blindnessOf } from '#app/domain/pilot/calls/blindness-settings.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { contentOf } from '#app/domain/pilot/applications/submitted.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { noteOpening } from '#app/domain/pilot/conflicts/note-opening.ts';
import { redactAnswers } from '#app/domain/pilot/redaction/model.ts';
import { findRedacted, neutralName, redactPapers } from '#app/domain/pilot/redaction/read.ts';
import { askedRules } from '#app/domain/pilot/rubrics/asked-rules.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Sight, sees, stageOf } from './blindness.ts';
import { areAllIn, othersOf } from './others.ts';
import { type AssignmentState, isLateBy, isOpened } from './model.ts';
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
      review: calls.review, round: assignments.round, status: applications.status,
    })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(mine(ctx), filter.tab ? inArray(assignments.state, [...reviewTabs[filter.tab]]) : undefined, where))
    .orderBy(order)
    .limit(limit);
  const shown = rows.map(({ review, round, status, unitName, ...row }) => {
    const { applicant } = sees(review, stageOf({ status }, round), { kind: 'reviewer', hasSubmitted: false, areAllIn: false });
    return { ...row, round, unitName: applicant ? unitName : '' };
  });
  return pageOf(shown, filter, (row) => row.id);
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

export type Mine = Awaited<ReturnType<typeof getMyAssignment>>;

/** 可以评分: accepted, and its application still in review; afterwards the round is over and marks are only read. */
export function isOpenToMarks({ assignment, application }: Mine): boolean {
  return assignment.state === 'accepted' && application.status === 'in-review';
}

/** What the expert sees of the application and of the others in this assignment, as the call settled it for its round. */
export async function sightOfMine(ctx: Ctx, { assignment, application, call }: Mine): Promise<Sight> {
  const hasSubmitted = assignment.state === 'submitted' && assignment.setAsideAt === null;
  const isAsked = hasSubmitted && blindnessOf(call.review)[assignment.round === 1 ? 'first' : 'second'].marksOfOthers === 'after-all';
  return sees(call.review, stageOf(application, assignment.round), { kind: 'reviewer', hasSubmitted, areAllIn: isAsked && (await areAllIn(ctx, application.id, assignment.round)) });
}

/** 评审任务: before acceptance only the names; after it the answers, the papers and the expert's own marks. */
export async function getMyReview(ctx: Ctx, id: string) {
  const mine = await getMyAssignment(ctx, id);
  const { assignment, application, call } = mine;
  const sight = await sightOfMine(ctx, mine);
  const paths = await regionPaths(ctx, [application.regionCode, application.applicantCode]);
  const [path, applicant] = [paths.get(application.regionCode) ?? [], paths.get(application.applicantCode) ?? []];
  const who = { unitName: path.at(-1)?.name ?? '', path: path.slice(0, -1).map((step) => step.name), applicantName: applicant.map((step) => step.name).join(' ') };
  const head = {
    id, state: assignment.state, dueOn: assignment.dueOn, revision: assignment.revision, overall: assignment.overall, conflictReason: assignment.conflictReason,
    submittedAt: assignment.submittedAt, round: assignment.round, number: application.number, ...(sight.applicant ? who : { unitName: '', path: [], applicantName: '' }),
    isApplicantHidden: !sight.applicant, callTitle: call.title, callTitleEn: call.titleEn, scoreFrom: call.review.scoreFrom, scoreTo: call.review.scoreTo,
    isOpen: isOpenToMarks(mine), isSetAside: assignment.setAsideAt !== null, isLate: isLateBy({ dueOn: assignment.dueOn, submittedAt: assignment.submittedAt ?? ctx.now }),
  };
  if (!isOpened(assignment)) return { ...head, open: null };
  const { content, papers } = await contentOf(ctx, { id: application.id, regionCode: application.regionCode, applicantCode: application.applicantCode });
  const questionSet = await getQuestionSet(ctx, call.questionSetId);
  const names = [...paths.values()].flatMap((steps) => steps.map(({ name }) => name));
  const shown = sight.applicant
    ? { questionSet, answers: content.answers, papers: papers.map((paper) => ({ ...paper, isHeldBack: false })) }
    : { ...redactAnswers(questionSet, content.answers, names), papers: await redactPapers(ctx, application.id, papers) };
  return {
    ...head,
    open: {
      ...shown, rubric: await rubricOfCall(ctx, call), rules: await askedRules(ctx, call.editionId), marks: await marksOf(ctx, id),
      selfCheck: content.selfCheck.map(({ ruleId, level, note }) => ({ ruleId, level, note: sight.applicant ? note : '' })), others: await othersOf(ctx, mine, sight),
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
  const mine = await getMyAssignment(ctx, id);
  const { assignment, application } = mine;
  if (assignment.setAsideAt) throw new Refusal('assignment-set-aside', 403);
  if (!isOpened(assignment)) throw new Refusal('assignment-not-accepted', 403);
  const paper = await paperOf(ctx, assignment.applicationId, fileId);
  await noteOpening(ctx, { assignmentId: id, applicationId: application.id, fileId, regionCode: application.regionCode });
  if ((await sightOfMine(ctx, mine)).applicant) return paper;
  const at = (await contentOf(ctx, application)).papers.findIndex((one) => one.fileId === fileId);
  const copy = await findRedacted(ctx, application.id, fileId);
  if (!copy || at < 0) throw new Refusal('paper-held-back', 403);
  return { ...copy, name: neutralName(at, copy.mediaType) };
}
