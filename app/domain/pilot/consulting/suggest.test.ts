import { describe, expect } from 'vitest';
import { type Alike, alikeTo, featuresKnown, howAlike, scaleOf, standingOf } from '#app/domain/base/communities/alike.ts';
import { distanceBetween } from '#app/domain/base/communities/alike-features.ts';
import { communities, pilots } from '#app/domain/base/communities/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { aPlan, aTaskInput, someResults, street, worker } from '#tests/consulting.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, asked, binhu, neighbour, test, today } from '#tests/world.ts';
import { adoptPlan } from './adopt-plan.ts';
import { learnLessons } from './learn.ts';
import { getPlan, partsOf } from './read.ts';
import { addTask } from './save-task.ts';
import { setTaskState } from './set-task-state.ts';
import { suggestNext } from './suggest.ts';
import { normLessons } from './tables.server.ts';
import { takeSuggestion } from './take-suggestion.ts';

/** The street itself and some like it, and others that are larger or of another part of the country. */
async function aCountry(db: Db, { many = 12 } = {}) {
  const counts = (children: number, infants = 0.25) => ({ 'children-0-3': Math.round(children * infants), 'children-4-6': Math.round(children * 0.25), 'children-7-12': Math.round(children * 0.3), 'children-13-18': Math.round(children * (0.45 - infants)) });
  const places = [
    { code: binhu, children: 3000 },
    ...Array.from({ length: many }, (_, at) => ({ code: `3401110${String(at + 10)}`, children: 2800 + at * 40 })),
    ...Array.from({ length: many }, (_, at) => ({ code: `1101050${String(at + 10)}`, children: 9000 + at * 500 })),
  ];
  for (const { code } of places) await aRegion(db, code);
  await db.insert(communities).values(places.map(({ code, children }, at) => ({ regionCode: code, facts: counts(children, 0.2 + (at % 5) / 50), updatedAt: today }))).onConflictDoNothing();
  return { near: places.slice(1, many + 1).map(({ code }) => code), far: places.slice(many + 1).map(({ code }) => code) };
}

const system = (db: Db) => as(db, 'programme-officer', '*');

describe('communities like this one', () => {
  test('are found by the index as by looking at everybody', async ({ db }) => {
    const { near, far } = await aCountry(db, { many: 14 });
    for (const code of [binhu, ...near, ...far]) await someResults(db, code, {});
    await learnLessons(system(db));
    const scale = (await scaleOf(system(db)))!;
    const all = await featuresKnown(system(db), [binhu, ...near, ...far]);
    for (const code of [binhu, far[3]!]) {
      const plain = [...all].filter(([other]) => other !== code).map(([other, features]) => ({ code: other, distance: distanceBetween(all.get(code)!, features, scale) }));
      const nearest = plain.toSorted((a, b) => a.distance - b.distance).slice(0, 12);
      const found = await alikeTo(system(db), code, 12, await standingOf(system(db), code));
      const distances = (some: readonly Pick<Alike, 'distance'>[]) => some.map(({ distance }) => distance.toFixed(3));
      expect(distances(found)).toEqual(distances(nearest));
      expect((await howAlike(system(db), code, [nearest[2]!.code, nearest[0]!.code], await standingOf(system(db), code))).map((one) => one.distance.toFixed(3))).toEqual([nearest[0]!, nearest[2]!].map((one) => one.distance.toFixed(3)));
    }
  });

  test('are nobody where neither size nor ages are known, or before anything was learned', async ({ db }) => {
    expect(await alikeTo(system(db), binhu, 5, await standingOf(system(db), binhu))).toEqual([]);
    const { near } = await aCountry(db);
    for (const code of near) await someResults(db, code, {});
    await learnLessons(system(db));
    await aRegion(db, neighbour + '099');
    expect(await alikeTo(system(db), neighbour + '099', 5, await standingOf(system(db), neighbour + '099'))).toEqual([]);
  });
});

describe('the next best norm', () => {
  test('is what communities alike went on to meet, with figures, reasons and the pilots among them by name', async ({ db }) => {
    const { near, far } = await aCountry(db);
    for (const [at, code] of near.entries()) {
      await someResults(db, code, { 'A1.1': 'not-met', 'A1.2': 'not-met' }, { year: 2025 });
      await someResults(db, code, { 'A1.1': at < 11 ? 'met' : 'not-met', 'A1.2': at < 1 ? 'met' : 'not-met' });
    }
    for (const code of far) {
      await someResults(db, code, { 'A1.1': 'not-met', 'A1.2': 'not-met' }, { year: 2025 });
      await someResults(db, code, { 'A1.1': 'not-met', 'A1.2': 'met' });
    }
    await db.insert(pilots).values({ regionCode: near[0]!, applicationId: '0199a000-0000-7000-8000-000000000001', noticeId: '0199a000-0000-7000-8000-000000000001', callTitle: '第一批', since: '2025-01-01' });
    await someResults(db, binhu, { 'A1.1': 'not-met', 'A1.2': 'not-met' });
    await learnLessons(system(db));
    expect((await db.select().from(normLessons)).find((row) => row.stratum === '' && row.ruleId === 'A1.1')).toMatchObject({ known: 25, met: 11, fromNot: 24, fromNotMet: 11 });

    const before = asked.length;
    const { suggestions, circle } = await suggestNext(worker(db), binhu);
    expect(asked.length - before).toBeLessThanOrEqual(20);
    expect(circle).toMatchObject({ alike: 12, nation: 25, features: { setting: 'subdistrict', part: 'central' } });
    expect(suggestions.map(({ ruleId }) => ruleId)).toEqual(['A1.1', 'A1.2']);
    expect(suggestions[0]!.chance).toMatchObject({ basis: 'moved', n: 12, successes: 11, from: 'alike' });
    expect(suggestions[0]!.examples).toEqual([{ code: near[0], name: expect.any(String) }]);
  });

  test('says nothing under a small sample, and nothing without a result', async ({ db }) => {
    await aCountry(db);
    expect((await suggestNext(worker(db), binhu)).suggestions).toEqual([]);
    await someResults(db, binhu, { 'A1.1': 'not-met' });
    await learnLessons(system(db));
    expect((await suggestNext(worker(db), binhu)).suggestions).toMatchObject([{ ruleId: 'A1.1', chance: null, effort: null, relativeEffort: 1, score: 0 }]);
    await expect(suggestNext(as(db, 'government-officer', neighbour), binhu)).rejects.toThrow('not-allowed');
  });

  test('goes into the plan with the time and the cost that finished tasks needed', async ({ db }) => {
    await someResults(db, binhu, { 'A1.1': 'not-met' });
    const first = await aPlan(db);
    const ids = [first, await addTask(worker(db), binhu, { ...aTaskInput, cost: 9000 }), await addTask(worker(db), binhu, { ...aTaskInput, cost: 3000, rules: ['A1.1', 'A1.2'] })];
    await adoptPlan(street(db), binhu, '增加两项');
    const later = new Date('2026-12-01T02:00:00Z');
    for (const id of ids) await setTaskState(worker(db, later), binhu, id, { state: 'done', outcome: '已经完成', spent: null, evidence: [] });
    await learnLessons({ ...system(db), now: later });
    await expect(takeSuggestion(worker(db, later), binhu, 'A1.1')).rejects.toThrow('already-in-plan');
    await expect(takeSuggestion(worker(db, later), binhu, 'A1.2')).rejects.toThrow('rule-not-open');
    for (const id of ids) await setTaskState(worker(db, later), binhu, id, { state: 'under-way', outcome: '', spent: null, evidence: [] });
    for (const id of ids) await setTaskState(worker(db, later), binhu, id, { state: 'dropped', outcome: '改为另立任务', spent: null, evidence: [] });
    await takeSuggestion(worker(db, later), binhu, 'A1.1');
    const { tasks } = await partsOf(worker(db), await getPlan(worker(db), binhu));
    expect(tasks.at(-1)).toMatchObject({ source: 'suggestion', sourceId: 'next-norm-1', ruleIds: ['A1.1'], cost: 6000, startsOn: '2026-12-01', dueOn: '2027-03-01' });
  });
});
