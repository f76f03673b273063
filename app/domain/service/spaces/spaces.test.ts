import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { askDue } from '#app/domain/base/communities/told.ts';
import { evidenceCitations } from '#app/domain/base/evidence/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { checklistOf, rulesShown } from './checklist.ts';
import { checkSegment } from './check-segment.ts';
import { closeSpace, reopenSpace } from './close-space.ts';
import { fromGcj02, toGcj02, toWgs84 } from './coordinates.ts';
import { spacesDue } from './due.ts';
import { isOpenAt, kindOfDay, readSpans } from './hours.ts';
import { InspectionInput, RouteInput, SegmentInput, SpaceInput } from './input.ts';
import { inspectSpace } from './inspect-space.ts';
import { getOwnSpace, getSpace, listOwnSpaces, listSpaces } from './read.ts';
import { getOwnRoute, listRoutes } from './read-routes.ts';
import { editSpace, registerSpace } from './save-space.ts';
import { drawRoute, publishRoute, redrawRoute } from './save-route.ts';

const given = { name: '观湖苑游戏场', kind: 'playground', bands: ['4-6'], address: '观湖苑中心广场', lng: '117.2938', lat: '31.7351', workdays: '9:00-18:00', daysOff: '', holidays: '', responsibleName: '王芳', responsibleContact: '0551-1' };
const worker = (db: Db, now = today) => as(db, 'community-worker', binhu, now);

async function aSpace(db: Db, changed: Record<string, unknown> = {}) {
  await aRegion(db, binhu, '滨湖世纪社区');
  return registerSpace(worker(db), binhu, SpaceInput.parse({ ...given, ...changed }));
}
const inspection = (bad: Record<string, string> = {}) =>
  InspectionInput.parse({ ...Object.fromEntries(checklistOf('playground').map(({ item }) => [`verdict-${item}`, bad[item] ? 'bad' : 'ok'])), ...Object.fromEntries(Object.entries(bad).map(([item, note]) => [`note-${item}`, note])) });
const events = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map(({ event }) => event);

describe('registering a space', () => {
  test('keeps it, tells the public of it without the contact, and leaves a record', async ({ db }) => {
    const id = await aSpace(db);
    const seen = await getSpace(ctxOf(db), id);
    expect(seen).toMatchObject({ name: '观湖苑游戏场', isIndoor: false, isOpenNow: true, at: [117.2938, 31.7351] });
    expect(seen).not.toHaveProperty('responsibleContact');
    expect((await getOwnSpace(worker(db), binhu, id)).responsibleContact).toBe('0551-1');
    expect(await events(db, id)).toEqual(['space.registered']);
    await expect(aSpace(db)).rejects.toThrow('space-known');
  });

  test('is nobody’s from elsewhere, and of elsewhere it does not exist', async ({ db }) => {
    const id = await aSpace(db);
    const stranger = as(db, 'community-worker', neighbour);
    await expect(registerSpace(stranger, binhu, SpaceInput.parse({ ...given, name: '别处' }))).rejects.toThrow('not-allowed');
    await expect(registerSpace(ctxOf(db), binhu, SpaceInput.parse({ ...given, name: '别处' }))).rejects.toThrow('sign-in-needed');
    await expect(editSpace(stranger, id, SpaceInput.parse(given))).rejects.toThrow('space-not-found');
    await expect(getOwnSpace(stranger, binhu, id)).rejects.toThrow('space-not-found');
  });

  test('shows the rough place only where that was asked, and refuses a change over somebody else’s', async ({ db }) => {
    const id = await aSpace(db, { isCoarse: 'yes' });
    expect((await getSpace(ctxOf(db), id)).at).toEqual([117.294, 31.736]);
    await editSpace(worker(db), id, SpaceInput.parse({ ...given, inspectEvery: '7' }), 1);
    await expect(editSpace(worker(db), id, SpaceInput.parse(given), 1)).rejects.toThrow('changed-meanwhile');
  });

  test('says what cannot be read', () => {
    const wrong = SpaceInput.safeParse({ ...given, workdays: '九点', fittings: '滑梯', lng: '2.35', lat: '48.8', bands: [] });
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual(expect.arrayContaining(['space-hours-unreadable', 'space-fittings-unreadable', 'space-bands-missing']));
    expect(SpaceInput.safeParse({ ...given, lng: '2.35', lat: '48.8' }).error?.issues[0]?.message).toBe('coordinates-unreadable');
    expect(SpaceInput.parse({ ...given, fittings: '滑梯 4-6 2 磨损' }).fittings).toEqual([{ name: '滑梯', band: '4-6', count: 2, condition: 'worn' }]);
  });
});

describe('opening hours', () => {
  test('follow the kind of the day: a working Saturday is a working day, a holiday has hours of its own', () => {
    const hours = { workdays: readSpans('9:00-11:30, 14:00-18:00')!, daysOff: [], holidays: readSpans('10:00-12:00')!, note: '' };
    const at = (time: string) => new Date(`2026-09-01T${time}:00+08:00`);
    expect([isOpenAt(hours, 'workdays', at('11:29'), '2026-09-01'), isOpenAt(hours, 'workdays', at('11:30'), '2026-09-01'), isOpenAt(hours, 'daysOff', at('10:00'), '2026-09-01'), isOpenAt(hours, 'holidays', at('10:00'), '2026-09-01')]).toEqual([true, false, false, true]);
    expect([kindOfDay({ isWorkday: true, name: '国庆节调休' }), kindOfDay({ isWorkday: false, name: '国庆节' }), kindOfDay({ isWorkday: false, name: '' })]).toEqual(['workdays', 'holidays', 'daysOff']);
    expect([readSpans('18:00-9:00'), readSpans('25:00-26:00'), readSpans('9:75-10:00')]).toEqual([undefined, undefined, undefined]);
  });

  test('are searched as they are at this moment, with age and roof', async ({ db }) => {
    await aSpace(db);
    const find = async (filter: Parameters<typeof listSpaces>[1], now = today) => (await listSpaces(ctxOf(db, undefined, now), { region: binhu, ...filter })).rows.length;
    expect([await find({ open: 'yes' }), await find({ open: 'yes' }, new Date('2026-09-01T12:00:00Z')), await find({ band: '4-6' }), await find({ band: '13-18' }), await find({ where: 'indoor' }), await find({ text: '观湖' }), await find({ text: '%' })]).toEqual([1, 0, 1, 0, 0, 1, 0]);
  });
});

describe('inspecting', () => {
  test('every point or none; what is in order is evidence for its rules, and the next day is set', async ({ db }) => {
    const id = await aSpace(db);
    await expect(inspectSpace(worker(db), id, { note: '', findings: [] })).rejects.toThrow('inspection-unfinished');
    await inspectSpace(worker(db), id, inspection({ surface: '地垫破了' }));
    const [row] = await listOwnSpaces(worker(db), binhu);
    expect(row).toMatchObject({ inspectNextOn: '2026-10-01', isLate: false });
    const cited = await db.select({ ruleId: evidenceCitations.ruleId }).from(evidenceCitations).where(and(eq(evidenceCitations.by, 'operation'), eq(evidenceCitations.subjectId, `spaces:${id}`)));
    const rules = cited.map(({ ruleId }) => ruleId);
    expect(rules.toSorted()).toEqual(['C1.1', 'C3.1', 'C3.2', 'C3.3', 'C3.4', 'C3.5', 'C4.2', 'C4.4', 'C5.2', 'C5.3']);
    expect(await askDue(worker(db, new Date('2026-09-30T02:00:00Z')), [spacesDue], [binhu])).toMatchObject([{ kind: 'spaces-inspect', dueOn: '2026-10-01', figure: 1 }]);
    await expect(inspectSpace(as(db, 'community-worker', neighbour), id, inspection())).rejects.toThrow('space-not-found');
  });

  test('speaks for a rule only when nothing of it is bad; the record itself speaks for regular inspection', () => {
    expect(rulesShown('playground', [{ item: 'surface', verdict: 'bad' }, { item: 'step-free', verdict: 'ok' }, { item: 'sharp', verdict: 'ok' }])).toEqual(['C1.1', 'C3.4', 'C3.5']);
    expect(rulesShown('playroom', [{ item: 'fire-exit', verdict: 'bad' }, { item: 'air', verdict: 'ok' }])).toEqual(['C1.1']);
    expect(InspectionInput.safeParse({ 'verdict-light': 'bad' }).error?.issues[0]?.message).toBe('finding-words-missing');
  });
});

test('a space is closed with its reason and looked at when it opens again', async ({ db }) => {
  const id = await aSpace(db);
  await expect(closeSpace(worker(db), id, { reason: '地面改造', reopensOn: '2026-08-01' })).rejects.toThrow('space-reopens-in-past');
  await closeSpace(worker(db), id, { reason: '地面改造', reopensOn: '2026-10-01' });
  expect(await getSpace(ctxOf(db), id)).toMatchObject({ state: 'closed', closedReason: '地面改造', isOpenNow: false });
  await expect(closeSpace(worker(db), id, { reason: '地面改造', reopensOn: null })).rejects.toThrow('changed-meanwhile');
  await reopenSpace(worker(db), id, { reason: '改造完成' });
  expect(await events(db, id)).toEqual(['space.registered', 'space.closed', 'space.reopened']);
  await expect(closeSpace(ctxOf(db), id, { reason: '地面改造', reopensOn: null })).rejects.toThrow('space-not-found');
});

describe('a way to school', () => {
  const drawn = RouteInput.parse({ name: '观湖苑—附小', school: '附小', segments: '北门至路口 | 117.29,31.73 117.30,31.73\n路口至校门' });

  test('is published once every part was walked; a part drawn anew is walked again', async ({ db }) => {
    await aRegion(db, binhu, '滨湖世纪社区');
    const id = await drawRoute(worker(db), binhu, drawn);
    await expect(drawRoute(worker(db), binhu, drawn)).rejects.toThrow('route-known');
    await expect(publishRoute(worker(db), id, 'published')).rejects.toThrow('route-not-walked');
    const { segments } = await getOwnRoute(worker(db), binhu, id);
    for (const { id: part } of segments) await checkSegment(worker(db), id, part, SegmentInput.parse({ crossing: 'ok', light: 'bad' }));
    await publishRoute(worker(db), id, 'published');
    expect((await listRoutes(ctxOf(db), binhu)).map((route) => route.segments.length)).toEqual([2]);
    await redrawRoute(worker(db), id, { ...drawn, segments: [{ ...drawn.segments[0]! }, { name: '新的一段', points: [] }] });
    expect((await getOwnRoute(worker(db), binhu, id)).segments.map(({ checkedOn }) => checkedOn)).toEqual(['2026-09-01', null]);
  });

  test('is drawn and walked by nobody from elsewhere', async ({ db }) => {
    await aRegion(db, binhu, '滨湖世纪社区');
    const id = await drawRoute(worker(db), binhu, drawn);
    const stranger = as(db, 'government-officer', neighbour);
    await expect(drawRoute(stranger, binhu, { ...drawn, name: '别的' })).rejects.toThrow('not-allowed');
    await expect(publishRoute(stranger, id, 'withdrawn')).rejects.toThrow('route-not-found');
    await expect(checkSegment(stranger, id, id, {})).rejects.toThrow('route-not-found');
    expect(await listRoutes(ctxOf(db), binhu)).toEqual([]);
  });
});

test('coordinates of maps published in China come back to within a metre', () => {
  for (const point of [[117.2938, 31.7351], [87.6, 43.8], [113.9, 22.5]] as const) {
    const [lng, lat] = fromGcj02(toGcj02(point));
    expect(Math.hypot((lng - point[0]) * 95_000, (lat - point[1]) * 111_000)).toBeLessThan(0.01);
    expect(Math.hypot((toGcj02(point)[0] - point[0]) * 95_000, (toGcj02(point)[1] - point[1]) * 111_000)).toBeGreaterThan(100);
  }
  expect(toGcj02([2.35, 48.85])).toEqual([2.35, 48.85]);
  expect(toWgs84([117.2938, 31.7351], 'wgs84')).toEqual([117.2938, 31.7351]);
});
