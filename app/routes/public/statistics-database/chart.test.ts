import { expect, test } from 'vitest';
import type { Pivot } from '#app/domain/city/statistics-database/pivot.ts';
import { chartOf } from './chart.ts';

const years = ['2020', '2021', '2022', '2023', '2024'];
const pivotOf = (values: (number | null)[]) => ({
  colAxis: 'period', cols: years.map((name) => ({ name })), rows: [{ heads: [{ name: '婴儿死亡率' }], cells: values.map((value) => ({ value, isBreak: false })) }],
}) as unknown as Pivot;
/** What stands at the axes, in order. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text!);

test.each([['a small fall', [5.4, 5.0, 4.9, 4.5, 4.3], 0], ['shares near the whole', [97.1, 97.3, null, 97.9, 98.2], 0], ['one figure below nought', [-1, 2, 3, 4, 5], -1]])('a line starts its axis at nought: %s', async (_, values, lowest) => {
  const texts = textsOf((await chartOf(pivotOf(values), 'line')).svg).filter((text) => !years.includes(text));
  expect(texts).toContain('0');
  expect(Math.min(...texts.map(Number).filter((each) => !Number.isNaN(each)))).toBe(lowest);
});

test.each(['line', 'bar'] as const)('a figure that was worked out and one counted anew bear their signs in the chart: %s', async (kind) => {
  const pivot = pivotOf([5.4, 5, 4.9, 4.5, 4.3]);
  Object.assign(pivot.rows[0]!.cells[3]!, { isEstimate: true });
  Object.assign(pivot.rows[0]!.cells[4]!, { isBreak: true });
  const texts = textsOf((await chartOf(pivot, kind)).svg);
  expect(texts.filter((text) => /[≈‡]/.test(text))).toEqual(kind === 'line' ? ['≈', '‡'] : ['≈ 4.5', '4.3 ‡']);
  expect(textsOf((await chartOf(pivotOf([5.4, 5, 4.9, 4.5, 4.3]), kind)).svg).filter((text) => /[≈‡]/.test(text))).toEqual([]);
});
