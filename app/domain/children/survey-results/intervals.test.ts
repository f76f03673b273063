import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { isMoreThanChance, meanShare, newcombe, wilson } from './intervals.ts';

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const counted = fc.integer({ min: 1, max: 400 }).chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)));

describe('the interval of a share', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i is the one Newcombe published in 1998 (method 3)', (yes, base, low, high) => {
    const share = wilson(yes, base)!;
    expect([round(share.low), round(share.high)]).toEqual([low, high]);
  });

  test('ends where a test of the share would just not reject', () => {
    fc.assert(fc.property(counted, ([yes, base]) => {
      const { value, low, high } = wilson(yes, base)!;
      expect([low <= value, value <= high, low >= 0, high <= 1]).toEqual([true, true, true, true]);
      const off = [low, high].filter((end) => end > 0 && end < 1).map((end) => Math.abs(Math.abs(value - end) / Math.sqrt((end * (1 - end)) / base) - 1.959963984540054));
      expect(off.every((each) => each < 1e-6)).toBe(true);
    }), { seed: 20261123 });
  });

  test('mirrors itself, and nobody asked has none', () => {
    fc.assert(fc.property(counted, ([yes, base]) => {
      const [one, other] = [wilson(yes, base)!, wilson(base - yes, base)!];
      expect(one.low).toBeCloseTo(1 - other.high, 10);
    }), { seed: 20261123 });
    expect(wilson(0, 0)).toBeUndefined();
  });
});

describe('the interval of a difference', () => {
  test.each([
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
  ])('%j against %j is the one Newcombe published in 1998 (method 10)', ([a, m], [b, n], low, high) => {
    const difference = newcombe(wilson(a!, m!)!, wilson(b!, n!)!);
    expect([round(difference.low), round(difference.high)]).toEqual([low, high]);
  });

  test('turns its sign with its two shares and holds their difference', () => {
    fc.assert(fc.property(counted, counted, ([a, m], [b, n]) => {
      const [one, other] = [wilson(a, m)!, wilson(b, n)!];
      const [there, back] = [newcombe(one, other), newcombe(other, one)];
      expect(there.low).toBeCloseTo(-back.high, 10);
      expect(there.low <= there.value && there.value <= there.high).toBe(true);
      expect(isMoreThanChance(newcombe(one, one))).toBe(false);
    }), { seed: 20261123 });
  });
});

test('the mean of shares lies between its limits, and of one share is that share', () => {
  const share = wilson(7, 20)!;
  expect(meanShare([share])).toEqual(share);
  expect(meanShare([])).toBeUndefined();
  fc.assert(fc.property(fc.array(counted, { minLength: 1, maxLength: 6 }), (many) => {
    const shares = many.map(([yes, base]) => wilson(yes, base)!);
    const mean = meanShare(shares)!;
    expect(mean.value).toBeCloseTo(shares.reduce((sum, { value }) => sum + value, 0) / shares.length, 10);
    expect(mean.low <= mean.value && mean.value <= mean.high).toBe(true);
  }), { seed: 20261123 });
});
