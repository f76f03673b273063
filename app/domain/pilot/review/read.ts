import { asc, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { negativeFoundBy, totalOf } from '#app/domain/pilot/rubrics/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { apart, officeSight } from './apart.ts';
import { refuseInvolved } from './involved.ts';
import { isLateBy, isUnfinished, mean, rounded, spread } from './model.ts';
import { assignments, decisions, marks } from './tables.server.ts';

export type Decision = typeof decisions.$inferSelect;

/** 评审决定 of an application, if there is one; for those who read the application in the office. */
export async function findDecision(ctx: Ctx, applicationId: string): Promise<Decision | undefined> {
  await getSubmitted(ctx, applicationId);
  const [decision] = await ctx.db.select().from(decisions).where(eq(decisions.applicationId, applicationId));
  return decision;
}

/** 评审表: every expert of an application with the marks they submitted, the mean and the spread; drafts of marks stay with their authors. Where the office reads without names, names and marks stand in lines of their own. What is set aside is shown and does not count. */
export async function getReviewTable(ctx: Ctx, applicationId: string) {
  const application = await getSubmitted(ctx, applicationId);
  allow(ctx, 'review.table', application);
  const { review: settings } = application.call;
  await refuseInvolved(ctx, applicationId);
  const [rubric, rows] = [await rubricOfCall(ctx, application.call), await assigned(ctx, applicationId)];
  const sights = new Map([1, 2].map((round) => [round, officeSight(application, rows, round)]));
  const isOpen = ({ round, state }: Row) => state === 'submitted' && sights.get(round)!.marks;
  const given = await marksIn(ctx, rows.filter(isOpen).map(({ id }) => id));

  const whole = rows.map((row) => {
    const own = given.filter(({ assignmentId }) => assignmentId === row.id);
    const total = totalOf(rubric, own, { from: settings.scoreFrom, to: settings.scoreTo });
    return { ...row, overall: isOpen(row) ? row.overall : '', marks: own, ...total, total: rounded(total.total), isLate: isLateBy(row) };
  });
  const isNamed = ({ round }: Row) => sights.get(round)!.reviewers === 'names';
  const reviews = [...whole.filter(isNamed), ...apart(whole.filter((row) => !isNamed(row)))];
  const counted = whole.filter(({ state, setAsideAt }) => state === 'submitted' && setAsideAt === null);
  const totals = counted.flatMap(({ total }) => (total === null ? [] : [total]));
  const sections = rubric.sections.map((section) => {
    const figures = counted.flatMap(({ bySection }) => bySection.flatMap(({ id, total }) => (id === section.id && total !== null ? [total] : [])));
    return { ...section, mean: rounded(mean(figures)), spread: rounded(spread(figures)) };
  });
  return {
    application, rubric, reviews, isNameless: !rows.every(isNamed), sections, mean: rounded(mean(totals)), spread: rounded(spread(totals)),
    negativeFound: negativeFoundBy(rubric, counted.map(({ marks: own }) => own)),
    submitted: counted.length, unfinished: rows.filter(({ state, setAsideAt }) => setAsideAt === null && isUnfinished(state)).length, wanted: settings.reviewsPerApplication,
  };
}

export type ReviewTable = Awaited<ReturnType<typeof getReviewTable>>;

type Row = Awaited<ReturnType<typeof assigned>>[number];

function assigned(ctx: Ctx, applicationId: string) {
  return ctx.db
    .select({
      id: assignments.id, expertId: assignments.expertId, expertName: users.name, organisationName: experts.organisationName, state: assignments.state,
      assignedAt: assignments.assignedAt, dueOn: assignments.dueOn, conflictReason: assignments.conflictReason, overall: assignments.overall, submittedAt: assignments.submittedAt,
      round: assignments.round, setAsideAt: assignments.setAsideAt,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.expertId))
    .leftJoin(experts, eq(experts.userId, assignments.expertId))
    .where(eq(assignments.applicationId, applicationId))
    .orderBy(asc(assignments.id))
    .limit(100);
}

async function marksIn(ctx: Ctx, assignmentIds: readonly string[]) {
  if (assignmentIds.length === 0) return [];
  return ctx.db
    .select({ assignmentId: marks.assignmentId, itemId: marks.itemId, level: marks.level, score: marks.score, note: marks.note, page: marks.page })
    .from(marks)
    .where(inArray(marks.assignmentId, [...assignmentIds]))
    .orderBy(asc(marks.assignmentId), asc(marks.itemId));
}
