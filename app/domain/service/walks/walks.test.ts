import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { placeHold } from '#app/domain/children/retention/hold.ts';
import { records } from '#app/platform/tables.server.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { deviceAt, hashOf, later, phone, picture, plan, planned, type Said, sent, tap, walked, words, worker } from '#tests/walks.ts';
import { binhu, ctxOf, person, test } from '#tests/world.ts';
import { closeWalk } from './close-walk.ts';
import { addPhotos, enterSheet } from './enter-sheet.ts';
import { PhotoForm, PlanInput, SheetInput } from './input.ts';
import { limits } from './model.ts';
import { openPublicPhoto, openWalkPhoto } from './open-photo.ts';
import { planWalk } from './plan-walk.ts';
import { getWalk, listWalks } from './read.ts';
import { receivePhoto } from './receive-photo.ts';
import { syncWalk } from './sync-walk.ts';
import { walkEntries, walkPhotos } from './tables.server.ts';
import { takeWalk } from './take-walk.ts';

ownFilesFolder();

const takeBack = (seq: number, of: number): Said => ({ seq, deviceAt, kind: 'take-back', of });

async function withPicture(db: Db, code: string, deviceId: string, seq: number, shade?: string): Promise<void> {
  const content = await picture(shade);
  const sha256 = hashOf(content);
  await syncWalk(phone(db), sent(code, deviceId, [{ seq, deviceAt, kind: 'photo', sha256, mediaType: 'image/jpeg', size: content.length, point: 'bright', spot: null, note: '' }]));
  await receivePhoto(phone(db), { code, deviceId, sha256 }, content);
}

describe('planning a walk', () => {
  test('takes a place of the community, a day and numbers of children, and gives a code', async ({ db }) => {
    const { walk } = await planned(db);
    expect(walk).toMatchObject({ setting: 'route', segmentId: null, state: 'planned', children: { primary: 12 }, checklistVersion: 1 });
    expect(walk.parts.map(({ name }) => name)).toEqual(['北门至路口', '路口至校门']);
    expect(walk.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const [line] = await db.select().from(records).where(eq(records.event, 'walk.planned'));
    expect(line).toMatchObject({ actorId: 'fang', facts: { children: 12 } });
    expect(JSON.stringify(line!.facts)).not.toContain('小观察员');
  });

  test('needs the word that guardians agree, some children, a place that is there and a day that is near', async ({ db }) => {
    const { routeId } = await planned(db);
    expect(PlanInput.safeParse({ place: `route:${routeId}`, day: '2026-09-01', adults: '方', groupName: '组', primary: '0' }).error?.issues.map(({ path }) => path[0])).toEqual(['adults', 'consent']);
    expect(PlanInput.safeParse({ place: `route:${routeId}`, day: '2026-09-01', adults: '方主任', groupName: '组', consent: 'yes' }).error?.issues[0]?.message).toBe('walk-children-missing');
    const nonsense = PlanInput.safeParse({ place: `route:${routeId}`, day: '2026-09-01', adults: '方主任', groupName: '组', consent: 'yes', primary: '-3.5 亿' });
    expect(nonsense.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([['primary', 'whole-number']]);
    await expect(planWalk(worker(db), binhu, plan(`space:${randomUUID()}`))).rejects.toMatchObject({ code: 'walk-place-elsewhere' });
    await expect(planWalk(worker(db), binhu, plan(`route:${routeId}`, { day: '2028-09-01' }))).rejects.toMatchObject({ code: 'walk-day-far' });
  });

  test('is for those who work for the community', async ({ db }) => {
    const { id, routeId } = await planned(db);
    const stranger = ctxOf(db, person('community-worker', '420111003004', 'qiu'));
    await expect(planWalk(stranger, binhu, plan(`route:${routeId}`))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(getWalk(stranger, binhu, id)).rejects.toMatchObject({ status: 403 });
    await expect(closeWalk(stranger, binhu, id, { words, anyway: true })).rejects.toMatchObject({ status: 403 });
    await expect(listWalks(ctxOf(db), binhu)).rejects.toMatchObject({ status: 401 });
  });
});

describe('a phone', () => {
  test('whose clock stands in no year a database can write loses one entry and no more', async ({ db }) => {
    const { code, deviceId } = await walked(db);
    const odd = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:00', '9999-12-31T23:59:59-23:00'].map((at, index): Said => ({ ...tap(10 + index, 'bright', 'good'), deviceAt: at }));
    const { refused, acknowledged } = await syncWalk(phone(db), sent(code, deviceId, [...odd, tap(20, 'bright', 'good')]));
    expect([refused.map(({ seq, code: why }) => [seq, why]), acknowledged]).toEqual([[[10, 'walk-entry-unfit'], [11, 'walk-entry-unfit'], [12, 'walk-entry-unfit']], [20]]);
  });

  test('takes along the points in both languages and nothing of who walks', async ({ db }) => {
    const { code } = await planned(db, { teen: '6' });
    const pack = await takeWalk(phone(db), { code: code.toLowerCase().replaceAll('-', ' '), deviceId: randomUUID() });
    expect(pack.points.find(({ id }) => id === 'green-long')).toMatchObject({ ruleId: 'C4.2', text: { 'zh-CN': '绿灯的时间够我走过去', en: 'The green light is long enough for me' } });
    expect([pack.spots.map(({ name }) => name.en), pack.layers]).toEqual([['北门至路口', '路口至校门'], ['primary', 'teen']]);
    expect(JSON.stringify(pack)).not.toMatch(/方主任|小观察员/);
    const [line] = await db.select().from(records).where(eq(records.event, 'walk.taken'));
    expect([line!.actorId, line!.requestId]).toEqual(['', '']);
  });

  test('or a sheet that brings more than a walk can hold is told so; what was said can still be taken back', async ({ db }) => {
    const { id, code, deviceId } = await walked(db);
    await db.execute(sql`insert into walk_entries (county_code, walk_id, device_id, seq, kind, point, answer, is_paper, is_late, device_at, server_at)
      select county_code, walk_id, device_id, n, kind, point, answer, is_paper, is_late, device_at, server_at from walk_entries, generate_series(1000, ${1000 + limits.total - 8}) n where walk_id = ${id} and seq = 1`);
    const { acknowledged, refused } = await syncWalk(phone(db), sent(code, deviceId, [tap(7, 'bright', 'good'), tap(8, 'bright', 'bad'), { seq: 9, deviceAt, kind: 'take-back', of: 7 }]));
    expect([acknowledged, refused]).toEqual([[7, 9], [{ seq: 8, code: 'walk-entries-too-many' }]]);
    await expect(enterSheet(worker(db), binhu, id, SheetInput.parse({ sheetId: randomUUID(), 'cars-stop.good': '1' }))).rejects.toThrow('walk-entries-too-many');
    expect((await getWalk(worker(db), binhu, id)).taps).toBe(limits.total - 1);
  });

  test('sends the same again and it is once; two phones add up; what cannot be is told by its count', async ({ db }) => {
    const { id, code, deviceId, spot } = await walked(db);
    const again = await syncWalk(phone(db), sent(code, deviceId, [tap(1, 'cars-stop', 'bad', spot), tap(2, 'cars-stop', 'good', spot), tap(7, 'basin-reach', 'good'), tap(8, 'bright', 'splendid'), tap(9, 'bright', 'good', 'the-moon')]));
    expect([again.acknowledged, again.refused]).toEqual([[1], [{ seq: 2, code: 'walk-count-reused' }, { seq: 7, code: 'walk-point-unknown' }, { seq: 8, code: 'walk-entry-unfit' }, { seq: 9, code: 'walk-entry-unfit' }]]);
    const other = randomUUID();
    await expect(syncWalk(phone(db), sent(code, other, []))).rejects.toMatchObject({ code: 'walk-phone-unknown' });
    await takeWalk(phone(db), { code, deviceId: other });
    await syncWalk(phone(db), sent(code, other, [tap(1, 'cars-stop', 'good', spot), tap(2, 'bright', 'bad'), { seq: 3, deviceAt, kind: 'take-back', of: 2 }]));
    const { scores, taps, wrong } = await getWalk(worker(db), binhu, id);
    expect([taps, scores.points.find(({ point }) => point.id === 'cars-stop')?.tally]).toEqual([7, { good: 1, middling: 0, bad: 3, 'does-not-apply': 0, 'cannot-see': 0 }]);
    expect(wrong).toMatchObject([{ point: 'cars-stop', spot, bad: 3, counted: 4 }]);
  });

  test('is not asked for the age of so few children, and what it says of it is not kept', async ({ db }) => {
    const { id, code, deviceId } = await walked(db, { teen: '3' });
    await syncWalk(phone(db), sent(code, deviceId, [tap(20, 'clean', 'good', null, 'teen')]));
    const [row] = await db.select().from(walkEntries).where(eq(walkEntries.seq, 20));
    expect([row!.layer, (await getWalk(worker(db), binhu, id)).layers]).toEqual([null, []]);
  });

  test('sends a picture whose hash it announced; it loses its hidden place and waits for a moderator', async ({ db }) => {
    const { id, code, deviceId, spot } = await walked(db);
    const content = await picture();
    const sha256 = hashOf(content);
    await expect(receivePhoto(phone(db), { code, deviceId, sha256 }, content)).rejects.toMatchObject({ code: 'attachment-not-announced' });
    const pin: Said = { seq: 10, deviceAt, kind: 'photo', sha256, mediaType: 'image/jpeg', size: content.length, point: 'cars-stop', spot, note: '这里车很快' };
    expect((await syncWalk(phone(db), sent(code, deviceId, [pin]))).wanted).toEqual([sha256]);
    await expect(receivePhoto(phone(db), { code, deviceId, sha256 }, await picture('#000'))).rejects.toMatchObject({ code: 'attachment-hash-differs' });
    const receipt = await receivePhoto(phone(db), { code, deviceId, sha256 }, content);
    expect(await receivePhoto(phone(db, later(1)), { code, deviceId, sha256 }, content)).toEqual(receipt);
    const [photo] = await db.select().from(walkPhotos);
    expect((await openWalkPhoto(worker(db), binhu, id, photo!.id)).mediaType).toBe('image/jpeg');
    await expect(openPublicPhoto(phone(db), photo!.id, photo!.fileId!)).rejects.toMatchObject({ status: 404 });
    const [item] = await db.select().from(moderationItems).where(eq(moderationItems.subjectId, photo!.id));
    expect(item).toMatchObject({ kind: 'walk', state: 'waiting', from: 'child', texts: [{ field: 'note', text: '这里车很快' }] });
    await syncWalk(phone(db), sent(code, deviceId, [{ seq: 11, deviceAt, kind: 'take-back', of: 10 }]));
    expect([await db.$count(walkPhotos), await db.$count(files), await db.$count(moderationItems)]).toEqual([0, 0, 0]);
  });

  test('that comes after the end is heard but changes nothing; a new one gets nothing', async ({ db }) => {
    const { id, code, deviceId } = await walked(db);
    await closeWalk(worker(db), binhu, id, { words, anyway: false });
    const late = await syncWalk(phone(db), sent(code, deviceId, [tap(30, 'bright', 'bad')]));
    expect([late.isLate, late.acknowledged]).toEqual([true, [30]]);
    expect(await getWalk(worker(db), binhu, id)).toMatchObject({ taps: 6, late: 1 });
    await expect(takeWalk(phone(db), { code, deviceId: randomUUID() })).rejects.toMatchObject({ code: 'walk-over', status: 410 });
    await expect(takeWalk(phone(db), { code: '0000-0000-0000', deviceId })).rejects.toMatchObject({ code: 'walk-code-unknown' });
  });

  test('that takes a picture back after the end leaves what came in time, and takes its own late one away', async ({ db }) => {
    const { id, code, deviceId } = await walked(db);
    await withPicture(db, code, deviceId, 10);
    await closeWalk(worker(db), binhu, id, { words, anyway: true });
    await withPicture(db, code, deviceId, 11, '#024');
    const late = await syncWalk(phone(db), sent(code, deviceId, [takeBack(12, 10), takeBack(13, 11)]));
    expect([late.isLate, late.acknowledged, late.refused]).toEqual([true, [12, 13], []]);
    expect(await db.select({ seq: walkPhotos.seq, isLate: walkPhotos.isLate }).from(walkPhotos)).toEqual([{ seq: 10, isLate: false }]);
    expect(await db.$count(files)).toBe(1);
  });

  test('that takes back a picture which is kept by law is heard, and the picture stays', async ({ db }) => {
    const { code, deviceId } = await walked(db);
    for (const [seq, shade] of [[10, '#8fb'], [11, '#024']] as const) await withPicture(db, code, deviceId, seq, shade);
    const [kept] = await db.select().from(walkPhotos).where(eq(walkPhotos.seq, 10));
    await placeHold(ctxOf(db, person('programme-officer', '*', 'office')), { regionCode: binhu, kind: 'thing', recordClass: 'walk-photos', subjectId: kept!.id, ground: 'litigation', reason: '法院要求保留全部材料', days: 30 });
    const { acknowledged } = await syncWalk(phone(db), sent(code, deviceId, [tap(12, 'bright', 'good'), takeBack(13, 10), takeBack(14, 11)]));
    expect(acknowledged).toEqual([12, 13, 14]);
    expect(await db.select({ id: walkPhotos.id }).from(walkPhotos)).toEqual([{ id: kept!.id }]);
    expect(await db.$count(files)).toBe(1);
  });
});

describe('on paper', () => {
  test('the strokes of a sheet count like taps, and the same sheet counts once', async ({ db }) => {
    const { id } = await planned(db);
    const sheet = SheetInput.parse({ sheetId: randomUUID(), spot: '', 'bright.good': '4', 'bright.bad': '1', 'clean.cannot-see': '2' });
    await enterSheet(worker(db), binhu, id, sheet);
    await enterSheet(worker(db), binhu, id, sheet);
    const { scores, taps, papers, walk } = await getWalk(worker(db), binhu, id);
    expect([taps, papers, walk.state, scores.points.find(({ point }) => point.id === 'bright')?.score]).toEqual([7, 1, 'under-way', 80]);
    expect(SheetInput.safeParse({ sheetId: randomUUID(), 'bright.good': 'viele' }).error?.issues[0]).toMatchObject({ message: 'walk-strokes-unreadable', path: ['bright.good'] });
    await expect(enterSheet(worker(db), binhu, id, SheetInput.parse({ sheetId: randomUUID(), 'basin-reach.good': '4' }))).rejects.toMatchObject({ code: 'walk-sheet-empty' });
    await expect(enterSheet(worker(db), binhu, id, { ...sheet, sheetId: randomUUID(), spot: 'edge' })).rejects.toMatchObject({ code: 'walk-spot-unknown' });
  });

  test('photographs of a camera join, and one that is there already is not kept twice', async ({ db }) => {
    const { id } = await planned(db);
    const form = PhotoForm.parse({ sheetId: randomUUID(), point: 'bright', note: '灯不亮' });
    const content = await picture();
    await addPhotos(worker(db), binhu, id, form, [{ name: 'a.jpg', content }]);
    await addPhotos(worker(db), binhu, id, form, [{ name: 'b.jpg', content }]);
    expect((await getWalk(worker(db), binhu, id)).photos).toMatchObject([{ point: 'bright', note: '灯不亮' }]);
    expect(await db.$count(files)).toBe(1);
    await expect(addPhotos(worker(db), binhu, id, form, [])).rejects.toMatchObject({ code: 'walk-photo-missing' });
  });
});
