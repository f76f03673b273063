import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { type Known, rangesOf } from '#tests/attacker.ts';
import { type Cells, hideSmall, least, type Shown } from './hide-small.ts';

const bandCount = 3;
const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 200 })), { minLength: bandCount, maxLength: bandCount });
const tree = (code: string, depth: number): fc.Arbitrary<Cells> =>
  depth === 0
    ? counts.map((bands) => ({ code, bands, below: [] }))
    : fc.integer({ min: 1, max: 4 }).chain((many) => fc.tuple(...Array.from({ length: many }, (_, at) => tree(`${code}${at}`, depth - 1))))
        .map((below) => ({ code, below, bands: below[0]!.bands.map((_, band) => below.reduce((sum, each) => sum + each.bands[band]!, 0)) }));

const all = (cells: Cells): Cells[] => [cells, ...cells.below.flatMap(all)];
const leaves = (cells: Cells): Cells[] => (cells.below.length === 0 ? [cells] : cells.below.flatMap(leaves));

/** What a reader of all pages can reckon: every figure that follows from those shown by adding and subtracting. */
function follows(root: Cells, shown: Map<string, Shown>): (row: readonly number[]) => boolean {
  const ends = leaves(root);
  const rowOf = (cells: Cells, bands: readonly number[]) => ends.flatMap((end) => Array.from({ length: bandCount }, (_, band) => (bands.includes(band) && end.code.startsWith(cells.code) ? 1 : 0)));
  const known: number[][] = [];
  for (const cells of all(root)) {
    const { total, bands } = shown.get(cells.code)!;
    if (total !== null) known.push(rowOf(cells, [0, 1, 2]));
    bands.forEach((count, band) => count !== null && known.push(rowOf(cells, [band])));
  }
  const basis = reduced(known);
  return (row) => reduced([...basis, [...row]]).length === basis.length;
}

/** Rows that say the same, without those that follow from the others. */
function reduced(rows: readonly number[][]): number[][] {
  const left = rows.map((row) => [...row]);
  const basis: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row) => Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    const [lead] = left.splice(at, 1) as [number[]];
    for (const row of left) {
      const factor = row[column]! / lead[column]!;
      if (factor !== 0) lead.forEach((value, each) => (row[each] = row[each]! - factor * value));
    }
    basis.push(lead);
  }
  return basis;
}

describe('small cells', () => {
  test('never appear, and nothing under ten follows from what is shown on all pages together', () => {
    fc.assert(fc.property(tree('r', 2), (root) => {
      const shown = hideSmall(root);
      const canReckon = follows(root, shown);
      const ends = leaves(root);
      for (const cells of all(root)) {
        const { total, bands } = shown.get(cells.code)!;
        expect([total, ...bands].filter((count) => count !== null && count < least)).toEqual([]);
        const rowOf = (isOf: (band: number) => boolean) => ends.flatMap((end) => Array.from({ length: bandCount }, (_, band) => (isOf(band) && end.code.startsWith(cells.code) ? 1 : 0)));
        const small = cells.bands.flatMap((count, band) => (count < least ? [rowOf((at) => at === band)] : []));
        const whole = cells.bands.reduce((sum, each) => sum + each, 0) < least ? [rowOf(() => true)] : [];
        expect({ code: cells.code, found: [...small, ...whole].filter((row) => canReckon(row)) }).toEqual({ code: cells.code, found: [] });
      }
    }), { numRuns: Number(process.env.SMALL_CELLS_RUNS ?? 300), seed: 20261123 });
  });

  test('cannot be narrowed to fewer than ten values either', () => {
    fc.assert(fc.property(tree('r', 2), (root) => {
      const shown = hideSmall(root);
      const ends = leaves(root);
      const rows = all(root).flatMap((cells) => [[0, 1, 2], [0], [1], [2]].map((bands) => ({
        row: ends.flatMap((end) => [0, 1, 2].map((band) => Number(bands.includes(band) && end.code.startsWith(cells.code)))),
        value: bands.reduce((sum, band) => sum + cells.bands[band]!, 0),
        isShown: (bands.length > 1 ? shown.get(cells.code)!.total : shown.get(cells.code)!.bands[bands[0]!]) !== null,
      })));
      const known: Known[] = rows.filter(({ isShown }) => isShown);
      const narrow = rangesOf(known, rows.map(({ row }) => row)).filter(({ low, high }, at) => high - low < least - 1e-6 && (high - low > 1e-6 || rows[at]!.value < least));
      expect(narrow).toEqual([]);
    }), { numRuns: Number(process.env.SMALL_CELLS_RUNS ?? 100), seed: 20261124 });
  });

  test('take others with them only where they must', () => {
    const cell = (code: string, ...bands: number[]): Cells => ({ code, bands, below: [] });
    const root: Cells = { code: 'r', bands: [330, 330, 330], below: [cell('ra', 200, 200, 200), cell('rb', 100, 100, 100), cell('rc', 30, 30, 30)] };
    expect([...hideSmall(root).values()].every(({ total, bands }) => total !== null && !bands.includes(null))).toBe(true);
    const shown = hideSmall({ ...root, bands: [304, 330, 330], below: [...root.below.slice(0, 2), cell('rc', 4, 30, 30)] });
    expect(shown.get('ra')).toEqual({ total: 600, bands: [200, 200, 200] });
    expect(shown.get('rb')).toEqual({ total: 300, bands: [null, null, null] });
    expect(shown.get('rc')).toEqual({ total: 64, bands: [null, null, null] });
  });
});
