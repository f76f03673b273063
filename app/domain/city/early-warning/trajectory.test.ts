import { describe, expect, test } from 'vitest';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { periodOf } from '#app/domain/city/indicators/period.ts';
import { addDays } from '#app/platform/dates.ts';
import { expectedAt, forecast, light, shareOfPath } from './trajectory.ts';
import { trajectoryOf } from './trajectory-of.ts';

const aims = [{ year: 2023, op: '>=' as const, value: 200 }, { year: 2025, op: '>=' as const, value: 500 }];

describe('the expected path', () => {
  test('goes straight from the baseline to each next target and is the target on its day', () => {
    expect(expectedAt({ year: 2022, value: 100 }, aims, '2023-12-31')).toBe(200);
    expect(expectedAt({ year: 2022, value: 100 }, aims, '2023-07-02')).toBeCloseTo(150, 0);
    expect(expectedAt({ year: 2022, value: 100 }, aims, '2024-12-31')).toBeCloseTo(350, 0);
    expect(expectedAt({ year: 2022, value: 100 }, aims, '2026-01-01')).toBeNull();
  });
  test('never leaves the range between the points it joins', () => {
    for (let day = '2022-12-31'; day <= '2025-12-31'; day = addDays(day, 13)) {
      const at = expectedAt({ year: 2022, value: 100 }, aims, day)!;
      expect(at >= 100 && at <= 500).toBe(true);
    }
  });
  test('begins anew each year for what is counted by the year, at nought for a running total, and is the line itself for what is to be held', () => {
    expect(expectedAt(null, aims, '2025-07-02', { accumulation: 'annual', direction: 'up' })).toBeCloseTo(250.7, 1);
    expect(expectedAt(null, aims, '2024-07-02', { accumulation: 'annual', direction: 'up' })).toBeNull();
    expect(expectedAt(null, aims, '2023-07-02', { accumulation: 'cumulative', direction: 'up' })).toBeCloseTo(100, 0);
    expect(expectedAt(null, [{ year: 2025, op: '>=', value: 100 }], '2024-03-31', { accumulation: 'point', direction: 'hold' })).toBe(100);
  });
  test('is unknown where nothing leads to the first target', () => {
    expect(expectedAt(null, [{ year: 2025, op: '>=', value: 95 }], '2024-12-31')).toBeNull();
    expect(expectedAt(null, [{ year: 2025, op: '>=', value: 95 }], '2025-12-31')).toBe(95);
  });
});

describe('the light', () => {
  test('says what a figure is against its path, and nothing where there is no figure', () => {
    expect([392, 340, 200].map((actual) => light(actual, 400, 'up', '>='))).toEqual(['on-path', 'behind', 'far-behind']);
    expect(light(500, 400, 'up', '>=', aims[1])).toBe('reached');
    expect(light(null, 400, 'up', '>=')).toBe('no-figure');
    expect(light(0, 400, 'up', '>=')).toBe('far-behind');
    expect(light(392, null, 'up', '>=')).toBe('on-path');
    expect(light(99.9, 100, 'hold', '>=', { op: '>=', value: 100 })).toBe('behind');
  });
  test('says from the day of a target on that it is reached or behind, never that it is on its path', () => {
    const at = (actual: number, day: string) => light(actual, 500, 'up', '>=', aims[1], day);
    expect([at(490, '2025-12-30'), at(490, '2025-12-31'), at(490, '2026-06-30'), at(499.9, '2025-12-31'), at(500, '2025-12-31'), at(340, '2025-12-31')]).toEqual(['on-path', 'behind', 'behind', 'behind', 'reached', 'far-behind']);
    expect(light(490, null, 'up', '>=', aims[1], '2025-12-31')).toBe('behind');
  });
  test('turns round where less is wanted', () => {
    expect([4, 6, 10].map((actual) => light(actual, 5, 'down', '<='))).toEqual(['on-path', 'behind', 'far-behind']);
    expect(shareOfPath(0, 0, 'down', '<=')).toBe(1);
  });
});

describe('the forecast', () => {
  const points = (values: number[]) => values.map((value, at) => ({ day: addDays('2024-01-31', at * 30), value }));
  test('goes on with a straight line and is sure of it where nothing scatters', () => {
    const told = forecast(points([10, 20, 30, 40, 50]), addDays('2024-01-31', 150))!;
    expect([told.at, told.low, told.high].map(Math.round)).toEqual([60, 60, 60]);
  });
  test('says nothing from fewer than four figures, and keeps within the bounds of its unit', () => {
    expect(forecast(points([1, 2, 3]))).toBeNull();
    expect(forecast(points([80, 88, 95, 99]), addDays('2024-01-31', 300), { least: 0, most: 100 })!.high).toBe(100);
    expect(forecast(points([90, 70, 95, 60]), addDays('2024-01-31', 300), { least: 0, most: null, isCumulative: true })!.low).toBe(60);
  });
  test('holds what comes about four times in five', () => {
    let state = 20_260_701;
    const roll = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const noise = () => Array.from({ length: 12 }, roll).reduce((sum, each) => sum + each, -6);
    let held = 0;
    for (let n = 0; n < 2000; n += 1) {
      const all = Array.from({ length: 11 }, (_, at) => 50 + 2 * at + 3 * noise());
      const told = forecast(points(all.slice(0, 10)), addDays('2024-01-31', 300))!;
      held += all[10]! >= told.low && all[10]! <= told.high ? 1 : 0;
    }
    expect(held / 2000).toBeGreaterThan(0.77);
    expect(held / 2000).toBeLessThan(0.83);
  });
});

describe('a trajectory', () => {
  const definition = { kind: 'numeric', unit: 'households', accumulation: 'cumulative', direction: 'up', frequency: 'quarter', least: 0, most: null } as Definition;
  const values = [1, 2, 4, 5].map((nth) => ({ period: periodOf(nth > 4 ? 2024 : 2023, 'quarter', nth > 4 ? nth - 4 : nth), value: nth * 40 }));
  const drawn = trajectoryOf({ definition, measured: { baseline: null, targets: aims }, values, years: [2023, 2024, 2025], today: '2024-04-20' });
  test('breaks its line where a period is missing and draws no nought there', () => {
    expect(drawn.actual.map((run) => run.map(({ value }) => value))).toEqual([[40, 80], [160, 200]]);
    expect(drawn.rows.find(({ day }) => day === '2023-09-30')).toMatchObject({ actual: null, light: 'no-figure' });
    expect(drawn.rows).toHaveLength(5);
  });
  test('of what is defined by month but was only ever asked by quarter knows no months between, until one is reported', () => {
    const monthly = { ...definition, frequency: 'month' } as Definition;
    const of = (nths: number[]) => trajectoryOf({ definition: monthly, measured: { baseline: null, targets: aims }, values: nths.map((nth) => ({ period: periodOf(2023, 'month', nth), value: nth * 10 })), years: [2023], today: '2024-01-20' });
    const byQuarter = of([3, 6, 12]);
    expect(byQuarter.rows.map(({ day, actual }) => [day, actual])).toEqual([['2023-03-31', 30], ['2023-06-30', 60], ['2023-09-30', null], ['2023-12-31', 120]]);
    expect(byQuarter.actual.map((run) => run.length)).toEqual([2, 1]);
    expect(of([3, 4, 6, 12]).rows).toHaveLength(12);
    expect(of([3, 4, 6, 12]).actual.map((run) => run.length)).toEqual([2, 1, 1]);
    expect(of([6, 12]).rows).toHaveLength(12);
  });
  test('says of a target’s own day reached or behind, never on the path', () => {
    const at = (value: number) => trajectoryOf({ definition, measured: { baseline: null, targets: aims }, values: [{ period: periodOf(2025), value }], years: [2025], today: '2026-02-01' }).standing;
    expect([499, 500].map(at)).toEqual(['behind', 'reached']);
  });
  test('knows its latest standing, its targets and where it is going', () => {
    expect(drawn.latest).toMatchObject({ actual: 200, light: 'behind' });
    expect(drawn.targets.map(({ isReached }) => isReached)).toEqual([false, null]);
    expect(drawn.forecast).toMatchObject({ day: '2025-12-31' });
    expect(drawn.forecast!.low).toBeGreaterThanOrEqual(200);
  });
});
