import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { addWorkdays, isWorkday } from '#app/domain/base/calendar/read.ts';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { tell, tellEach } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { tellPeople } from '#app/domain/pilot/applications/tell-applicants.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { openStates, placeOf } from './model.ts';
import { recusedFrom } from './recusal.ts';
import { objections } from './tables.server.ts';

const said = {
  id: objections.id, title: notices.title, day: objections.answerDueOn, level: objections.level, regionCode: calls.regionCode, handlerId: objections.handlerId,
  applicationId: objections.applicationId, unit: regions.name, number: applications.number,
};

function about(ctx: Ctx) {
  return ctx.db
    .select(said)
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .innerJoin(calls, eq(calls.id, notices.callId))
    .leftJoin(applications, eq(applications.id, objections.applicationId))
    .leftJoin(regions, eq(regions.code, applications.regionCode))
    .$dynamic();
}

/** Those who may handle it and are not involved in it. */
async function handlers(ctx: Ctx, { id, level, regionCode }: { id: string; level: number; regionCode: string }): Promise<string[]> {
  const people = await whoMay(ctx, level === 2 ? 'objection.appeal' : 'objection.answer', placeOf(level, regionCode));
  const out = new Set((await recusedFrom(ctx, id)).map(({ userId }) => userId));
  return people.filter((person) => !out.has(person));
}

/** 告知异议: those who may answer it hear of a new one, of an appeal or of what a side has said, and of the limit. */
export async function tellObjection(ctx: Ctx, objectionId: string, kind: 'objection-received' | 'objection-appealed' | 'objection-replied', cause: string): Promise<string> {
  const [row] = await about(ctx).where(eq(objections.id, objectionId));
  if (!row) return '';
  const people = kind === 'objection-replied' && row.handlerId ? [row.handlerId] : await handlers(ctx, row);
  return String(await tell(ctx, people, kind, { title: row.title, day: row.day }, `/desk/objections/${objectionId}`, cause));
}

/** 告知申报单位: they are asked for a statement; by when stands beside it. */
export async function tellAsked(ctx: Ctx, objectionId: string, facts: Record<string, unknown>, cause: string): Promise<string> {
  if (facts.side !== 'applicant') return '';
  const [row] = await about(ctx).where(eq(objections.id, objectionId));
  if (!row?.applicationId) return '';
  const params = { unit: row.unit ?? '', number: row.number ?? '', day: String(facts.dueOn) };
  return String(await tellPeople(ctx, 'statement-asked', [{ id: row.applicationId, params, link: `/apply/${row.applicationId}/objections`, cause }]));
}

/** 异议到期提醒: on working days, whoever handles one hears that it is due by the next working day or late; one that nobody has taken up, everybody who may. */
export async function remindOfObjections(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  if (!(await isWorkday(ctx, today))) return '';
  const next = await addWorkdays(ctx, today, 1);
  const rows = await about(ctx).where(and(inArray(objections.state, [...openStates]), lte(objections.answerDueOn, next))).orderBy(sql`${objections.answerDueOn}`).limit(500);
  let told = 0;
  for (const row of rows) {
    const kind: MessageKind = row.day < today ? 'objection-late' : 'objection-due';
    const people = row.handlerId ? [row.handlerId] : await handlers(ctx, row);
    told += await tellEach(ctx, kind, people.map((userId) => ({ userId, params: { title: row.title, day: row.day }, link: `/desk/objections/${row.id}`, cause: `${kind}-${row.id}-${row.day}` })));
  }
  return String(told);
}
