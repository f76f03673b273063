import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { groundOf, units, worth } from './ground.ts';
import { solve } from './solve.ts';
import type { Task } from './task.ts';

const highs = await loadHighs();

/** Numbers that look like chance and are always the same. */
function dice(seed: number) {
  let s = seed;
  return () => {
    s = (Math.imul(s, 1_664_525) + 1_013_904_223) >>> 0;
    return s / 2 ** 32;
  };
}

function aTask(n: number, m: number, each: number, given: Partial<Task> = {}, seed = 1): Task {
  const throwDice = dice(seed);
  const needs = Array.from({ length: n }, () => Array.from({ length: 6 }, throwDice)).map((row) => row.map((need) => need / row.reduce((sum, other) => sum + other, 0)));
  const place = () => `p${Math.floor(throwDice() * 5)}`;
  const mean = (n * each) / m;
  const experts = Array.from({ length: m }, () => ({
    fields: [...new Set([Math.floor(throwDice() * 6), Math.floor(throwDice() * 6)])], place: place(), least: Math.floor(mean / 2), most: Math.ceil(mean * 1.5),
  }));
  const apart = Int32Array.from({ length: n * m }, (_, pair) => pair).filter(() => throwDice() < 0.1);
  return {
    seats: needs.map(() => each), needs, places: needs.map(place), experts, apart, held: new Int32Array(), kept: new Int32Array(), spread: 15, near: 10, chance: 0, seed: 7, isLinked: true, ...given,
  };
}

const zeros = (length: number) => Array.from({ length }, () => 0);
const loadsOf = (pairs: Int32Array, m: number) => pairs.reduce((loads, pair) => loads.with(pair % m, loads[pair % m]! + 1), zeros(m));

describe('working out who reviews what', () => {
  test.for([1, 2, 3, 4, 5, 6, 7, 8])('keeps conflicts out, fills every seat once, keeps loads and is within one per cent of the bound (world %i)', (seed) => {
    const task = aTask(40 + seed * 5, 15, 3, {}, seed);
    const solved = solve(highs, task);
    const apart = new Set(task.apart);
    expect([...solved.pairs].filter((pair) => apart.has(pair))).toEqual([]);
    expect(new Set(solved.pairs).size).toBe(solved.pairs.length);
    expect(solved.pairs.length).toBe(task.seats.length * 3);
    loadsOf(solved.pairs, 15).forEach((load, e) => {
      expect(load).toBeGreaterThanOrEqual(task.experts[e]!.least);
      expect(load).toBeLessThanOrEqual(task.experts[e]!.most);
    });
    expect(solved).toMatchObject({ missing: [], short: [], groups: 1 });
    expect(solved.value).toBeLessThanOrEqual(solved.bound + 1e-6);
    expect(solved.value).toBeGreaterThanOrEqual(solved.bound * 0.99);
    expect(solved.worst).toBeLessThanOrEqual(solved.worstBound);
    expect(solved.worst).toBeGreaterThanOrEqual(solved.worstBefore);
  });

  test.for([11, 12, 13, 14])('stands up to trying everything (world %i)', (seed) => {
    const task = aTask(4, 4, 2, { isLinked: false }, seed);
    const open = { ...task, experts: task.experts.map((expert) => ({ ...expert, least: 0, most: 3 })) };
    const solved = solve(highs, open);
    const best = bestOfAll(open) / units;
    expect(solved.bound).toBeGreaterThanOrEqual(best - 1e-6);
    expect(solved.value).toBeGreaterThanOrEqual(best * 0.99 - 1e-6);
    expect(solved.value).toBeLessThanOrEqual(best + 1e-6);
  });

  test('priced candidates of many pairs reach the bound as well', () => {
    const solved = solve(highs, aTask(900, 90, 3));
    expect(solved.value).toBeGreaterThanOrEqual(solved.bound * 0.99);
    expect(solved).toMatchObject({ missing: [], short: [], groups: 1 });
  });

  test('is the same for the same seed, another one for another seed', () => {
    const [task, other] = [aTask(60, 12, 3, { chance: 10 }), aTask(60, 12, 3, { chance: 10, seed: 8 })];
    expect(solve(highs, task).pairs).toEqual(solve(highs, task).pairs);
    expect(solve(highs, other).pairs).not.toEqual(solve(highs, task).pairs);
  });

  test('links experts of different fields who would share no application', () => {
    const pure = (field: number) => Array.from({ length: 6 }, (_, i) => (i === field ? 1 : 0));
    const two = aTask(40, 8, 2, { apart: new Int32Array(), places: Array.from({ length: 40 }, () => '') });
    const task = {
      ...two, needs: two.needs.map((_, a) => pure(a < 20 ? 0 : 1)),
      experts: Array.from({ length: 8 }, (_, e) => ({ fields: [e < 4 ? 0 : 1], place: '', least: 5, most: 15 })),
    };
    expect(solve(highs, { ...task, isLinked: false }).groups).toBe(2);
    const solved = solve(highs, { ...task, needs: task.needs.map((needs) => needs.map((need) => need * 0.95 + 0.01)) });
    expect(solved.groups).toBe(1);
    expect(solved.linked.length).toBeGreaterThan(0);
    expect(solved.value).toBeGreaterThanOrEqual(solved.bound * 0.95);
  });

  test('takes experts from different places where it can', () => {
    const task = aTask(30, 12, 3, { spread: 40 });
    const without = solve(highs, { ...task, spread: 0 });
    const repeats = ({ pairs }: { pairs: Int32Array }) =>
      [...Map.groupBy(pairs, (pair) => Math.floor(pair / 12)).values()].filter((team) => new Set(team.map((pair) => task.experts[pair % 12]!.place)).size < team.length).length;
    expect(repeats(solve(highs, task))).toBeLessThan(repeats(without));
  });

  test('leaves pairs that stand where they are and fills the rest', () => {
    const task = aTask(20, 9, 3);
    const held = Int32Array.from([0 * 9 + 4, 1 * 9 + 4]).filter((pair) => !task.apart.includes(pair));
    const seats = task.seats.map((lacking, a) => lacking - held.filter((pair) => Math.floor(pair / 9) === a).length);
    const { pairs } = solve(highs, { ...task, held, seats });
    expect([...pairs].filter((pair) => held.includes(pair))).toEqual([]);
    expect(pairs.length).toBe(60 - held.length);
  });
});

describe('what cannot be met', () => {
  test('an application all experts must keep away from lacks them all, the others are filled', () => {
    const task = aTask(10, 6, 2, { apart: Int32Array.from([0, 1, 2, 3, 4, 5]) });
    const solved = solve(highs, task);
    expect(solved.missing).toEqual([{ application: 0, seats: 2 }]);
    expect(solved.pairs.length).toBe(18);
  });

  test('with too few experts each gives what they can; loads too small leave seats empty', () => {
    const few = aTask(10, 2, 3, { apart: new Int32Array() });
    expect(solve(highs, few).missing.reduce((sum, { seats }) => sum + seats, 0)).toBe(10);
    const small = solve(highs, { ...few, seats: few.seats.map(() => 2), experts: few.experts.map((expert) => ({ ...expert, least: 0, most: 7 })) });
    expect(small.missing.reduce((sum, { seats }) => sum + seats, 0)).toBe(6);
    expect(loadsOf(small.pairs, 2)).toEqual([7, 7]);
  });

  test('an expert who cannot reach the least load is named', () => {
    const task = aTask(6, 4, 1, { apart: Int32Array.from({ length: 6 }, (_, a) => a * 4) });
    const solved = solve(highs, { ...task, experts: task.experts.map((expert) => ({ ...expert, least: 1, most: 6 })) });
    expect(solved.short).toEqual([{ expert: 0, by: 1 }]);
    expect(solved.missing).toEqual([]);
  });

  test('one expert an application links nobody, and the plan says how many groups there are', () => {
    expect(solve(highs, aTask(12, 4, 1, { apart: new Int32Array() })).groups).toBe(4);
  });
});

/** The best of all plans of a very small world, by trying them. */
function bestOfAll(task: Task): number {
  const ground = groundOf(task);
  const { n, m, points } = ground;
  const duos = Array.from({ length: n }, (_, a) => {
    const free = Array.from({ length: m }, (_, e) => e).filter((e) => points[a * m + e]! >= 0);
    return free.flatMap((x, i) => free.slice(i + 1).map((y) => [x, y]));
  });
  const loads = zeros(m);
  let best = -Infinity;
  const go = (a: number, sum: number): void => {
    if (a === n) {
      best = Math.max(best, sum);
      return;
    }
    for (const duo of duos[a]!) {
      if (duo.some((e) => loads[e]! >= task.experts[e]!.most)) continue;
      for (const e of duo) loads[e]! += 1;
      go(a + 1, sum + worth(ground, a, duo));
      for (const e of duo) loads[e]! -= 1;
    }
  };
  go(0, 0);
  return best;
}
