import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { aVisit, aPhone, began, entry, letter, sync, undone, unit } from '#tests/visits.ts';
import { anExpert, eventsOf, expert, office } from '#tests/reviews.ts';
import { as, test, today } from '#tests/world.ts';
import { assignVisitExpert } from './assign-expert.ts';
import { callOffVisit } from './call-off.ts';
import { SyncInput } from './input.ts';
import { contactDevice, registerDevice, revokeDevice } from './devices.ts';
import { listMyVisits } from './mine.ts';
import { settleField } from './settle.ts';
import { takeVisit } from './take.ts';
import { syncVisit } from './sync.ts';
import { visitEntries, visitFields, visits } from './tables.server.ts';

const level = (seq: number, value: string, base = 0) => entry(seq, 'level:A1.1', value, base);

describe('taking a visit along', () => {
  test('brings the rules, what the community says of itself and the record, and the server remembers the phone', async ({ db }) => {
    const visit = await aVisit(db);
    const pack = await takeVisit(expert(db, 'visitor'), visit.id, visit.phone);
    expect(pack.rules).toHaveLength(77);
    expect(pack.visit).toMatchObject({ state: 'planned', notice: 'announced', from: '2026-09-02', experts: [{ id: 'visitor', isMe: true, slot: 'expert' }] });
    expect(pack.community.code).toBe(unit);
    expect(pack.lacks).toContain('half-synced');
    expect(await eventsOf(db, visit.id)).toContain('visit.taken');
    expect(await listMyVisits(expert(db, 'visitor'))).toMatchObject([{ id: visit.id, communityCode: unit }]);
  });

  test('is for whom it was given to, on a phone of theirs that was not revoked', async ({ db }) => {
    const visit = await aVisit(db);
    const other = await anExpert(db, 'other');
    await expect(takeVisit(expert(db, other), visit.id, await aPhone(db, other))).rejects.toMatchObject({ code: 'visit-not-found' });
    await expect(takeVisit(expert(db, 'visitor'), visit.id, await aPhone(db, other))).rejects.toMatchObject({ code: 'device-unknown' });
    await expect(takeVisit(as(db, 'government-officer', unit), visit.id, visit.phone)).rejects.toMatchObject({ code: 'not-allowed' });
    await revokeDevice(expert(db, 'visitor'), { deviceId: visit.phone, reason: '' });
    await expect(takeVisit(expert(db, 'visitor'), visit.id, visit.phone)).rejects.toMatchObject({ code: 'device-revoked' });
  });
});

describe('syncing', () => {
  test('takes in what was written, counts it once however often it comes, and says how the record stands', async ({ db }) => {
    const visit = await aVisit(db);
    const batch = [began(1), level(2, 'met'), entry(3, 'note:A1.1', '门口有坡道'), level(4, 'partly')];
    const first = await sync(db, visit, batch, { remaining: 2 });
    expect(first).toMatchObject({ state: 'under-way', acknowledged: [1, 2, 3, 4], refused: [], conflicts: [], late: null, wipe: false });
    expect(first.lacks).toContain('half-synced');
    const again = await sync(db, visit, batch);
    expect(again.fields).toEqual(first.fields);
    expect(again.lacks).not.toContain('half-synced');
    expect(again.fields.find(({ path }) => path === 'level:A1.1')!.versions).toMatchObject([{ value: 'partly', seq: 4 }]);
    expect(await db.$count(visitEntries, eq(visitEntries.visitId, visit.id))).toBe(4);
    const [row] = await db.select().from(visits).where(eq(visits.id, visit.id));
    expect(row).toMatchObject({ state: 'synced', begunAt: today });
  });

  test('waits no longer for a phone that has sent everything and lets go', async ({ db }) => {
    const visit = await aVisit(db);
    const tablet = await aPhone(db, 'visitor', '平板');
    await takeVisit(expert(db, 'visitor'), visit.id, tablet);
    expect((await sync(db, visit, [began(1), level(2, 'met')])).lacks).toContain('half-synced');
    expect((await sync(db, visit, [], { deviceId: tablet, remaining: 1, isLettingGo: true })).lacks).toContain('half-synced');
    expect((await sync(db, visit, [], { deviceId: tablet, isLettingGo: true })).lacks).not.toContain('half-synced');
  });

  test('ends with the same record whatever the line does: batches cut, sent again, out of order, by two phones in turn', async ({ db }) => {
    const paths = ['level:A1.1', 'note:A1.1', 'note:A1.2'];
    const records: string[] = [];
    const visit = await aVisit(db);
    const tablet = await aPhone(db, 'visitor', '平板');
    const said = (phone: number, n: number) => (n % 3 === phone ? entry(n + 1, paths[0]!, phone ? 'met' : 'partly') : entry(n + 1, paths[1 + (n % 2)]!, `${phone}-${n}`));
    const days = [visit.phone, tablet].map((deviceId, phone) => ({ deviceId, entries: Array.from({ length: 9 }, (_, n) => said(phone, n)) }));
    for (const cuts of [[9], [4, 9, 9], [2, 1, 5, 3, 9, 4]]) {
      const [record, entries] = await undone(db, async (tx) => {
        for (const cut of cuts) for (const day of cuts.length % 2 ? days : days.toReversed()) await sync(tx, visit, day.entries.slice(Math.max(0, cut - 5), cut), { deviceId: day.deviceId });
        for (const day of days) await sync(tx, visit, day.entries.slice(0, 4), { deviceId: day.deviceId });
        const fields = await tx.select().from(visitFields).where(eq(visitFields.visitId, visit.id)).orderBy(visitFields.path);
        const words = fields.map(({ path, versions }) => [path, versions.map(({ deviceId, seq, value }) => [deviceId, seq, value]).toSorted()]);
        return [JSON.stringify(words), await tx.$count(visitEntries, eq(visitEntries.visitId, visit.id))] as const;
      });
      records.push(record);
      expect(entries).toBe(18);
    }
    expect(records).toHaveLength(3);
    expect(new Set(records).size).toBe(1);
  });

  test('keeps both words of two phones until an expert says which stays', async ({ db }) => {
    const visit = await aVisit(db);
    const tablet = await aPhone(db, 'visitor', '平板');
    await sync(db, visit, [level(1, 'met')]);
    const second = await sync(db, visit, [level(1, 'partly')], { deviceId: tablet });
    expect(second.conflicts).toMatchObject([{ path: 'level:A1.1', ours: { value: 'partly' }, theirs: [{ value: 'met', deviceId: visit.phone }] }]);
    expect(second.lacks).toContain('contested');
    const settled = { path: 'level:A1.1', revision: 2, keep: `${visit.phone} 1` };
    await expect(settleField(office(db), visit.id, settled)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(settleField(expert(db, 'visitor'), visit.id, { ...settled, revision: 1 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await settleField(expert(db, 'visitor'), visit.id, settled);
    const [field] = await db.select().from(visitFields).where(eq(visitFields.visitId, visit.id));
    expect(field!.versions).toMatchObject([{ value: 'met', deviceId: 'desk visitor' }]);
    expect(await db.$count(visitEntries, eq(visitEntries.visitId, visit.id))).toBe(3);
    await expect(settleField(expert(db, 'visitor'), visit.id, settled)).rejects.toMatchObject({ code: 'visit-not-contested' });
  });

  test('measures a clock that is wrong by days, believes its own and refuses nothing for it', async ({ db }) => {
    const visit = await aVisit(db);
    const wrong = new Date(today.getTime() + 3 * 86_400_000).toISOString();
    const synced = await sync(db, visit, [{ ...began(1), value: { at: wrong, place: null }, deviceAt: wrong }], { clockAt: wrong });
    expect(synced.skewMs).toBe(3 * 86_400_000);
    expect(synced.fields[0]!.versions[0]).toMatchObject({ deviceAt: wrong, serverAt: today.toISOString() });
    const [row] = await db.select().from(visits).where(eq(visits.id, visit.id));
    expect(row!.begunAt).toEqual(today);
  });

  test('tells what it cannot take, by its count, and takes the rest', async ({ db }) => {
    const visit = await aVisit(db);
    const hostile = [
      level(1, 'met'), entry(2, 'level:Z9.9', 'met'), entry(3, 'level:A1.1', 'excellent'), entry(4, 'began:../../etc', null), entry(5, 'secret:x', 1), entry(6, 'note:A1.1', 'x'.repeat(4001)),
      entry(7, 'note:A1.1', '\0'), entry(8, 'note:A1.1', '\ud800'), entry(9, 'photo:p1', { sha256: '../..', ruleId: null, caption: '', at: 'now', place: null }), entry(10, 'agenda:a99', { isDone: true, note: '' }),
      entry(11, 'overall:visit', { toString: 'x' }), entry(12, 'observation:o1', { ruleId: 'A1.1', text: '好', at: today.toISOString(), place: { latitude: 999, longitude: 0, accuracy: 1 }, attachments: [] }),
      entry(13, 'overall:visit', '总体良好'),
    ];
    const synced = await sync(db, visit, hostile);
    expect(synced.acknowledged).toEqual([1, 13]);
    expect(Object.fromEntries(synced.refused.map(({ seq, code }) => [seq, code]))).toMatchObject({ 2: 'visit-rule-unknown', 3: 'visit-value-unfit', 4: 'visit-path-unknown', 5: 'visit-path-unknown', 6: 'visit-value-unfit', 10: 'visit-path-unknown' });
    const reused = await sync(db, visit, [level(1, 'not-met')]);
    expect(reused.refused).toEqual([{ seq: 1, path: 'level:A1.1', code: 'visit-count-reused' }]);
    expect(reused.fields.find(({ path }) => path === 'level:A1.1')!.versions).toMatchObject([{ value: 'met' }]);
  });

  test('reads no letter that is none', () => {
    const good = letter('01890000-0000-7000-8000-000000000000', []);
    const isRead = (more: object) => SyncInput.safeParse({ ...good, ...more }).success;
    expect(isRead({})).toBe(true);
    const most = Array.from({ length: 501 }, (_, seq) => level(seq + 1, 'met'));
    const wrong = [{ remaining: -1 }, { clockAt: 'soon' }, { fields: most }, { fields: [{ ...level(1, 'met'), seq: 1.5 }] }, { fields: [{ ...level(1, 'met'), baseRevision: -1 }] }, { attachments: [{ sha256: 'x' }] }, { deviceId: "' or 1=1" }];
    expect(wrong.map(isRead)).toEqual(wrong.map(() => false));
  });

  test('keeps beside the record what comes after the end, and what somebody brings who goes no more', async ({ db }) => {
    const visit = await aVisit(db);
    await sync(db, visit, [level(1, 'met')]);
    await assignVisitExpert(office(db), visit.id, { slot: 'expert', expertId: await anExpert(db, 'next') });
    expect(await sync(db, visit, [level(2, 'not-met')])).toMatchObject({ late: 'set-aside', acknowledged: [2] });
    await callOffVisit(office(db), visit.id, { reason: '台风停课' });
    const late = await sync(db, visit, [entry(3, 'note:A1.1', '还有一句')]);
    expect(late).toMatchObject({ late: 'over', state: 'called-off', acknowledged: [3] });
    expect(late.fields.find(({ path }) => path === 'level:A1.1')!.versions).toMatchObject([{ value: 'met' }]);
    const kept = await db.select({ seq: visitEntries.seq, isLate: visitEntries.isLate }).from(visitEntries).where(eq(visitEntries.visitId, visit.id)).orderBy(visitEntries.seq);
    expect(kept).toEqual([{ seq: 1, isLate: false }, { seq: 2, isLate: true }, { seq: 3, isLate: true }]);
    expect(await eventsOf(db, visit.id)).toContain('visit.came-late');
  });

  test('is refused to a stranger, and takes nothing from a phone that was revoked but the word to clear itself', async ({ db }) => {
    const visit = await aVisit(db);
    const stranger = await anExpert(db, 'stranger');
    await expect(syncVisit(expert(db, stranger), visit.id, letter(await aPhone(db, stranger), [level(1, 'met')]))).rejects.toMatchObject({ code: 'visit-not-found' });
    await expect(syncVisit(expert(db, stranger), 'nonsense', letter(visit.phone, []))).rejects.toMatchObject({ code: 'visit-not-found' });
    await expect(sync(db, { ...visit, phone: '01890000-0000-7000-8000-000000000000' }, [])).rejects.toMatchObject({ code: 'device-unknown' });
    await takeVisit(expert(db, 'visitor'), visit.id, visit.phone);
    await revokeDevice(office(db), { deviceId: visit.phone, reason: '丢了' });
    expect(await sync(db, visit, [level(1, 'met')])).toMatchObject({ wipe: true, acknowledged: [], fields: [] });
    expect(await db.$count(visitEntries, eq(visitEntries.visitId, visit.id))).toBe(0);
  });
});

describe('a device', () => {
  test('hears without a session that it was revoked, once written down, and cannot be registered again', async ({ db }) => {
    const visit = await aVisit(db);
    const nobody = { ...office(db), actor: { id: '', name: '', grants: [] } };
    expect(await contactDevice(nobody, visit.phone)).toMatchObject({ wipe: false });
    await expect(revokeDevice(as(db, 'government-officer', unit), { deviceId: visit.phone, reason: '' })).rejects.toMatchObject({ code: 'not-allowed' });
    await revokeDevice(expert(db, 'visitor'), { deviceId: visit.phone, reason: '换手机' });
    for (let time = 0; time < 2; time++) expect(await contactDevice(nobody, visit.phone)).toMatchObject({ wipe: true });
    expect((await eventsOf(db, visit.phone)).filter((event) => event === 'device.wiped')).toHaveLength(1);
    expect(await contactDevice(nobody, 'nonsense')).toMatchObject({ wipe: false });
    await expect(registerDevice(expert(db, 'visitor'), { deviceId: visit.phone, name: '又来' })).rejects.toMatchObject({ code: 'device-revoked' });
    await expect(registerDevice(as(db, 'government-officer', unit), { deviceId: visit.phone, name: '别人' })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
