import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cronbach, sayingOf } from './alpha.ts';

/** The other formula: from the mean variance and the mean covariance of the items. */
function byCovariances(rows: readonly (readonly number[])[]): number {
  const items = rows[0]!.length;
  const mean = (at: number) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length;
  const covariance = (a: number, b: number) => rows.reduce((sum, row) => sum + (row[a]! - mean(a)) * (row[b]! - mean(b)), 0) / (rows.length - 1);
  const every = Array.from({ length: items }, (_, at) => at);
  const variances = every.reduce((sum, at) => sum + covariance(at, at), 0) / items;
  const pairs = every.flatMap((a) => every.filter((b) => b !== a).map((b) => covariance(a, b)));
  const shared = pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
  return (items * shared) / (variances + (items - 1) * shared);
}

describe('the reliability of a theme', () => {
  test('is the same by the other formula', () => {
    const rows = fc.integer({ min: 2, max: 5 }).chain((items) => fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: items, maxLength: items }), { minLength: 20, maxLength: 40 }));
    const checked = fc.check(fc.property(rows, (answers) => {
      const { alpha } = cronbach(answers);
      return alpha === null || Math.abs(alpha - byCovariances(answers)) < 1e-8;
    }), { seed: 20261123 });
    expect(checked).toMatchObject({ failed: false, counterexample: null });
  });

  test('is one where all questions say the same, and what is left out is left out', () => {
    const answers = Array.from({ length: 24 }, (_, at) => [at % 3, at % 3, at % 3] as (number | null)[]);
    expect(cronbach(answers)).toEqual({ alpha: 1, items: 3, people: 24 });
    expect(cronbach([...answers, [0, null, 2]])).toEqual({ alpha: 1, items: 3, people: 24 });
  });

  test('is said not to be where it cannot be', () => {
    expect(cronbach(Array.from({ length: 30 }, (_, at) => [at % 3]))).toEqual({ alpha: null, why: 'one-item' });
    expect(cronbach(Array.from({ length: 19 }, (_, at) => [at % 3, at % 2]))).toEqual({ alpha: null, why: 'too-few' });
    expect(cronbach(Array.from({ length: 30 }, () => [1, 1]))).toEqual({ alpha: null, why: 'no-spread' });
    expect(cronbach([])).toEqual({ alpha: null, why: 'too-few' });
  });

  test('has a sentence', () => {
    const of = (alpha: number) => sayingOf({ alpha, items: 3, people: 30 });
    expect([of(0.85), of(0.7), of(0.69), of(-0.4), sayingOf({ alpha: null, why: 'no-spread' })]).toEqual(['well', 'enough', 'low', 'low', 'no-spread']);
  });
});
