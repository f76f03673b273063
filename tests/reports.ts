import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { openPilots } from '#app/domain/base/communities/open-pilot.ts';
import { rememberFacts } from '#app/domain/base/communities/facts.ts';
import { openReports } from '#app/domain/pilot/progress-reports/open-reports.ts';
import { reportsOf } from '#app/domain/pilot/progress-reports/read.ts';
import { saveReportAnswers } from '#app/domain/pilot/progress-reports/save-answers.ts';
import { change } from '#app/platform/change.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { aUser } from './cycle.ts';
import { as, ctxOf, today } from './world.ts';

/** A community at sub-district level that became a pilot half a year and a day before today. */
export const pilotPlace = '340111400';
export const since = '2026-03-01';

export const street = (db: Db, now: Date = today) => as(db, 'government-officer', pilotPlace, now);
export const worker = (db: Db, now: Date = today) => as(db, 'community-worker', pilotPlace, now);
export const office = (db: Db, now: Date = today) => as(db, 'programme-officer', '*', now);

let made = 0;

/** A pilot as a final notice would have made it. */
export async function aPilot(db: Db, regionCode = pilotPlace, from = since): Promise<string> {
  made += 1;
  const id = `0199a000-0000-7000-9000-${String(made).padStart(12, '0')}`;
  await change(ctxOf(db), (tx) => openPilots(tx, [{ regionCode, applicationId: id, noticeId: id, callTitle: '第一批', since: from, children: 900 }]));
  return id;
}

/** People of the place and of the office, so that somebody can be told. */
export async function somePeople(db: Db): Promise<void> {
  for (const [id, role, regionCode] of [['street', 'government-officer', pilotPlace], ['worker', 'community-worker', pilotPlace], ['office', 'programme-officer', '*']] as const) {
    await aUser(db, id);
    await db.insert(roleGrants).values({ userId: id, role, regionCode, grantedBy: 'admin', grantedAt: today });
  }
}

export const told = async (db: Db, kind: string) => (await db.select({ userId: messages.userId }).from(messages).where(eq(messages.kind, kind))).map(({ userId }) => userId).toSorted();

/** An open report of the pilot, with some facts known. */
export async function aReport(db: Db): Promise<string> {
  await aPilot(db);
  await change(ctxOf(db), (tx) => rememberFacts(tx, [{ regionCode: pilotPlace, facts: { 'children-0-3': 120, 'children-4-6': '90', 'indoor-area': 260 } }]));
  await openReports(ctxOf(db));
  return (await reportsOf(street(db), pilotPlace))[0]!.id;
}

/** What the form asks beyond what is known. */
export const restOfAnswers: Record<string, string> = { 'children-7-12': '310', 'children-13-18': '280', done: '新开了两处儿童之家。', advice: '暂不需要' };

export function answer(db: Db, id: string, answers: Record<string, string>, by = worker(db)) {
  return saveReportAnswers(by, pilotPlace, id, { answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value, bases: [0, 1, 2, 3] })) });
}
