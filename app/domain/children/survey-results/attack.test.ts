import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { type Known, rangesOf } from '#tests/attacker.ts';
import type { Sheet } from '#app/domain/children/surveys/model.ts';
import { type Choice, type Item, type Reader, sidesOf } from './model.ts';
import { poolRounds, rollUp, type RoundTables } from './roll-up.ts';
import { tally, trueSides } from './tally.ts';

/** Two streets of one district, two communities each; three levels, sex and age as asked. */
const units = ['340111400001', '340111400002', '340111401001', '340111401002'];
const regions = ['340111400', '340111401', '340111', '34', '*'];
const sexes = ['girl', ''];
const ages = ['young', 'old', ''];
const levels = [0, 1, 2];
const text = { zh: '', en: '' };
const item: Item = { id: 'q', theme: 'play', text, wording: 'w', pair: '', levels: 3, favourable: 1 };
const choice = (id: string, options: string[]): Choice => ({ id, theme: 'self', text, options: options.map((each) => ({ id: each, text })) });
const asked = { items: [item], choices: [], self: [choice('sex', ['girl']), choice('age', ['young', 'old'])] };

type Cell = { unit: string; sex: string; age: string; level: number };
const cells: Cell[] = units.flatMap((unit) => sexes.flatMap((sex) => ages.flatMap((age) => levels.map((level) => ({ unit, sex, age, level })))));
const rowOf = (isIn: (cell: Cell) => boolean) => cells.map((cell) => Number(isIn(cell)));
const lies = (unit: string, region: string) => region === '*' || unit.startsWith(region);

/** Communities where nearly nobody answered, where nearly everybody says the same, and others. */
const ofUnit = fc.constantFrom([1, 1], [1, 0], [20, 0], [20, 1], [1, 20], [6, 4], [30, 30]).chain(([most, rest]) =>
  fc.tuple(...sexes.flatMap(() => ages.flatMap(() => levels.map((level) => fc.oneof(fc.constant(0), fc.nat({ max: level === 0 ? most! : rest! })))))));
const counts = fc.tuple(...units.map(() => ofUnit)).map((some) => some.flat());

function publish(table: readonly number[]) {
  const rounds = units.map((unit): RoundTables => {
    const sheets = cells.flatMap((cell, at): Sheet[] => (cell.unit === unit ? Array.from({ length: table[at]! }, () => ({ levels: { q: cell.level }, self: { sex: cell.sex, age: cell.age } })) : []));
    return { regionCode: unit, tables: tally(asked, sheets), sides: trueSides([item], sheets) };
  });
  return { rounds, pools: poolRounds(rounds) };
}

/** Everything one reader can read: rows of communities, groups, pools, and the sums of every region. */
function readBy(reader: Reader, { rounds, pools }: ReturnType<typeof publish>): Known[] {
  const known: Known[] = [];
  const isSide = (level: number, at: number) => (at === 0 ? level < 1 : level >= 1);
  for (const { regionCode, tables } of rounds) {
    const [result] = tables[reader].items;
    for (const block of result!.blocks) known.push({ row: rowOf(({ unit, level }) => unit === regionCode && block.at.includes(level)), value: block.count });
    for (const [question, groups] of Object.entries(result!.by))
      for (const { of, counts: shown } of groups)
        for (const [at, value] of shown.entries()) known.push({ row: rowOf((cell) => cell.unit === regionCode && isSide(cell.level, at) && of.includes(cell[question as 'sex' | 'age'])), value });
  }
  for (const pool of pools[reader]) {
    for (const [at, value] of pool.sides.entries()) known.push({ row: rowOf(({ unit, level }) => pool.of.includes(unit) && isSide(level, at)), value });
  }
  for (const region of regions) {
    const inside = rounds.filter(({ regionCode }) => lies(regionCode, region));
    const within = pools[reader].filter((pool) => region === '*' || pool.region !== '*' && lies(pool.region, region));
    const [rolled] = rollUp(inside.map(({ tables }) => tables[reader]), within);
    const shown = [...inside.filter(({ tables }) => sidesOf(tables[reader].items[0]!)).map(({ regionCode }) => regionCode), ...within.flatMap(({ of }) => of)];
    for (const [at, { count }] of rolled!.blocks.entries()) known.push({ row: rowOf(({ unit, level }) => shown.includes(unit) && isSide(level, at)), value: count });
    for (const [question, groups] of Object.entries(rolled!.by))
      for (const [option, sides] of groups) {
        const among = inside.filter(({ tables }) => tables[reader].items[0]!.by[question]!.some(({ of }) => of.length === 1 && of[0] === option)).map(({ regionCode }) => regionCode);
        for (const [at, value] of sides.entries()) known.push({ row: rowOf((cell) => among.includes(cell.unit) && isSide(cell.level, at) && cell[question as 'sex' | 'age'] === option), value });
      }
  }
  return known;
}

/** Hidden is what neither stands there nor follows exactly; and a small count must not follow at all. Counts a reader might want to know: of a unit or a region, by level, by what was said of oneself, and both. */
const wanted = [...units, ...regions].flatMap((place) => {
  const inPlace = ({ unit }: Cell) => lies(unit, place);
  const said: ((cell: Cell) => boolean)[] = [() => true, ...sexes.map((sex) => (cell: Cell) => cell.sex === sex), ...ages.map((age) => (cell: Cell) => cell.age === age)];
  return said.flatMap((isSaid) => [() => true, ...levels.map((level) => (cell: Cell) => cell.level === level)].map((isLevel) => rowOf((cell) => inPlace(cell) && isSaid(cell) && isLevel(cell))));
});
const valueOf = (row: readonly number[], table: readonly number[]) => row.reduce((sum, each, at) => sum + each * table[at]!, 0);

function pinned(known: readonly Known[], table: readonly number[], least: number) {
  return rangesOf(known, wanted)
    .map((range, at) => ({ ...range, value: valueOf(wanted[at]!, table) }))
    .filter(({ low, high, value }) => high - low < least - 1e-6 && (high - low > 1e-6 || value < least));
}

describe('an attacker who has read every page, file and answer', () => {
  const runs = { numRuns: Number(process.env.SMALL_CELLS_RUNS ?? 25), seed: 20261123 };

  test('sees no count under the threshold', () => {
    fc.assert(fc.property(counts, (table) => {
      const published = publish(table);
      for (const reader of ['staff', 'public'] as const) expect(readBy(reader, published).filter(({ value }) => value < leastFor[reader])).toEqual([]);
    }), { ...runs, numRuns: 300 });
  });

  test('of the public pages cannot narrow a hidden count to a range of less than ten', () => {
    fc.assert(fc.property(counts, (table) => {
      expect(pinned(readBy('public', publish(table)), table, leastFor.public)).toEqual([]);
    }), runs);
  });

  test('of the pages of staff and of the public together cannot narrow a hidden count to a range of less than five', () => {
    fc.assert(fc.property(counts, (table) => {
      const published = publish(table);
      expect(pinned([...readBy('staff', published), ...readBy('public', published)], table, leastFor.staff)).toEqual([]);
    }), runs);
  });

  test('would find what is hidden badly: the one community left out of a district', () => {
    const known = [{ row: [1, 1, 1], value: 40 }, { row: [1, 0, 0], value: 20 }, { row: [0, 1, 0], value: 17 }];
    expect(rangesOf(known, [[0, 0, 1]])).toEqual([{ low: 3, high: 3 }]);
    expect(rangesOf(known.slice(0, 2), [[0, 0, 1]])).toEqual([{ low: 0, high: 20 }]);
    expect(() => rangesOf([...known, { row: [0, 0, 1], value: 4 }], [[0, 0, 1]])).toThrow('cannot all be true');
  });
});
