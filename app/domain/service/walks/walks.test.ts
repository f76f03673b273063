import { createHash, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { askDue } from '#app/domain/base/communities/told.ts';
import { evidence, evidenceCitations } from '#app/domain/base/evidence/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { hazardPhotos, hazards } from '#app/domain/service/hazards/tables.server.ts';
import { RouteInput, SpaceInput } from '#app/domain/service/spaces/input.ts';
import { getOwnRoute } from '#app/domain/service/spaces/read-routes.ts';
import { checkSegment } from '#app/domain/service/spaces/check-segment.ts';
import { drawRoute, publishRoute } from '#app/domain/service/spaces/save-route.ts';
import { registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { type Ctx, system, visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { as, binhu, ctxOf, person, test, today } from '#tests/world.ts';
import { closeWalk } from './close-walk.ts';
import { addPhotos, enterSheet } from './enter-sheet.ts';
import { CloseInput, PhotoForm, PlanInput, SheetInput, type SyncInput, TicketInput } from './input.ts';
import { openPublicPhoto, openWalkPhoto } from './open-photo.ts';
import { openTicket } from './open-ticket.ts';
import { callOffWalk, planWalk } from './plan-walk.ts';
import { getWalk, listWalks } from './read.ts';
import { receivePhoto } from './receive-photo.ts';
import { syncWalk } from './sync-walk.ts';
import { walkEntries, walkPhones, walkPhotos, walks, walkTickets } from './tables.server.ts';
import { takeWalk } from './take-walk.ts';
import { dropEvidence } from './drop-evidence.ts';
import { walksDue } from './due.ts';
import { followRegions } from './follow-regions.ts';
import { childWalk, publicWalks } from './told.ts';
import { pageOfWalks } from './walk-pages.ts';

ownFilesFolder();

const worker = (db: Db, now: Date = today): Ctx => ctxOf(db, person('community-worker', binhu, 'fang'), now);
const phone = (db: Db, now: Date = today): Ctx => ({ ...ctxOf(db, visitor, now), address: '10.2.2.2' });
const later = (days: number) => new Date(today.getTime() + days * 86_400_000);
const picture = (shade = '#8fb') => sharp({ create: { width: 40, height: 30, channels: 3, background: shade } }).withExif({ IFD3: { GPSLatitude: '31/1 44/1 6/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const deviceAt = '2026-09-01T08:00:00+08:00';
const words = '谢谢你们，我们马上去修。';
const plan = (place: string, more: Record<string, unknown> = {}) => PlanInput.parse({ place, day: '2026-09-01', adults: '方主任', groupName: '三年级小观察员', primary: '12', consent: 'yes', ...more });

async function planned(db: Db, more: Record<string, unknown> = {}, now = today) {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aUser(db, 'fang');
  const ctx = worker(db, now);
  const routeId = await drawRoute(ctx, binhu, RouteInput.parse({ name: `观湖苑—附小 ${now.getTime()}`, school: '附小', segments: '北门至路口 | 117.293,31.735 117.294,31.734\n路口至校门' }));
  const { segments } = await getOwnRoute(ctx, binhu, routeId);
  for (const { id } of segments) await checkSegment(ctx, routeId, id, { crossing: 'ok', light: 'ok', pavement: 'ok', shade: 'ok', sight: 'ok' });
  await publishRoute(ctx, routeId, 'published');
  const id = await planWalk(ctx, binhu, plan(`route:${routeId}`, more));
  const [walk] = await db.select().from(walks).where(eq(walks.id, id));
  return { id, walk: walk!, code: walk!.code, routeId, spot: segments[0]!.id };
}

type Said = SyncInput['entries'][number];
const tap = (seq: number, point: string, answer: string, spot: string | null = null, layer: string | null = null): Said => ({ seq, deviceAt, kind: 'observation', point, answer, layer, spot });
const sent = (code: string, deviceId: string, entries: Said[], more: Partial<SyncInput> = {}): SyncInput => ({ code, deviceId, clockAt: today.toISOString(), entries, remaining: 0, ...more });

async function walked(db: Db, more: Record<string, unknown> = {}) {
  const one = await planned(db, more);
  const deviceId = randomUUID();
  await takeWalk(phone(db), { code: one.code, deviceId });
  await syncWalk(phone(db), sent(one.code, deviceId, [1, 2, 3].map((seq) => tap(seq, 'cars-stop', 'bad', one.spot)).concat([4, 5, 6].map((seq) => tap(seq, 'bright', 'good')))));
  return { ...one, deviceId };
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
  test('takes along the points in both languages and nothing of who walks', async ({ db }) => {
    const { code } = await planned(db, { teen: '6' });
    const pack = await takeWalk(phone(db), { code: code.toLowerCase().replaceAll('-', ' '), deviceId: randomUUID() });
    expect(pack.points.find(({ id }) => id === 'green-long')).toMatchObject({ ruleId: 'C4.2', text: { 'zh-CN': '绿灯的时间够我走过去', en: 'The green light is long enough for me' } });
    expect([pack.spots.map(({ name }) => name.en), pack.layers]).toEqual([['北门至路口', '路口至校门'], ['primary', 'teen']]);
    expect(JSON.stringify(pack)).not.toMatch(/方主任|小观察员/);
    const [line] = await db.select().from(records).where(eq(records.event, 'walk.taken'));
    expect([line!.actorId, line!.requestId]).toEqual(['', '']);
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

describe('a ticket', () => {
  test('is made of what is not good, once, with its pictures and its place, and its state comes back to the walk', async ({ db }) => {
    const { id, spot } = await walked(db);
    await addPhotos(worker(db), binhu, id, PhotoForm.parse({ sheetId: randomUUID(), point: 'cars-stop', spot }), [{ name: 'a.jpg', content: await picture() }]);
    const source = `point:cars-stop:${spot}`;
    const hazardId = await openTicket(worker(db), binhu, id, TicketInput.parse({ source }));
    const [hazard] = await db.select().from(hazards).where(eq(hazards.id, hazardId));
    expect(hazard).toMatchObject({ kind: 'crossing', danger: 3, source: 'walk', sourceId: id, segmentId: spot, state: 'reported', childId: null, text: '孩子走查时说不好：“过马路时，车会停下来”' });
    expect(hazard!.placeText).toContain('北门至路口');
    expect(hazard!.lng).toBeCloseTo(117.294);
    expect(await db.select({ moment: hazardPhotos.moment }).from(hazardPhotos)).toEqual([{ moment: 'before' }]);
    await expect(openTicket(worker(db), binhu, id, TicketInput.parse({ source }))).rejects.toMatchObject({ code: 'walk-ticket-there' });
    await expect(openTicket(worker(db), binhu, id, TicketInput.parse({ source: 'point:bright:' }))).rejects.toMatchObject({ code: 'walk-source-unknown' });
    await db.update(hazards).set({ state: 'repaired' }).where(eq(hazards.id, hazardId));
    expect((await getWalk(worker(db), binhu, id)).wrong).toMatchObject([{ ticket: { hazardId, state: 'repaired' } }]);
  });

  test('may be the same as one that is open there', async ({ db }) => {
    const { id, spot } = await walked(db);
    const hazardId = await openTicket(worker(db), binhu, id, TicketInput.parse({ source: `point:cars-stop:${spot}` }));
    await addPhotos(worker(db), binhu, id, PhotoForm.parse({ sheetId: randomUUID(), spot }), [{ name: 'a.jpg', content: await picture() }]);
    const { photos, open } = await getWalk(worker(db), binhu, id);
    expect(open).toMatchObject([{ id: hazardId, kind: 'crossing' }]);
    expect(await openTicket(worker(db), binhu, id, TicketInput.parse({ source: photos[0]!.source, same: hazardId }))).toBe(hazardId);
    expect([await db.$count(hazards), (await getWalk(worker(db), binhu, id)).tickets.length]).toEqual([1, 2]);
    await expect(openTicket(worker(db), binhu, id, { source: photos[0]!.source, kind: undefined, danger: undefined, same: randomUUID() })).rejects.toMatchObject({ code: 'walk-ticket-there' });
  });
});

describe('the end of a walk', () => {
  test('waits for phones unless told not to, fixes the scores and leaves evidence for what children found good', async ({ db }) => {
    const { id, code, deviceId } = await walked(db);
    await syncWalk(phone(db), sent(code, deviceId, [], { remaining: 4 }));
    await expect(closeWalk(worker(db), binhu, id, CloseInput.parse({ words }))).rejects.toMatchObject({ code: 'walk-half-synced' });
    await closeWalk(worker(db), binhu, id, CloseInput.parse({ words, anyway: 'yes' }));
    const [walk] = await db.select().from(walks).where(eq(walks.id, id));
    expect(walk).toMatchObject({ state: 'closed', result: { score: 50, counted: 6 } });
    const [piece] = await db.select().from(evidence).where(eq(evidence.regionCode, binhu)).orderBy(evidence.id).then((rows) => rows.filter(({ title }) => title.startsWith('一米视角')));
    const cited = await db.select({ ruleId: evidenceCitations.ruleId }).from(evidenceCitations).where(eq(evidenceCitations.evidenceId, piece!.id));
    expect(cited.map(({ ruleId }) => ruleId)).toContain('C5.2');
    expect(cited.map(({ ruleId }) => ruleId)).not.toContain('C4.2');
    expect(JSON.stringify(piece)).not.toMatch(/方主任|小观察员/);
    await expect(closeWalk(worker(db), binhu, id, { words, anyway: true })).rejects.toMatchObject({ code: 'walk-over' });
  });

  test('is not to be had of a walk on which nothing was said; that one is called off', async ({ db }) => {
    const { id } = await planned(db);
    await expect(closeWalk(worker(db), binhu, id, { words, anyway: true })).rejects.toMatchObject({ code: 'walk-nothing-said' });
    await callOffWalk(worker(db), binhu, id, { words: '下雨了' });
    await expect(callOffWalk(worker(db), binhu, id, { words: '下雨了' })).rejects.toMatchObject({ code: 'walk-over' });
    await expect(openTicket(worker(db), binhu, id, TicketInput.parse({ source: 'point:bright:' }))).rejects.toMatchObject({ code: 'walk-nothing-said' });
    await expect(enterSheet(worker(db), binhu, id, { sheetId: randomUUID(), spot: null, strokes: { 'bright.good': 1 } })).rejects.toMatchObject({ code: 'walk-over' });
  });
});

describe('before and after', () => {
  test('the same place walked again stands beside its last walk; a place outdoors is not compared with a way', async ({ db }) => {
    const { id, routeId, spot } = await walked(db);
    await closeWalk(worker(db), binhu, id, { words, anyway: true });
    const now = later(30);
    const again = await planWalk(worker(db, now), binhu, plan(`route:${routeId}`, { day: '2026-10-01' }));
    await enterSheet(worker(db, now), binhu, again, { sheetId: randomUUID(), spot, strokes: { 'cars-stop.good': 5, 'bright.good': 3 } });
    const { before } = await getWalk(worker(db, now), binhu, again);
    expect(before).toMatchObject({ id, points: [{ id: 'cars-stop', before: 0, after: 100, change: 'better' }, { id: 'bright', change: 'same' }] });
    const spaceId = await registerSpace(worker(db), binhu, SpaceInput.parse({ name: '中心游戏场', kind: 'playground', bands: ['7-12'], address: '中心广场', responsibleName: '方' }));
    const outdoors = await planWalk(worker(db, now), binhu, plan(`space:${spaceId}`, { day: '2026-10-01' }));
    expect((await getWalk(worker(db, now), binhu, outdoors)).before).toBeNull();
  });
});

describe('what is told', () => {
  test('names nobody, counts no few children, and shows of repairs only those that were confirmed', async ({ db }) => {
    const { id, spot } = await walked(db, { primary: '8' });
    const hazardId = await openTicket(worker(db), binhu, id, TicketInput.parse({ source: `point:cars-stop:${spot}` }));
    await expect(childWalk(phone(db), id)).rejects.toMatchObject({ code: 'walk-not-found' });
    expect(await publicWalks(phone(db), binhu)).toEqual([]);
    await closeWalk(worker(db), binhu, id, { words, anyway: true });
    const told = async () => (await publicWalks(phone(db), binhu))[0]!;
    expect(await told()).toMatchObject({ children: null, score: 50, counts: { all: 1, verified: 0 }, repairs: [], endWords: words });
    expect(JSON.stringify([await told(), await childWalk(phone(db), id)])).not.toMatch(/方主任|小观察员|"counted"/);
    await db.update(hazards).set({ state: 'verified' }).where(eq(hazards.id, hazardId));
    expect((await told()).repairs).toEqual([]);
    await db.update(moderationItems).set({ state: 'approved' }).where(and(eq(moderationItems.kind, 'hazard'), eq(moderationItems.subjectId, hazardId)));
    expect((await told()).repairs).toMatchObject([{ hazardId, point: 'cars-stop' }]);
    expect((await childWalk(phone(db), id)).tickets).toMatchObject([{ point: 'cars-stop', state: 'verified' }]);
  });
});

describe('what goes on', () => {
  test('in another county is the whole walk: entries, pictures, phones and tickets, none lost, none twice', async ({ db }) => {
    const { id, code, deviceId, spot } = await walked(db);
    await addPhotos(worker(db), binhu, id, PhotoForm.parse({ sheetId: randomUUID(), spot }), [{ name: 'a.jpg', content: await picture() }]);
    await openTicket(worker(db), binhu, id, TicketInput.parse({ source: `point:cars-stop:${spot}` }));
    const tables = { walks, walkEntries, walkPhotos, walkPhones, walkTickets };
    const rows = async () => Object.fromEntries(await Promise.all(Object.entries(tables).map(async ([name, table]) => [name, (await db.select().from(table)).map((row) => JSON.stringify({ ...row, countyCode: 0, ...('regionCode' in row ? { regionCode: '' } : {}) })).toSorted()] as const)));
    const before = await rows();
    const fresh = '340195001';
    await movedUnit(db, binhu, fresh);
    expect([await followRegions(ctxOf(db, system), changeId), await followRegions(ctxOf(db, system), changeId)]).toEqual(['1', '0']);
    expect(await rows()).toEqual(before);
    for (const table of Object.values(tables)) for (const row of await db.select({ countyCode: table.countyCode }).from(table)) expect(row.countyCode).toBe(340195);
    expect((await syncWalk(phone(db), sent(code, deviceId, [tap(9, 'clean', 'good')]))).acknowledged).toEqual([9]);
    expect(await listWalks(as(db, 'community-worker', fresh), fresh)).toMatchObject([{ id, tickets: 1 }]);
  });

  test('a picture that is kept as evidence no longer goes with its bytes', async ({ db }) => {
    const { id } = await walked(db);
    await addPhotos(worker(db), binhu, id, PhotoForm.parse({ sheetId: randomUUID() }), [{ name: 'a.jpg', content: await picture() }]);
    const [photo] = await db.select().from(walkPhotos);
    expect(await dropEvidence(ctxOf(db, system), { kind: 'walk', subjectId: photo!.id, outcome: 'returned' })).toBeUndefined();
    expect(await dropEvidence(ctxOf(db, system), { kind: 'walk', subjectId: photo!.id, outcome: 'dropped' })).toBe('dropped');
    expect([await db.$count(walkPhotos), await db.$count(files)]).toEqual([0, 0]);
  });

  test('into a file is every walk of the region, a small group without its number', async ({ db }) => {
    const { id } = await walked(db, { primary: '4' });
    expect((await pageOfWalks(worker(db), { region: binhu })).rows).toMatchObject([{ id, unit: '安徽省 合肥市 包河区 滨湖世纪社区', children: null, tickets: 0, verified: 0, state: 'under-way' }]);
    await expect(pageOfWalks(ctxOf(db, person('expert', '*', 'lin')), {})).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('on a community’s list of what is due: a walk that comes, and one that is not closed', async ({ db }) => {
    const { routeId } = await walked(db);
    const due = async (now: Date) => (await askDue(worker(db, now), [walksDue], [binhu])).map(({ kind, dueOn, figure }) => [kind, dueOn, figure]);
    expect(await due(today)).toEqual([['walk-close', '2026-09-01', 1]]);
    await planWalk(worker(db), binhu, plan(`route:${routeId}`, { day: '2026-09-04' }));
    expect(await due(today)).toEqual([['walk-close', '2026-09-01', 1], ['walk-comes', '2026-09-04', 1]]);
    expect(await due(later(5))).toEqual([['walk-close', '2026-09-01', 2]]);
  });
});
