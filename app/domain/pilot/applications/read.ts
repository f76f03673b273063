import { and, desc, eq, lt, notInArray, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { may } from '#app/domain/base/accounts/access.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { records } from '#app/platform/tables.server.ts';
import { answersOf, givenOf, papersOf, returnedItems, selfCheckOf } from './form.ts';
import { progress } from './missing.ts';
import { isOpen } from './model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { applications, submissions } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

/** 我的申报: the applications this person may read, the newest first. */
export async function listMine(ctx: Ctx, before?: string, size = 20) {
  const rows = await ctx.db
    .select({
      id: applications.id, number: applications.number, status: applications.status, unit: nameThenAndNow(ctx, applications.regionCode, applications.createdAt), regionCode: applications.regionCode,
      callTitle: calls.title, callTitleEn: calls.titleEn, closesOn: calls.closesOn, updatedAt: applications.updatedAt,
      answerDueOn: applications.answerDueOn,
    })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(within(ctx, 'application.read', applications.regionCode), before && isId(before) ? lt(applications.id, before) : undefined))
    .orderBy(desc(applications.id))
    .limit(size + 1);
  return { rows: rows.slice(0, size), next: rows.length > size ? rows[size - 1]!.id : null };
}

/** 申报: one application with its call and unit, for those who may read it. */
export async function getApplication(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db
        .select({ application: applications, call: calls, unit: nameThenAndNow(ctx, applications.regionCode, applications.createdAt) })
        .from(applications)
        .innerJoin(calls, eq(calls.id, applications.callId))
        .innerJoin(regions, eq(regions.code, applications.regionCode))
        .where(and(eq(applications.id, id), within(ctx, 'application.read', applications.regionCode)))
    : [];
  if (!row) throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'application-not-found', ctx.actor.id === '' ? 401 : 404);
  return { ...row.application, call: row.call, unit: row.unit };
}

/** 申报表: everything a page of the form shows. */
export async function getForm(ctx: Ctx, id: string) {
  const [application, answers, papers] = await Promise.all([getApplication(ctx, id), isId(id) ? answersOf(ctx, id) : [], isId(id) ? papersOf(ctx, id) : []]);
  const set = await getQuestionSet(ctx, application.call.questionSetId);
  const returned = application.status === 'returned' ? await returnedItems(ctx, id, application.round) : [];
  const lastDay = application.status === 'returned' ? (application.answerDueOn ?? application.call.closesOn) : application.call.closesOn;
  const isInTime = beijingDay(ctx.now) <= lastDay && (application.status === 'returned' || application.call.state !== 'closed');
  return {
    application,
    set,
    answers: Object.fromEntries(answers.map((row) => [row.questionId, row])),
    papers,
    returned,
    lastDay,
    progress: progress(set, givenOf(answers, papers)),
    canFill: isOpen(application.status) && isInTime && may(ctx.actor, 'application.fill', application),
    canSubmit: isOpen(application.status) && isInTime && may(ctx.actor, 'application.submit', { regionCode: application.applicantCode }),
    canWithdraw:
      application.status === 'submitted' && beijingDay(ctx.now) <= application.call.closesOn && application.call.state !== 'closed' &&
      may(ctx.actor, 'application.withdraw', { regionCode: application.applicantCode }),
  };
}

/** 自查: what was said of the rules so far. */
export async function getSelfCheck(ctx: Ctx, id: string) {
  const application = await getApplication(ctx, id);
  return selfCheckOf(ctx, id, countyCode(application.regionCode));
}

/** What an application's history leaves out: saves, and what officers do before or beside a decision that is told by itself. */
const amongOfficers = ['application.saved', 'application.item-checked', 'decision.advice-saved', 'decision.explained', 'review.second-round-opened', 'review.second-round-closed'];

/** 申报历程: what happened to an application, saves and the officers' single verdicts left out, the newest first. */
export async function applicationHistory(ctx: Ctx, id: string) {
  await getApplication(ctx, id);
  return historyLines(ctx, id);
}

/** The same for those who have read the application already. */
export function historyLines(ctx: Ctx, id: string) {
  return ctx.db
    .select({ at: records.at, event: records.event, actorName: records.actorName })
    .from(records)
    .where(and(eq(records.subjectId, id), notInArray(records.event, amongOfficers)))
    .orderBy(desc(records.id))
    .limit(100);
}

/** Whoever saved something so long ago is still at it. */
export const othersMinutes = 5;

/** 同时在填: who else saved something within the last minutes, with the part they were in. */
export async function othersSaving(ctx: Ctx, id: string) {
  if (!isId(id)) return [];
  const since = new Date(ctx.now.getTime() - othersMinutes * 60_000).toISOString();
  const { rows } = await ctx.db.execute<{ name: string; question: string }>(sql`
    select distinct on (saved_by) saved_by_name as name, question_id as question from application_answers
    where application_id = ${id} and saved_at > ${since} and source = '' and saved_by <> ${ctx.actor.id}
      and exists (select 1 from ${applications} where ${applications.id} = ${id} and ${within(ctx, 'application.read', applications.regionCode)})
    order by saved_by, saved_at desc limit 5`);
  return rows;
}

/** 提交过的: every submission with its receipt, the newest first. */
export async function listSubmissions(ctx: Ctx, id: string) {
  await getApplication(ctx, id);
  return submissionsOf(ctx, id);
}

/** The same for those who have read the application already. */
export function submissionsOf(ctx: Ctx, id: string) {
  return ctx.db
    .select({ round: submissions.round, code: submissions.receiptCode, hash: submissions.hash, at: submissions.submittedAt, by: submissions.submittedByName, withdrawnAt: submissions.withdrawnAt })
    .from(submissions)
    .where(eq(submissions.applicationId, id))
    .orderBy(desc(submissions.round))
    .limit(50);
}
