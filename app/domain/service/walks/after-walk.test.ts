import { randomUUID } from 'node:crypto';
import { and, eq, like } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { askDue } from '#app/domain/base/communities/told.ts';
import { evidence, evidenceCitations } from '#app/domain/base/evidence/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { liftHold, placeHold } from '#app/domain/children/retention/hold.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { hazardPhotos, hazards } from '#app/domain/service/hazards/tables.server.ts';
import { SpaceInput } from '#app/domain/service/spaces/input.ts';
import { registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { later, phone, picture, plan, planned, sent, tap, walked, words, worker } from '#tests/walks.ts';
import { as, binhu, ctxOf, person, test, today } from '#tests/world.ts';
import { closeWalk } from './close-walk.ts';
import { addPhotos, enterSheet } from './enter-sheet.ts';
import { CloseInput, PhotoForm, TicketInput } from './input.ts';
import { openTicket } from './open-ticket.ts';
import { callOffWalk, planWalk } from './plan-walk.ts';
import { getWalk, listWalks } from './read.ts';
import { syncWalk } from './sync-walk.ts';
import { walkEntries, walkPhones, walkPhotos, walks, walkTickets } from './tables.server.ts';
import { dropEvidence } from './drop-evidence.ts';
import { walksDue } from './due.ts';
import { followRegions } from './follow-regions.ts';
import { childWalk, publicWalks } from './told.ts';
import { pageOfWalks } from './walk-pages.ts';

ownFilesFolder();

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
    const [entry] = await db.select().from(walkEntries).limit(1);
    for (const first of [10_001, 12_001, 14_001]) await db.insert(walkEntries).values(Array.from({ length: 2000 }, (_, at) => ({ ...entry!, seq: first + at })));
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
    const end = () => dropEvidence(ctxOf(db, system), { kind: 'walk', subjectId: photo!.id, outcome: 'dropped' });
    const hold = await placeHold(ctxOf(db, person('programme-officer', '*', 'one')), { regionCode: '*', kind: 'thing', recordClass: 'walk-photos', subjectId: photo!.id, ground: 'litigation', reason: '法院要求保留全部材料', days: 30 });
    expect([await end(), await db.$count(walkPhotos)], 'a legal hold keeps it').toEqual(['kept', 1]);
    await liftHold(ctxOf(db, person('programme-officer', '*', 'two')), { id: hold, reason: '法院来函说不再需要' });
    expect(await end()).toBe('dropped');
    const said = await db.select({ event: records.event }).from(records).where(and(eq(records.subjectId, id), like(records.event, 'walk.evidence-%'))).orderBy(records.id);
    expect(said.map(({ event }) => event)).toEqual(['walk.evidence-kept', 'walk.evidence-dropped']);
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
