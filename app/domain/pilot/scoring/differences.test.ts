import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

const figures = (raw: number, score: number | null = null, reviews = 2) => ({ raw, score, reviews });

test('between two reckonings what changed comes first, the furthest before the rest, then what came and what went', () => {
  const before = new Map([['same', figures(70, 71)], ['little', figures(60, 61)], ['much', figures(50)], ['gone', figures(40)]]);
  const after = new Map([['same', figures(72, 71)], ['little', figures(60, 62)], ['much', figures(58)], ['added', figures(80, 82, 3)]]);
  expect(differencesOf(before, after)).toEqual([
    { application: 'much', kind: 'changed', before: 50, after: 58, reviews: 2 },
    { application: 'little', kind: 'changed', before: 61, after: 62, reviews: 2 },
    { application: 'added', kind: 'added', before: null, after: 82, reviews: 3 },
    { application: 'gone', kind: 'gone', before: 40, after: null, reviews: 2 },
  ]);
});
