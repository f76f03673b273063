import { eq, inArray, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { type Db, openDb } from '#app/db/db.server.ts';
import { sealRecords } from '#app/domain/base/records/seal.ts';
import { recordSeals } from '#app/domain/base/records/tables.server.ts';
import { liftHold, placeHold } from '#app/domain/children/retention/hold.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, system, visitor } from '#app/platform/ctx.ts';
import type { Refusal } from '#app/platform/refusal.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { as, baohe, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { closeReport, takeReport } from './answer-report.ts';
import { countOpenReports, reportsDue } from './counts.ts';
import { endDuty, listDuties, nameDuty, onDuty } from './duty.ts';
import { endHold } from './end-hold.ts';
import { followRegions } from './follow-regions.ts';
import { openReport } from './open-report.ts';
import { coverOf, evidenceFile, listReports, openReading } from './read-report.ts';
import { referReport } from './refer-report.ts';
import { resealReports } from './reseal.ts';
import { tellAbove } from './tell-above.ts';

const officer = (db: Db) => as(db, 'government-officer', binhu);
const director = (db: Db, now: Date = today) => ctxOf(db, person('community-worker', binhu, 'director'), now);

async function opened(db: Db) {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aUser(db, 'director', '儿童主任');
  await db.execute(sql`update users set username = 'director' where id = 'director'`);
  await nameDuty(officer(db), binhu, 'director');
  const id = await change(as(db, 'community-worker', binhu), (tx) =>
    openReport(tx, { regionCode: binhu, source: 'moderation', about: { kind: 'suggestion', subjectId: 's1' }, noticed: '孩子写到被打', texts: [{ field: 'words', text: '叔叔打我' }], fileIds: [] }));
  return { regionCode: binhu, id };
}

describe('a protection report', () => {
  test('is readable as before after it was sealed anew', async ({ db }) => {
    const at = await opened(db);
    expect(await resealReports(ctxOf(db))).toBe(1);
    await openReading(director(db), at, '换钥之后看一看');
    expect((await coverOf(director(db), at)).content).toMatchObject({ noticed: '孩子写到被打' });
  });

  test('is sealed: the app’s own statements do not see it, and its words lie there encrypted', async ({ db }) => {
    await opened(db);
    await expect(db.transaction((tx) => tx.execute(sql`select * from protection.reports`))).rejects.toMatchObject({ cause: { code: '42501' } });
    const { rows } = await db.transaction(async (tx) => {
      await tx.execute(sql`set local role tongyou_protection`);
      const read = await tx.execute(sql`select * from protection.reports`);
      await tx.execute(sql`set local role none`);
      return read;
    });
    expect(JSON.stringify(rows)).not.toMatch(/打我|被打/);
  });

  test('tells whoever is on duty at once, without a word of what it is about, and proves who knew when', async ({ db }) => {
    const at = await opened(db);
    const { rows } = await db.execute(sql`select user_id as who, kind, params, link from messages`);
    expect(rows).toEqual([{ who: 'director', kind: 'protection-opened', params: {}, link: `/work/${binhu}/children/protection/${at.id}` }]);
    expect(await reportsDue(director(db), [binhu])).toMatchObject([{ kind: 'protection-know', figure: 1 }]);
    const soon = new Date(today.getTime() + 600_000);
    await takeReport(director(db, soon), at);
    await expect(takeReport(director(db, soon), at)).rejects.toThrow('protection-known');
    expect(await coverOf(director(db, soon), at)).toMatchObject({ state: 'taken', content: null, knowing: [{ name: '儿童主任', toldAt: today, knewAt: soon }] });
    expect((await db.select().from(records).where(eq(records.event, 'protection.known'))).map(({ actorId }) => actorId)).toEqual(['director']);
    expect(await countOpenReports(director(db), [binhu])).toEqual(new Map());
  });

  test('is read only with a reason, which is written down first, and only for a quarter of an hour', async ({ db }) => {
    const at = await opened(db);
    expect((await coverOf(director(db), at)).content).toBeNull();
    await expect(openReading(director(db), at, '看')).rejects.toThrow('protection-reason');
    await openReading(director(db), at, '上门前了解情况');
    expect(await coverOf(director(db), at)).toMatchObject({ content: { noticed: '孩子写到被打', texts: [{ text: '叔叔打我' }] }, readings: [{ reason: '上门前了解情况' }] });
    await expect(evidenceFile(director(db), at, '00000000-0000-7000-8000-000000000000')).rejects.toThrow('protection-not-found');
    expect((await coverOf(director(db, new Date(today.getTime() + 16 * 60_000)), at)).content).toBeNull();
    expect((await coverOf(officer(db), at)).content, 'a reading is one person’s').toBeNull();
  });

  test('CP-02: whoever reported sees how far it has come and is told when it was dealt with, without a word of it', async ({ db }) => {
    const at = await opened(db);
    const reporter = as(db, 'community-worker', binhu);
    await aUser(db, reporter.actor.id, '报告人');
    expect((await listReports(reporter, binhu)).own).toEqual([{ id: at.id, state: 'open', openedAt: today, closedAt: null }]);
    await takeReport(director(db), at);
    await closeReport(director(db), at, '已移交公安，孩子在外婆家');
    expect((await listReports(reporter, binhu)).own).toEqual([{ id: at.id, state: 'closed', openedAt: today, closedAt: today }]);
    const { rows } = await db.execute(sql`select user_id as who, kind, params from messages where kind = 'protection-dealt-with'`);
    expect(rows).toEqual([{ who: reporter.actor.id, kind: 'protection-dealt-with', params: {} }]);
    for (const other of [director(db), officer(db), ctxOf(db)]) expect((await listReports(other, binhu)).own).toEqual([]);
  });

  test('CP-03: names who reported only while somebody on duty reads it for a reason, and to nobody it is referred to', async ({ db }) => {
    const at = await opened(db);
    const reporter = as(db, 'community-worker', binhu).actor.name;
    expect(JSON.stringify([await listReports(director(db), binhu), await coverOf(director(db), at)])).not.toContain(reporter);
    await openReading(director(db), at, '上门前了解情况');
    expect((await coverOf(director(db), at)).content).toMatchObject({ openedByName: reporter });
    expect(JSON.stringify(await coverOf(officer(db), at))).not.toContain(reporter);
    await takeReport(director(db), at);
    await referReport(director(db), at, { receiver: '合肥市公安局包河分局', fields: ['name'], number: '', expiresOn: '2027-01-01' });
    const { rows } = await db.execute(sql`select * from shares`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(reporter);
  });

  test('CP-04: who was told, who knew and what followed stand in records that are only added to and linked by hash, in the server’s time', async ({ db }) => {
    const at = await opened(db);
    const [soon, later] = [600_000, 1_200_000].map((ms) => new Date(today.getTime() + ms)) as [Date, Date];
    await takeReport(director(db, soon), at);
    await closeReport(director(db, later), at, '已移交公安，孩子在外婆家');
    const lines = await db.select().from(records).where(eq(records.subjectId, at.id)).orderBy(records.id);
    expect(lines.map(({ event, at: when }) => [event, when])).toEqual([['protection.opened', today], ['protection.known', soon], ['protection.closed', later]]);
    expect(lines[0]!.facts).toMatchObject({ told: ['儿童主任'] });
    await expect(db.transaction((tx) => tx.update(records).set({ at: today }).where(eq(records.subjectId, at.id)))).rejects.toMatchObject({ cause: { code: '42501' } });
    await sealRecords(ctxOf(db, system, new Date(today.getTime() + 3_600_000)));
    expect(await db.$count(recordSeals, inArray(recordSeals.recordId, lines.map(({ id }) => id)))).toBe(3);
  });

  test('does not exist for those who are not on duty: moderators, neighbours, experts, visitors', async ({ db }) => {
    const at = await opened(db);
    for (const who of [as(db, 'community-worker', binhu), as(db, 'government-officer', neighbour), as(db, 'expert', '*'), as(db, 'programme-officer', '*')]) {
      await expect(coverOf(who, at)).rejects.toThrow('protection-not-found');
      await expect(openReading(who, at, '想看一看')).rejects.toThrow('protection-not-found');
      expect(await listReports(who, binhu)).toMatchObject({ mayRead: false, reports: [] });
    }
    await expect(coverOf(ctxOf(db), at)).rejects.toThrow('sign-in-needed');
    expect(await listReports(director(db), binhu)).toMatchObject({ mayRead: true, reports: [{ id: at.id, state: 'open' }] });
  });

  test('that nobody takes in two hours is told to everybody above, once', async ({ db }) => {
    await aUser(db, 'county');
    await db.execute(sql`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values ('county', 'government-officer', ${baohe}, 'test', now())`);
    await opened(db);
    expect(await tellAbove(ctxOf(db, visitor, new Date(today.getTime() + 3_600_000)))).toBe('');
    const later = ctxOf(db, visitor, new Date(today.getTime() + 3 * 3_600_000));
    expect([await tellAbove(later), await tellAbove(later)]).toEqual(['1', '']);
    const { rows } = await db.execute(sql`select user_id as who from messages where kind = 'protection-waiting'`);
    expect(rows).toEqual([{ who: 'county' }]);
  });

  test('is closed with what was done, by somebody who knows of it', async ({ db }) => {
    const at = await opened(db);
    await expect(closeReport(director(db), at, '已移交公安')).rejects.toThrow('protection-not-known');
    await takeReport(director(db), at);
    await closeReport(director(db), at, '已移交公安，孩子在外婆家');
    await expect(closeReport(director(db), at, '再办结一次')).rejects.toThrow('protection-closed');
    expect(await coverOf(director(db), at)).toMatchObject({ state: 'closed', closedByName: 'director' });
  });

  test('that two people close, or end the keeping of, in the same moment is closed and ended once, with one record', async ({ onTestFinished }) => {
    const { db, close } = openDb((await workerDatabase()).appUrl, 6);
    onTestFinished(close);
    const at = await opened(db);
    await takeReport(director(db), at);
    const outcomes = async (run: () => Promise<void>) => (await Promise.allSettled([run(), run(), run()])).map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as Refusal).code)).toSorted();
    expect(await outcomes(() => closeReport(director(db), at, '已移交公安，孩子在外婆家'))).toEqual(['done', 'protection-closed', 'protection-closed']);
    expect(await outcomes(() => endHold(officer(db), at, { ending: 'over', reason: '法院已结案，依据结束' }))).toEqual(['done', 'protection-hold-over', 'protection-hold-over']);
    for (const event of ['protection.closed', 'protection.hold-ended']) expect(await db.$count(records, eq(records.event, event))).toBe(1);
  });

  test('keeps its evidence while a legal hold stands on it, whoever would end that', async ({ db }) => {
    const at = await opened(db);
    await takeReport(director(db), at);
    await closeReport(director(db), at, '已移交公安，孩子在外婆家');
    const office = as(db, 'programme-officer', '*');
    const hold = await placeHold(office, { regionCode: baohe, kind: 'thing', recordClass: 'protection-reports', subjectId: at.id, ground: 'litigation', reason: '法院要求保留全部材料', days: 30 });
    const end = () => endHold(officer(db), at, { ending: 'over', reason: '法院已结案，依据结束' });
    await expect(end()).rejects.toMatchObject({ code: 'protection-kept-by-law', status: 423 });
    await liftHold(ctxOf(db, person('government-officer', baohe, 'office-2')), { id: hold, reason: '法院来函说不再需要' });
    await end();
  });

  test('keeps its evidence until another person ends that, with the reason; who knew and what was done stay', async ({ db }) => {
    const at = await opened(db);
    const end = (who: Ctx, reason = '法院已结案，依据结束') => endHold(who, at, { ending: 'over', reason });
    await takeReport(director(db), at);
    await expect(end(officer(db))).rejects.toThrow('protection-not-closed');
    await closeReport(director(db), at, '已移交公安，孩子在外婆家');
    expect((await coverOf(director(db), at)).mayEndHold).toBe(false);
    await expect(end(director(db))).rejects.toThrow('protection-second-person');
    await expect(end(officer(db), '好')).rejects.toThrow('protection-reason');
    for (const who of [as(db, 'community-worker', binhu), as(db, 'government-officer', neighbour)]) await expect(end(who)).rejects.toThrow('protection-not-found');
    await end(officer(db));
    await expect(end(officer(db))).rejects.toThrow('protection-hold-over');
    await openReading(officer(db), at, '核对办结情况');
    expect(await coverOf(officer(db), at)).toMatchObject({ holdEnding: 'over', mayEndHold: false, content: { noticed: '', texts: [], closing: '已移交公安，孩子在外婆家', holdReason: '法院已结案，依据结束' } });
    const [told] = await db.select().from(records).where(eq(records.event, 'protection.hold-ended'));
    expect(told!.facts).toMatchObject({ ending: 'over', kind: 'suggestion', subjectId: 's1' });
    expect(await resealReports(ctxOf(db))).toBe(1);
  });

  test('goes on with those on duty when its place is given another code, unopened', async ({ db }) => {
    const at = await opened(db);
    const fresh = '340195001';
    await movedUnit(db, binhu, fresh);
    expect([await followRegions(ctxOf(db, system), changeId), await followRegions(ctxOf(db, system), changeId)]).toEqual(['1', '0']);
    expect(await onDuty(officer(db), fresh)).toEqual([{ userId: 'director', name: '儿童主任' }]);
    const there = ctxOf(db, person('community-worker', fresh, 'director'));
    expect(await coverOf(there, { regionCode: fresh, id: at.id })).toMatchObject({ id: at.id, state: 'open' });
    await expect(coverOf(there, at)).rejects.toThrow('protection-not-found');
  });

  test('goes to those named for the place, by its government alone; else to the nearest above', async ({ db }) => {
    await opened(db);
    await expect(nameDuty(director(db), binhu, 'director')).rejects.toThrow('not-allowed');
    await expect(nameDuty(officer(db), binhu, 'nobody-here')).rejects.toThrow('protection-nobody');
    expect(await listDuties(officer(db), binhu)).toMatchObject([{ userId: 'director' }]);
    expect(await onDuty(officer(db), `${binhu}001`)).toEqual([{ userId: 'director', name: '儿童主任' }]);
    await endDuty(officer(db), binhu, 'director');
    await expect(endDuty(officer(db), binhu, 'director')).rejects.toThrow('protection-nobody');
    expect(await onDuty(officer(db), binhu)).toEqual([]);
  });
});
