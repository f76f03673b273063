import { describe, expect, test } from 'vitest';
import { periodOf } from '#app/domain/city/indicators/period.ts';
import type { RuleCode, Settings } from './model.ts';
import { monthsBetween, rehearse, sumUp } from './rehearse.ts';
import { neverReported } from './silence.ts';
import { type Series, weigh } from './weigh.ts';

const answerDays = { yellow: 10, orange: 5, red: 2 };
const settings: Record<RuleCode, Settings> = {
  W1: { levels: { yellow: 7, orange: 15, red: 30 }, reportDays: 30, answerDays }, W2: { levels: { yellow: 95, orange: 85, red: 70 }, reportDays: 30, answerDays },
  W3: { levels: { red: 1 }, reportDays: 30, answerDays }, W4: { levels: { yellow: 3 }, reportDays: 30, answerDays }, W5: { levels: { red: 1 }, reportDays: 30, answerDays }, W6: { levels: { red: 1 }, reportDays: 30, answerDays },
};
const numeric = { kind: 'numeric', unit: 'percent', accumulation: 'point', direction: 'up', frequency: 'quarter', most: 100 } as const;
const quarters = (values: readonly (number | null)[], year = 2023) => values.flatMap((value, at) => (value === null ? [] : [{ period: periodOf(year + Math.floor(at / 4), 'quarter', (at % 4) + 1), value }]));
const aim = { baseline: { year: 2022, value: 20 }, targets: [{ year: 2025, op: '>=' as const, value: 80 }], startsOn: '2023-01-01' };
const series = (values: readonly (number | null)[], changed: Partial<Series> = {}): Series => ({ definition: numeric, figures: quarters(values), contradicting: null, aim, ...changed });
const levelOf = (rule: Exclude<RuleCode, 'W1'>, of: Series, today = '2025-04-01') => weigh(rule, settings[rule], of, today)?.level ?? null;

describe('W2, off the path', () => {
  test('is yellow, orange, red as the share of the expected figure falls, and never milder for a lower figure', () => {
    const at = (value: number) => levelOf('W2', series([25, 30, 35, value])); // 40 is expected at the end of 2023
    expect([40, 38, 37.9, 34, 33.9, 28, 27.9].map(at)).toEqual([null, null, 'yellow', 'yellow', 'orange', 'orange', 'red']);
    const ranks = Array.from({ length: 80 }, (_, value) => [null, 'yellow', 'orange', 'red'].indexOf(at(value)));
    expect(ranks.every((rank, n) => n === 0 || rank <= ranks[n - 1]!)).toBe(true);
  });
  test('turns round where less is wanted, and says nothing of a target reached early, of no figure, or before the plan began', () => {
    const less = { ...aim, baseline: { year: 2022, value: 8 }, targets: [{ year: 2025, op: '<=' as const, value: 5 }] };
    expect([7, 7.5, 9, 11].map((value) => levelOf('W2', series([8, 8, 8, value], { definition: { ...numeric, direction: 'down' }, aim: less })))).toEqual([null, 'yellow', 'orange', 'red']);
    expect(levelOf('W2', series([85]))).toBeNull();
    expect(levelOf('W2', series([]))).toBeNull();
    expect(levelOf('W2', series([1], { aim: { ...aim, startsOn: '2024-01-01' } }))).toBeNull();
    expect(levelOf('W2', series([0]))).toBe('red');
  });
});

describe('W3, W5, W6: lines that are passed or not', () => {
  const held = { definition: { ...numeric, direction: 'hold' as const }, aim: { ...aim, baseline: null, targets: [{ year: 2025, op: '>=' as const, value: 100 }] } };
  test('a figure under the line it is to hold is red, at the line it is nothing', () => {
    expect([100, 99.9].map((value) => levelOf('W3', series([100, value], held)))).toEqual([null, 'red']);
    expect(levelOf('W3', series([99.9]))).toBeNull();
  });
  test('a target whose day is over is missed until a later figure reaches it; without a figure nothing is said', () => {
    const through = (values: (number | null)[], today: string) => levelOf('W5', series(values), today);
    expect(through([30, 40, 50, 60, 62, 64, 66, 70, 72, 74, 76, 78], '2025-12-31')).toBeNull();
    expect(through([30, 40, 50, 60, 62, 64, 66, 70, 72, 74, 76, 78], '2026-01-01')).toBe('red');
    expect(through([30, 40, 50, 60, 62, 64, 66, 70, 72, 74, 76, 78, 81], '2026-04-01')).toBeNull();
    expect(through([30, 40], '2026-01-01')).toBeNull();
  });
  test('more than the whole, or a numerator above its denominator, contradicts itself', () => {
    expect([100, 100.1].map((value) => levelOf('W6', series([value])))).toEqual([null, 'red']);
    expect(levelOf('W6', series([50], { contradicting: periodOf(2023, 'quarter', 1) }))).toBe('red');
    expect(levelOf('W6', series([50], { contradicting: periodOf(2023, 'quarter', 1), definition: { ...numeric, unit: 'count', most: null } }))).toBeNull();
  });
});

describe('W4, unusual', () => {
  const steady = [20, 22, 24.5, 26, 28.2, 30, 32.1, 34];
  test('speaks of a change beyond three times the usual scatter, and not of one like the others', () => {
    expect(levelOf('W4', series([...steady, 36]))).toBeNull();
    expect([56, 12].map((value) => levelOf('W4', series([...steady, value])))).toEqual(['yellow', 'yellow']);
    expect(levelOf('W4', series(steady.slice(0, 5)))).toBeNull();
  });
  test('is the same for a series moved up or multiplied', () => {
    for (const last of [36, 41, 56]) {
      const plain = levelOf('W4', series([...steady, last], { definition: { ...numeric, most: null } }));
      expect(levelOf('W4', series([...steady, last].map((value) => value * 7), { definition: { ...numeric, most: null } }))).toBe(plain);
    }
  });
  test('catches a running total that falls, however little, and lets a yearly count begin anew', () => {
    const total = { definition: { ...numeric, unit: 'households' as const, accumulation: 'cumulative' as const, most: null } };
    expect(levelOf('W4', series([100, 120, 119], total))).toBe('yellow');
    expect(levelOf('W4', series([100, 120, 120], total))).toBeNull();
    const yearly = { definition: { ...numeric, unit: 'count' as const, accumulation: 'annual' as const, most: null } };
    expect(levelOf('W4', series([10, 20, 31, 41, 10, 20, 30, 40, 10], yearly))).toBeNull();
    expect(levelOf('W4', series([10, 20, 31, 41, 10, 9], yearly))).toBe('yellow');
    expect(levelOf('W4', series([10, 20, 31, 41, 10, 9], { definition: { ...numeric, accumulation: 'annual' as const } }))).toBeNull();
  });
});

describe('W1, silence', () => {
  test('grows with the days since the first period was due, and ends with the first figure', () => {
    const at = (today: string, values: number[] = []) => neverReported(settings.W1, series(values), today)?.level ?? null; // due 30 days after the first quarter
    expect(['2023-05-06', '2023-05-07', '2023-05-15', '2023-05-30'].map((day) => at(day))).toEqual([null, 'yellow', 'orange', 'red']);
    expect(at('2024-05-30', [0])).toBeNull();
    expect(neverReported(settings.W1, series([], { aim: null }), '2025-01-01')).toBeNull();
  });
});

describe('the back-test', () => {
  const months = monthsBetween('2023-01-01', '2026-02-10');
  const run = (rule: RuleCode, of: Series, corrected: number[] = []) => rehearse(rule, settings[rule], of, new Set(corrected), months);
  test('walks month by month', () => {
    expect(monthsBetween('2023-11-05', '2024-03-01')).toEqual(['2023-11-30', '2023-12-31', '2024-01-31', '2024-02-29']);
  });
  test('counts one alert from the first month below the path to the last, with its worst level, how early it came and that it was real', () => {
    const missed = run('W2', series([25, 30, 33, 35, 36, 36, 37, 38, 39, 40, 42, 50]));
    expect(missed).toEqual([{ raisedOn: '2023-09-30', level: 'red', verdict: 'real', daysEarly: 823 }]);
    expect(sumUp(missed, { from: '2023-01-01', to: '2026-02-10', regions: 1, figures: 12, testedOn: '2026-02-10' })).toMatchObject({ alerts: 1, real: 1, false: 0, medianDaysEarly: 823, byLevel: { red: 1 } });
    const recovered = run('W2', series([25, 30, 33, 35, 45, 50, 55, 60, 65, 70, 75, 80]));
    expect(recovered.map(({ verdict }) => verdict)).toEqual(['false']);
  });
  test('sees only figures whose period was over, and leaves open what is not known yet', () => {
    expect(run('W2', series([25, 30, 33, 35])).map(({ raisedOn, verdict }) => [raisedOn, verdict])).toEqual([['2023-09-30', null]]);
    expect(run('W2', series([25, 30, 35, 40]))).toEqual([]);
  });
  test('takes an unusual figure for real when it was corrected or went back', () => {
    const spike = [20, 22, 24.5, 26, 28.2, 30, 32.1, 60];
    expect(run('W4', series([...spike, 36])).map(({ verdict }) => verdict)).toEqual(['real', null]);
    expect(run('W4', series(spike), [periodOf(2024, 'quarter', 4)]).map(({ verdict }) => verdict)).toEqual(['real']);
    expect(run('W4', series([...spike, 62]))[0]).toMatchObject({ verdict: 'false' });
  });
});
