import { and, eq, sql } from 'drizzle-orm';
import type { Verb } from '#app/domain/base/accounts/access.ts';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import type { Day } from '#app/domain/base/calendar/model.ts';
import { ownDaysAfter } from '#app/domain/base/calendar/read.ts';
import type { FileState } from '#app/domain/base/files/model.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Version } from './answers.ts';
import { questionOf } from './checklist.ts';
import { type Answer, mostClockDays, type Paper } from '#app/domain/pilot/calls/model.ts';
import type { SelfCheckLevel, Status } from './model.ts';
import { applicationAnswers, applicationPapers, applications, selfCheckAnswers } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

const columns = {
  id: applications.id, number: applications.number, status: applications.status, regionCode: applications.regionCode,
  applicantCode: applications.applicantCode, round: applications.round, answerDueOn: applications.answerDueOn,
  callId: applications.callId, opensOn: calls.opensOn, closesOn: calls.closesOn, callState: calls.state,
  questionSetId: calls.questionSetId, editionId: calls.editionId, check: calls.check,
};
export type Held = {
  id: string; number: string; status: Status; regionCode: string; applicantCode: string; round: number; answerDueOn: string | null;
  callId: string; opensOn: string; closesOn: string; callState: string; questionSetId: string; editionId: string;
  check: { checkDays: number; returnDays: number };
};

/** 占住申报: the application for one change; a second change of the same one waits until this one is done. */
export async function hold(tx: Change, id: string, verb: Verb): Promise<Held> {
  if (tx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const [held] = isId(id)
    ? await tx.db
        .select(columns)
        .from(applications)
        .innerJoin(calls, eq(calls.id, applications.callId))
        .where(eq(applications.id, id))
        .for('no key update', { of: applications })
    : [];
  if (!held || !may(tx.actor, 'application.read', held)) throw new Refusal('application-not-found', 404);
  const isGovernments = verb === 'application.submit' || verb === 'application.withdraw';
  allow(tx, verb, { regionCode: isGovernments ? held.applicantCode : held.regionCode });
  return held;
}

/** 仍可填写: a draft until the last second of the last day, a returned one until its own last day. */
export function stillOpen(ctx: Ctx, held: Pick<Held, 'status' | 'closesOn' | 'answerDueOn' | 'callState'>): void {
  const today = beijingDay(ctx.now);
  if (held.status === 'draft') {
    if (today > held.closesOn || held.callState === 'closed') throw new Refusal('call-closed');
  } else if (held.status === 'returned') {
    if (held.answerDueOn && today > held.answerDueOn) throw new Refusal('answer-overdue');
  } else throw new Refusal('application-not-open');
}

/** 退回的项: the question that each reason is about; only these may be changed after a return. */
export async function returnedItems(ctx: Ctx, id: string, round: number): Promise<{ item: string; reason: string }[]> {
  const { rows } = await ctx.db.execute<{ item: string; reason: string }>(
    sql`select item, reason from check_items where application_id = ${id} and round = ${round} and verdict = 'return' order by item`,
  );
  return rows.map(({ item, reason }) => ({ item: questionOf(item) || item, reason }));
}

/** Refuses a change of something that was not returned; a reason that is about the whole form opens the whole form. */
export async function onlyReturned(tx: Change, held: Held, items: string[]): Promise<void> {
  if (held.status !== 'returned') return;
  const returned = new Set((await returnedItems(tx, held.id, held.round)).map((line) => line.item));
  if (returned.has('auto:required')) return;
  if (items.some((item) => !returned.has(item))) throw new Refusal('item-not-returned');
}

export type AnswerRow = {
  questionId: string; value: Answer; revision: number; source: string; savedBy: string; savedByName: string; savedAt: Date; rivals: Version[];
};

/** All answers of an application. */
export function answersOf(ctx: Ctx, id: string): Promise<AnswerRow[]> {
  return ctx.db
    .select({
      questionId: applicationAnswers.questionId, value: applicationAnswers.value, revision: applicationAnswers.revision,
      source: applicationAnswers.source, savedBy: applicationAnswers.savedBy, savedByName: applicationAnswers.savedByName,
      savedAt: applicationAnswers.savedAt, rivals: applicationAnswers.rivals,
    })
    .from(applicationAnswers)
    .where(eq(applicationAnswers.applicationId, id));
}

export type PaperRow = {
  paper: Paper; fileId: string; name: string; mediaType: string; size: number; sha256: string; pages: number | null; state: FileState; hasThumbnail: boolean; attachedAt: Date;
};

/** All papers of an application, in the order in which they came. */
export function papersOf(ctx: Ctx, id: string): Promise<PaperRow[]> {
  return ctx.db
    .select({
      paper: applicationPapers.paper, fileId: files.id, name: files.name, mediaType: files.mediaType, size: files.size,
      sha256: files.sha256, pages: files.pages, state: files.state, hasThumbnail: sql<boolean>`${files.thumbnailKey} is not null`, attachedAt: applicationPapers.attachedAt,
    })
    .from(applicationPapers)
    .innerJoin(files, eq(files.id, applicationPapers.fileId))
    .where(eq(applicationPapers.applicationId, id))
    .orderBy(applicationPapers.attachedAt, files.id);
}

export type SelfCheckRow = { ruleId: string; level: SelfCheckLevel; note: string };

type FilledIn = {
  answers: Pick<AnswerRow, 'questionId' | 'value' | 'rivals'>[];
  papers: { paper: Paper; fileId: string; name: string; sha256: string }[];
  ownDays: Day[];
};

/** Answers and papers in one question, with what a submission freezes of them, and the calendar its clocks run by. */
export async function filledIn(tx: Change, id: string): Promise<FilledIn> {
  const { rows } = await tx.db.execute<FilledIn>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('questionId', question_id, 'value', value, 'rivals', rivals) order by question_id), '[]')
       from application_answers where application_id = ${id}) as answers,
      (select coalesce(jsonb_agg(jsonb_build_object('paper', p.paper, 'fileId', f.id, 'name', f.name, 'sha256', f.sha256) order by p.attached_at, f.id), '[]')
       from application_papers p join files f on f.id = p.file_id and f.state = 'stored' where p.application_id = ${id}) as papers,
      ${ownDaysAfter(beijingDay(tx.now), mostClockDays)} as "ownDays"`);
  return rows[0]!;
}

/** The quick self-check as it stands. */
export function selfCheckOf(ctx: Ctx, id: string, county: number): Promise<SelfCheckRow[]> {
  return ctx.db
    .select({ ruleId: selfCheckAnswers.ruleId, level: selfCheckAnswers.level, note: selfCheckAnswers.note })
    .from(selfCheckAnswers)
    .where(and(eq(selfCheckAnswers.countyCode, county), eq(selfCheckAnswers.applicationId, id)));
}

/** How many papers of each kind there are; one that is held back is none. */
function paperCounts(papers: readonly { paper: Paper; state?: FileState }[]): Partial<Record<Paper, number>> {
  const counts: Partial<Record<Paper, number>> = {};
  for (const { paper, state } of papers) if (state !== 'quarantined') counts[paper] = (counts[paper] ?? 0) + 1;
  return counts;
}

/** What `missing` and `progress` ask for. */
export function givenOf(answers: readonly Pick<AnswerRow, 'questionId' | 'value' | 'rivals'>[], papers: readonly { paper: Paper; state?: FileState }[]) {
  return {
    answers: Object.fromEntries(answers.map((row) => [row.questionId, row.value])),
    papers: paperCounts(papers),
    unsettled: answers.filter((row) => row.rivals.length > 0).map((row) => row.questionId),
  };
}
