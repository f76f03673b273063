import { noticeEntries, notices } from '#app/domain/pilot/notices/tables.server.ts';
import { issueCertificate } from '#app/domain/pilot/certification/issue.ts';
import type { Level } from '#app/domain/pilot/certification/model.ts';
import type { Db } from '#app/db/db.server.ts';
import { aCall, anApplication, aRegion } from './cycle.ts';
import { as, binhu, ctxOf, person, today } from './world.ts';

export const office = (db: Db, now: Date = today) => as(db, 'programme-officer', '*', now);
export const otherOffice = (db: Db, now: Date = today) => ctxOf(db, person('programme-officer', '*', 'another-officer'), now);
export const holder = (db: Db, now: Date = today) => as(db, 'government-officer', binhu, now);

/** A final notice with one entry for each unit; the names of the units are those of the regions. */
export async function aFinalNotice(db: Db, units: readonly string[] = [binhu], given: Partial<typeof notices.$inferInsert> = {}) {
  const callId = await aCall(db, { places: 20 });
  const [notice] = await db
    .insert(notices)
    .values({ callId, title: '关于第一批试点名单的公示', state: 'final', startsOn: '2026-08-10', endsOn: '2026-08-18', workingDays: 7, createdBy: 'office', createdAt: today, publishedAt: today, finalAt: today, ...given })
    .returning({ id: notices.id });
  const noticeId = notice!.id;
  const ids: string[] = [];
  for (const [position, regionCode] of units.entries()) {
    await aRegion(db, regionCode);
    const applicationId = await anApplication(db, { callId, regionCode, status: 'accepted' });
    await db.insert(noticeEntries).values({ noticeId, applicationId, regionCode, position });
    ids.push(applicationId);
  }
  return { noticeId, ids };
}

/** A certificate of Binhu Shiji, issued today at the first level or another. */
export async function aCertificate(db: Db, level: Level = 'pilot', grade: string | null = null) {
  const { noticeId, ids } = await aFinalNotice(db);
  return { ...(await issueCertificate(office(db), noticeId, ids[0]!, level, grade)), noticeId, applicationId: ids[0]! };
}

