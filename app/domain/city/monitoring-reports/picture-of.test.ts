import { expect, test } from 'vitest';
import { pictureOf } from './picture-of.ts';
import { wordChart } from './word-chart.ts';

type Drawn = Parameters<typeof pictureOf>[0];
const words = { name: 'A09-1', alt: '', unit: '户' };
const drawn = (actual: number, target: number): Drawn => ({
  from: '2022-12-31', to: '2025-12-31', isFlow: false, forecast: null, rows: [], expected: [[{ day: '2022-12-31', value: 0 }, { day: '2025-12-31', value: target }]],
  actual: [[{ day: '2023-12-31', value: actual }]], targets: [{ day: '2025-12-31', year: 2025, value: target, max: null, isReached: null }],
}) as unknown as Drawn;

test('a count is drawn on whole numbers, a share on its halves; Word is told the same steps', () => {
  expect(pictureOf(drawn(0, 1), words)!.ticks).toEqual([0, 1]);
  expect(pictureOf(drawn(1, 2), words)!.ticks).toEqual([0, 1, 2]);
  expect(pictureOf(drawn(4, 9), words)!.ticks).toEqual([0, 5, 10]);
  expect(pictureOf(drawn(0.4, 1), words)!.ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(wordChart(pictureOf(drawn(1, 2), words)!, ['路径', '实际', '目标'])).toContain('<c:crossAx val="1"/><c:crosses val="min"/><c:majorUnit val="1"/>');
});
