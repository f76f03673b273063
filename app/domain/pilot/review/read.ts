import { asc, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isUnfinished, mean, rounded, spread } from './model.ts';
import { sectionsOf } from './my-reviews.ts';
import { assignments, decisions, experts, scores } from './tables.server.ts';

export type Decision = typeof decisions.$inferSelect;

/** 评审决定 of an application, if there is one; for those who read the application in the office. */
export async function findDecision(ctx: Ctx, applicationId: string): Promise<Decision | undefined> {
  await getSubmitted(ctx, applicationId);
  const [decision] = await ctx.db.select().from(decisions).where(eq(decisions.applicationId, applicationId));
  return decision;
}

/** 评审表: every expert of an application with the marks they submitted, the mean and the spread; drafts of marks stay with their authors. */
export async function getReviewTable(ctx: Ctx, applicationId: string) {
  const application = await getSubmitted(ctx, applicationId);
  allow(ctx, 'review.table', application);
  const [sections, rows] = [await sectionsOf(ctx, application.call.editionId), await assigned(ctx, applicationId)];
  const submitted = rows.filter(({ state }) => state === 'submitted').map(({ id }) => id);
  const given = submitted.length === 0 ? [] : await ctx.db
    .select({ assignmentId: scores.assignmentId, sectionId: scores.sectionId, score: scores.score, comment: scores.comment })
    .from(scores)
    .where(inArray(scores.assignmentId, submitted));

  const reviews = rows.map((row) => {
    const marks = given.filter(({ assignmentId }) => assignmentId === row.id).map(({ sectionId, score, comment }) => ({ sectionId, score, comment }));
    const figures = marks.flatMap(({ score }) => (score === null ? [] : [score]));
    return { ...row, overall: row.state === 'submitted' ? row.overall : '', marks, total: rounded(mean(figures)) };
  });
  const totals = reviews.flatMap(({ total }) => (total === null ? [] : [total]));
  const bySection = sections.map((section) => {
    const figures = given.flatMap(({ sectionId, score }) => (sectionId === section.id && score !== null ? [score] : []));
    return { ...section, mean: rounded(mean(figures)), spread: rounded(spread(figures)) };
  });
  return {
    application, reviews, sections: bySection, mean: rounded(mean(totals)), spread: rounded(spread(totals)),
    submitted: submitted.length, unfinished: rows.filter(({ state }) => isUnfinished(state)).length, wanted: application.call.review.reviewsPerApplication,
  };
}

export type ReviewTable = Awaited<ReturnType<typeof getReviewTable>>;

function assigned(ctx: Ctx, applicationId: string) {
  return ctx.db
    .select({
      id: assignments.id, expertId: assignments.expertId, expertName: users.name, organisationName: experts.organisationName, state: assignments.state,
      assignedAt: assignments.assignedAt, dueOn: assignments.dueOn, conflictReason: assignments.conflictReason, overall: assignments.overall, submittedAt: assignments.submittedAt,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.expertId))
    .leftJoin(experts, eq(experts.userId, assignments.expertId))
    .where(eq(assignments.applicationId, applicationId))
    .orderBy(asc(assignments.id))
    .limit(100);
}
