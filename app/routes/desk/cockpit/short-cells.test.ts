import { expect, test } from 'vitest';
import type { Shown } from './load.ts';
import { lengthen, shorten } from './short-cells.ts';

test('a row of the heat table that was shortened is the same row again, whatever a cell says', () => {
  const cells: Shown[] = [
    { light: 'reached', percent: null, weakest: '规划, 印发 1/2', marked: { done: 6, marks: 6 } },
    { light: 'behind', percent: 0, weakest: '托位', isBelowLine: true, isNew: true, partly: { asked: 3, reported: 1 } },
    { light: 'far-behind', percent: 12, weakest: '托位', isNew: true, isEstimate: true },
    { light: 'on-path', percent: 103 }, { light: 'no-figure', percent: null }, { light: 'not-due', percent: null, marked: { done: 0, marks: 2 } }, { light: 'not-asked', percent: null },
  ];
  const names = new Map<string, number>();
  expect(lengthen(shorten(cells, names), [...names.keys()])).toEqual(cells);
  expect([...names.keys()]).toEqual(['规划, 印发 1/2', '托位']);
  expect(lengthen(shorten([], names), [])).toEqual([]);
});
