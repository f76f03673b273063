import { expect, test } from 'vitest';
import { clearOf } from './trajectory-geometry.ts';

type Label = Parameters<typeof clearOf>[0][number];
const label = (key: string, x: number, y: number, anchor: Label['anchor'] = 'middle'): Label => ({ key, x, y, said: '2026 目标 28', anchor });

test('of labels that would lie over one another the first stays; those apart in either direction all stay', () => {
  const keys = (...labels: Label[]) => clearOf(labels).map(({ key }) => key);
  expect(keys(label('last', 400, 100), label('near', 330, 105), label('far', 200, 100))).toEqual(['last', 'far']);
  expect(keys(label('above', 400, 100), label('below', 400, 120))).toEqual(['above', 'below']);
  expect(keys(label('last', 400, 100), label('from', 452, 100, 'start'))).toEqual(['last', 'from']);
});
