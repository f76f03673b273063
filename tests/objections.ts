import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { receiveObjection } from '#app/domain/pilot/objections/receive-objection.ts';
import { objections } from '#app/domain/pilot/objections/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, anApplication, aUser } from './cycle.ts';
import { binhu, ctxOf, person, today } from './world.ts';

/** A list under notice, the people around it, and an objection to it. */
export const at = (day: string, time = '02:00:00Z') => new Date(`${day}T${time}`);
export const maker = (db: Db, now = today) => ctxOf(db, person('programme-officer', '*', 'maker'), now);
export const office = (db: Db, now = today) => ctxOf(db, person('programme-officer', '*', 'clerk'), now);
export const second = (db: Db, now = today) => ctxOf(db, person('programme-officer', '*', 'second'), now);
export const applicant = (db: Db, now = today) => ctxOf(db, person('government-officer', binhu, 'applicant'), now);
export const content = '名单里的活动室去年没有开放过，附近的居民都知道，请核实。';
export const named = { applicationId: '', manner: 'named' as const, name: '李四', contact: 'li@example.cn', content };
export const anonymous = { ...named, manner: 'anonymous' as const, name: '', contact: '' };
export const findings = '电话询问三位居民，并到现场查看开放记录。';
export const verdict = { effect: 'none', findings, rule: '问答 8：公示期', answer: '核实后没有发现所说的情况。', correction: '', title: '', body: '' } as const;
export const dismissed = { ...verdict, outcome: 'dismissed' } as const;
export const upheld = { ...verdict, outcome: 'upheld', effect: 'entry-removed', answer: '经核实，活动室确实没有开放。' } as const;

export async function onNotice(db: Db) {
  for (const id of ['maker', 'clerk', 'second', 'applicant']) await aUser(db, id);
  const callId = await aCall(db, { state: 'closed', questionSetId: 'pilot-1' });
  const one = await anApplication(db, { callId, status: 'accepted' });
  const two = await anApplication(db, { callId, status: 'accepted', regionCode: '340111001', startedBy: 'somebody' });
  const id = await draftNotice(maker(db), { callId, title: '关于第一批拟列入试点名单的公示', body: '' });
  await publishNotice(maker(db), id, { starts: 'today' });
  return { callId, one, two, id };
}

export async function objected(db: Db, given: Partial<Parameters<typeof receiveObjection>[2]> = {}) {
  const made = await onNotice(db);
  const code = await receiveObjection(ctxOf(db), made.id, { ...named, applicationId: made.one, ...given });
  return { ...made, code, objection: await idOf(db, code) };
}

export const idOf = async (db: Db, code: string) => (await db.select({ id: objections.id }).from(objections).where(eq(objections.code, code)))[0]?.id ?? '';
export const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);
