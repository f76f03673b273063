import { expect, test } from 'vitest';
import { clearOf, ticksOf } from './trajectory-geometry.ts';

type Label = Parameters<typeof clearOf>[0][number];
const label = (key: string, x: number, y: number, anchor: Label['anchor'] = 'middle'): Label => ({ key, x, y, said: '2026 目标 28', anchor });

test('of labels that would lie over one another the first stays; those apart in either direction all stay', () => {
  const keys = (...labels: Label[]) => clearOf(labels).map(({ key }) => key);
  expect(keys(label('last', 400, 100), label('near', 330, 105), label('far', 200, 100))).toEqual(['last', 'far']);
  expect(keys(label('above', 400, 100), label('below', 400, 120))).toEqual(['above', 'below']);
  expect(keys(label('last', 400, 100), label('from', 452, 100, 'start'))).toEqual(['last', 'from']);
});

test('of what is counted whole the axis names whole numbers only, of shares also halves and quarters', () => {
  expect([ticksOf(0, 1, true), ticksOf(0, 2, true), ticksOf(0, 9, true), ticksOf(0, 11, true)]).toEqual([[0, 1], [0, 1, 2], [0, 2, 4, 6, 8, 10], [0, 5, 10, 15]]);
  expect([ticksOf(0, 1), ticksOf(0, 2.5)]).toEqual([[0, 0.2, 0.4, 0.6, 0.8, 1], [0, 0.5, 1, 1.5, 2, 2.5]]);
});
