import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import type { Accumulation } from '#app/domain/city/indicators/model.ts';
import { periodOf, yearOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { type Known, rangesOf } from '#tests/attacker.ts';
import { sharesPeople } from './model.ts';
import { decideTold, partsOf } from './told-year.ts';
import { reckonedIn } from './reckoned-people.ts';
import { type Reckoned, reckonShown } from './reckon-shown.ts';
import { type Count, isOffered, isOpenShare, openRegions, roundedShare } from './protect.ts';
import type { Told } from './year-tree.ts';

const ends = ['340102', '340103', '340202', '340203', '340204'];
const inner = ['34', '3401', '3402'];
const places = [...inner, ...ends];
const [all, girls, boys] = [0, 11, 12];
const sexes = [girls, boys];
const years = [2024, 2025];
const point = { accumulation: 'point', dimensionOf: () => 'gender' } as const;
const running = { ...point, accumulation: 'cumulative' } as const;

const keyOf = ({ regionCode, period, breakdown }: Omit<Count, 'value'>) => `${regionCode} ${period} ${breakdown}`;
const toldOf = (counts: readonly Count[]): Told[] => [...Map.groupBy(counts, ({ regionCode }) => regionCode)].map(([code, own]) => ({ code, figures: own.flatMap(({ period, breakdown, value }) => [period, breakdown, value]) }));

/** Which of these counts may be seen, decided year by year as the statistics database does. */
function openCounts(counts: readonly Count[], { accumulation, dimensionOf }: { accumulation: Accumulation; dimensionOf: () => string }): Set<string> {
  const offered = counts.filter((count) => isOffered(count, accumulation));
  return new Set([...Map.groupBy(offered, ({ period }) => yearOf(period))].flatMap(([year, ofYear]) => {
    const before = accumulation === 'cumulative' ? offered.filter(({ period }) => yearOf(period) === year - 1) : [];
    const shown = openRegions([{ own: toldOf(ofYear), before: toldOf(before) }], dimensionOf);
    return ofYear.filter(({ breakdown, regionCode }) => shown[breakdown === all ? 'all' : 'groups'].has(regionCode)).map(keyOf);
  }));
}

/** What really is: for each end of the tree, year and sex how many are there (or have come that year). */
type World = readonly number[];
const cellAt = (end: number, year: number, sex: number) => (end * years.length + year) * sexes.length + sex;
const size = ends.length * years.length * sexes.length;
const count = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 20, max: 300 }));
const world = fc.array(count, { minLength: size, maxLength: size });
/** Regions above the ends that do not report, and some that leave groups or a year out. */
const silent = fc.record({ whole: fc.subarray(inner), year: fc.subarray(inner), groups: fc.subarray(places) });

const rowOf = (place: string, inYears: readonly number[], breakdown: number) => {
  const row = Array.from({ length: size }, () => 0);
  ends.forEach((end, at) => {
    if (end.startsWith(place)) for (const year of inYears) sexes.forEach((sex, each) => (row[cellAt(at, year, each)] = Number(breakdown === all || breakdown === sex)));
  });
  return row;
};
const valueOf = (of: World, row: readonly number[]) => row.reduce((sum, each, at) => sum + each * of[at]!, 0);

type Silence = { whole: string[]; year: string[]; groups: string[] };
function told(of: World, silence: Silence, isRunning: boolean): (Count & { row: number[] })[] {
  return places.filter((place) => !silence.whole.includes(place)).flatMap((regionCode) => years.flatMap((year, at) => [all, girls, boys].flatMap((breakdown) => {
    if ((at === 0 && silence.year.includes(regionCode)) || (breakdown !== all && silence.groups.includes(regionCode))) return [];
    const row = rowOf(regionCode, isRunning ? years.flatMap((_, each) => (each <= at ? [each] : [])) : [at], breakdown);
    return [{ regionCode, period: periodOf(year), breakdown, value: valueOf(of, row), row }];
  })));
}

type OfFamily = ReturnType<typeof family>[number];
/** Counts that a formula reckons from one another: a yearly count (1) with its total of all years said (2), or two counts (1, 2) with their sum (3). */
function family(of: World, silence: Silence, isTotal: boolean) {
  return places.filter((place) => !silence.whole.includes(place)).flatMap((code) => years.flatMap((year, at) => {
    if (at === 0 && silence.year.includes(code)) return [];
    const isFirstSilent = silence.year.includes(code);
    const hasOther = !silence.groups.includes(code);
    const figure = (id: number, row: number[], breakdown = all) => ({ id, year, code, breakdown, row, value: valueOf(of, row) });
    if (!isTotal) return [figure(1, rowOf(code, [at], girls)), ...(hasOther ? [figure(2, rowOf(code, [at], boys)), figure(3, rowOf(code, [at], all))] : [])];
    return [figure(1, rowOf(code, [at], all)), ...(hasOther ? sexes.map((sex) => figure(1, rowOf(code, [at], sex), sex)) : []), figure(2, rowOf(code, at === 1 && !isFirstSilent ? [0, 1] : [at], all))];
  }));
}

/** What is shown of a family: decided together, or each of it by itself. */
function shownOf(figures: readonly OfFamily[], running: ReadonlySet<number>): OfFamily[] {
  const said = [...Map.groupBy(figures, ({ id, year, code }) => `${id} ${year} ${code}`).values()].map((own) => ({ ...own[0]!, said: `,${own.map(({ year, breakdown, value }) => `${periodOf(year)} ${breakdown} ${value}`).join(',')},` }));
  const shown = decideTold({ dimensions: sexes.map((sex) => [sex, 'gender']), parts: partsOf(said, running, 1990) });
  return figures.filter(({ breakdown, code }) => shown[breakdown === all ? 'all' : 'groups'].has(code));
}

const targets = places.flatMap((place) => [[0], [1]].flatMap((of) => [all, girls, boys].map((breakdown) => rowOf(place, of, breakdown))));
const isNarrow = ({ low, high }: { low: number; high: number }, value: number) => high - low < leastFor.public - 1e-6 && (high - low > 1e-6 || value < leastFor.public);
const narrowed = (of: World, known: readonly Known[], asked = targets) => rangesOf(known, asked).filter((range, at) => isNarrow(range, valueOf(of, asked[at]!))).length;
const ofSexes = places.flatMap((place) => [[0], [1]].flatMap((of) => sexes.map((breakdown) => rowOf(place, of, breakdown))));

const counting = (id: number, code: string, unit = 'persons') => ({ id, code, version: 1, definition: { unit, formula: null, denominator: null } }) as unknown as Indicator;
const girlsToBoys: Reckoned = { of: counting(1, 'R', 'count'), tree: { is: 'product', power: -1, left: { is: 'indicator', code: 'G' }, right: { is: 'indicator', code: 'B' } }, inputs: [counting(girls, 'G'), counting(boys, 'B')] };
const runs = Number(process.env.SMALL_CELLS_RUNS ?? 150);

describe('counts of people', () => {
  test.each([['at a moment', point, false], ['that run on from year to year', running, true]] as const)('%s: nothing small follows from all questions together, over regions, years and groups', (_, counted, isRunning) => {
    let givenAway = 0;
    fc.assert(fc.property(world, silent, (of, silence) => {
      const figures = told(of, silence, isRunning);
      const open = openCounts(figures, counted);
      const shown = figures.filter((figure) => open.has(keyOf(figure)));
      expect(shown.filter(({ value }) => value < leastFor.public)).toEqual([]);
      expect(narrowed(of, shown)).toBe(0);
      givenAway += narrowed(of, figures.filter(({ value }) => value >= leastFor.public));
    }), { numRuns: runs, seed: 20261122 });
    expect(givenAway).toBeGreaterThan(0); // hiding small figures alone would not have been enough
  });

  test.each([['a total of years', true], ['a sum of two', false]] as const)('that a formula reckons from one another (%s): nothing small follows from all of them', (_, isTotal) => {
    const running = new Set(isTotal ? [2] : []);
    let givenAway = 0;
    fc.assert(fc.property(world, silent, (of, silence) => {
      const figures = family(of, silence, isTotal);
      const shown = shownOf(figures, running);
      expect(shown.filter(({ value }) => value < leastFor.public)).toEqual([]);
      expect(narrowed(of, shown)).toBe(0);
      givenAway += narrowed(of, [1, 2, 3].flatMap((id) => shownOf(figures.filter((each) => each.id === id), running)));
    }), { numRuns: Math.ceil(runs / 2), seed: 20261123 });
    expect(givenAway).toBeGreaterThan(0); // each by itself gives it away
  });

  test('that a formula divides: what is shown of the share gives nobody away, and nothing else of it may be shown', () => {
    let givenAway = 0;
    fc.assert(fc.property(world, silent, (of, silence) => {
      const bySex = sexes.map((sex) => told(of, silence, false).filter(({ breakdown }) => breakdown === sex).map((figure) => ({ ...figure, breakdown: all, indicatorId: sex })));
      const shown = bySex.flatMap((figures) => {
        const open = openCounts(figures, point);
        return figures.filter((figure) => open.has(keyOf(figure)));
      });
      const share = (figures: typeof shown) => {
        const reckon = reckonShown(girlsToBoys, figures);
        return bySex[0]!.flatMap((figure, at) => (reckon(figure.regionCode, yearOf(figure.period)) === null ? [] : [{ row: figure.row.map((each, cell) => each * bySex[1]![at]!.value - bySex[1]![at]!.row[cell]! * figure.value), value: 0 }]));
      };
      expect(narrowed(of, [...shown, ...share(shown)], ofSexes)).toBe(0);
      givenAway += narrowed(of, [...shown, ...share(bySex.flat())], ofSexes);
    }), { numRuns: Math.ceil(runs / 4), seed: 20261124 });
    expect(givenAway).toBeGreaterThan(0); // a share beside a shown whole tells the hidden part
  });

  test('take others with them only where they must', () => {
    const year = (regionCode: string, value: number): Count => ({ regionCode, period: periodOf(2025), breakdown: all, value });
    const seen = (...figures: Count[]) => [...openCounts(figures, point)].map((key) => key.split(' ')[0]);
    expect(seen(year('3401', 330), year('340102', 200), year('340103', 100), year('340104', 30))).toEqual(['3401', '340102', '340103', '340104']);
    expect(seen(year('3401', 304), year('340102', 200), year('340103', 100), year('340104', 4))).toEqual(['3401', '340102']);
    expect(seen(year('340102', 200), year('340103', 4))).toEqual(['340102']); // nobody says what they are together
    expect(seen(year('340102001', 200))).toEqual([]); // below the county people are not counted in public
  });

  test('that run on are shown where a year ends, and not where hardly anybody came', () => {
    const at = (period: number, value: number): Count => ({ regionCode: '3401', period, breakdown: all, value });
    const seen = (...figures: Count[]) => [...openCounts(figures, running)];
    expect(seen(at(periodOf(2025, 'quarter', 3), 90), at(periodOf(2025, 'quarter', 4), 120))).toEqual(['3401 2025204 0']);
    expect(seen(at(periodOf(2024), 90), at(periodOf(2025), 93))).toEqual(['3401 2024000 0']);
  });
});

test('a share of people needs enough on both sides, or nobody on one', () => {
  expect([[12, 40], [40, 40], [4, 40], [33, 40], [3, 3], [null, null]].map(([part, whole]) => isOpenShare(part!, whole!))).toEqual([true, true, false, false, false, true]);
  expect([roundedShare(41.176471, 'percent'), roundedShare(2.5049, 'permille')]).toEqual([41.2, 2.5]);
});

test('a share that a formula reckons needs enough on both sides; a sum of years needs every year that was told', () => {
  const share = reckonShown({ ...girlsToBoys, of: counting(1, 'R', 'percent') }, [[girls, 2024, 40], [boys, 2024, 100], [girls, 2025, 95], [boys, 2025, 100], [girls, 2026, null], [boys, 2026, 100]].map(([id, year, value]) => ({ indicatorId: id!, regionCode: '3401', period: periodOf(year!), value: value! })));
  expect([2023, 2024, 2025, 2026].map((year) => share('3401', year))).toEqual([null, 40, null, null]);
  const total = reckonShown({ of: counting(1, 'R', 'count'), tree: { is: 'product', power: -1, left: { is: 'total', code: 'G' }, right: { is: 'figure', value: 10 } }, inputs: [counting(girls, 'G')] }, [[2023, 20], [2025, 30], [2026, null]].map(([year, value]) => ({ indicatorId: girls, regionCode: '3401', period: periodOf(year!), value: value! })));
  expect([2022, 2023, 2025, 2026].map((year) => total('3401', year))).toEqual([null, 2, 5, null]);
});

test('what stands on people by several steps is known, and what stands on things is not', () => {
  const all = [['A', 'persons', null], ['B', 'count', null], ['C', 'count', '{B} * 2'], ['D', 'percent', '{A} / {A}'], ['E', 'percent', '{D} - 1'], ['F', 'persons', '{A} * 2']].map(([code, unit, reckonedBy], id) => ({ ...counting(id, code!, unit!), reckonedBy: reckonedBy ? [reckonedBy] : [] }));
  expect([...reckonedIn(all).values()].map(({ of }) => of.code)).toEqual(['D', 'E']);
});

test('layers of wide formulas are looked through once, and one that comes round to itself is not reckoned', () => {
  const many = 12;
  const layer = (at: number) => Array.from({ length: many }, (_, nth) => [`L${at}-${nth}`, 'count', at === 0 ? null : Array.from({ length: many }, (_, each) => `L${at - 1}-${each}`).join('+')]);
  const all = [...Array.from({ length: many }, (_, at) => layer(at)).flat(), ['A', 'persons', null], ['B', 'percent', '{C} * 2'], ['C', 'percent', '{A} / {A} + {B}']].map(([code, unit, reckonedBy], id) => ({ ...counting(id, code!, unit!), reckonedBy: reckonedBy ? [reckonedBy] : [] }));
  expect([...reckonedIn(all).values()].map(({ of, inputs }) => [of.code, inputs])).toEqual([['B', []], ['C', []]]);
});

test.for<[string, boolean]>([['留守儿童总数', true], ['在园幼儿数', true], ['未成年人', true], ['困境儿童（登记在册）', true], ['全市教师', true], ['有婴幼儿的家庭数', true], ['全部公共文化场馆', false], ['托位总数', false], ['全部镇（街道）', false]])('a share of %s is one of people: %s', ([zh, isOne]) => {
  expect(sharesPeople({ unit: 'percent', denominator: { zh } })).toBe(isOne);
});
