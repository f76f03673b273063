import { and, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { tell, tellEach } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { tellPeople } from '#app/domain/pilot/applications/tell-applicants.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { unitForReviewer } from '#app/domain/pilot/review/blindness.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { applicantQuestions } from './tables.server.ts';

const columns = {
  assignmentId: applicantQuestions.assignmentId, day: sql<string>`coalesce(${applicantQuestions.dueOn}::text, '')`, reason: applicantQuestions.declinedWhy, applicationId: applications.id, number: applications.number,
  unit: regions.name, regionCode: applications.regionCode, status: applications.status, review: calls.review,
};

function known(ctx: Ctx) {
  return ctx.db
    .select(columns)
    .from(applicantQuestions)
    .innerJoin(applications, eq(applications.id, applicantQuestions.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .$dynamic();
}

async function one(ctx: Ctx, questionId: string) {
  const [row] = await known(ctx).where(eq(applicantQuestions.id, questionId));
  return row;
}

/** 告知办公室: an expert asks something; who it is stands nowhere. */
export async function tellAskedQuestion(ctx: Ctx, questionId: string, cause: string): Promise<string> {
  const row = await one(ctx, questionId);
  if (!row) return '';
  const office = await whoMay(ctx, 'question.handle', row.regionCode);
  return String(await tell(ctx, office, 'question-asked', { unit: row.unit, number: row.number }, `/desk/applications/${row.applicationId}/questions`, cause));
}

/** 告知申报单位: the office asks something, until when. */
export async function tellForwarded(ctx: Ctx, questionId: string, cause: string): Promise<string> {
  const row = await one(ctx, questionId);
  if (!row) return '';
  const { applicationId: id, unit, number, day } = row;
  return String(await tellPeople(ctx, 'question-forwarded', [{ id, params: { unit, number, day }, link: `/apply/${id}/questions`, cause }]));
}

/** 告知提问的专家: the office did not pass the question on, and why. */
export async function tellDeclined(ctx: Ctx, questionId: string, cause: string): Promise<string> {
  const row = await one(ctx, questionId);
  const [asker] = row ? await ctx.db.select({ id: assignments.expertId, round: assignments.round }).from(assignments).where(eq(assignments.id, row.assignmentId)) : [];
  if (!row || !asker) return '';
  const params = { unit: unitForReviewer({ ...row, round: asker.round }), number: row.number, reason: row.reason };
  return String(await tell(ctx, [asker.id], 'question-declined', params, `/desk/reviews/${row.assignmentId}/questions`, cause));
}

/** 告知答复: everybody who reviews the application, and the office. */
export async function tellAnswered(ctx: Ctx, questionId: string, cause: string): Promise<string> {
  const row = await one(ctx, questionId);
  if (!row) return '';
  const reviewers = await ctx.db
    .select({ id: assignments.id, expertId: assignments.expertId, round: assignments.round })
    .from(assignments)
    .where(and(eq(assignments.applicationId, row.applicationId), inArray(assignments.state, ['accepted', 'submitted']), isNull(assignments.setAsideAt)));
  const office = await whoMay(ctx, 'question.handle', row.regionCode);
  const told = await tellEach(ctx, 'question-answered', [
    ...reviewers.map(({ id, expertId, round }) => ({ userId: expertId, params: { unit: unitForReviewer({ ...row, round }), number: row.number }, link: `/desk/reviews/${id}/questions`, cause })),
    ...office.map((userId) => ({ userId, params: { unit: row.unit, number: row.number }, link: `/desk/applications/${row.applicationId}/questions`, cause })),
  ]);
  return String(told);
}

/** 提醒答复询问: the day before an answer is due and on that day, once. */
export async function remindQuestions(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const due = await known(ctx).where(and(eq(applicantQuestions.state, 'forwarded'), eq(applications.status, 'in-review'), lte(applicantQuestions.dueOn, addDays(today, 1)), gte(applicantQuestions.dueOn, today))).limit(5000);
  const news = due.map(({ applicationId: id, unit, number, day }) => ({ id, params: { unit, number, day }, link: `/apply/${id}/questions`, cause: `question-due-${id}-${day}` }));
  return String(await tellPeople(ctx, 'question-due', news));
}
