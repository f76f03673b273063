import { describe, expect, test } from 'vitest';
import { alphaOf } from './alpha.ts';

/** Krippendorff (2011), four observers and twelve units; a dot is missing. */
const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
const units = Array.from({ length: 12 }, (_, u) => observers.flatMap((marks) => (marks[u] === '.' ? [] : [Number(marks[u])])));

describe('the agreement of several observers', () => {
  test('is the published one for names, ranks and distances', () => {
    expect([alphaOf(units, 'nominal'), alphaOf(units, 'ordinal'), alphaOf(units, 'interval')].map((value) => value!.toFixed(3))).toEqual(['0.743', '0.815', '0.849']);
  });

  test('is complete when all agree, and unknown when nothing could disagree', () => {
    expect(alphaOf([[1, 1], [2, 2], [3, 3]], 'ordinal')).toBe(1);
    expect(alphaOf([[1, 1], [1, 1]], 'interval')).toBeNull();
    expect(alphaOf([[1], [2]], 'interval')).toBeNull();
    expect(alphaOf([], 'nominal')).toBeNull();
  });
});
