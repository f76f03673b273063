import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSample, listHash } from './draw.ts';

const codes = Array.from({ length: 300 }, (_, i) => `${['34', '32', '51'][i % 3]}01${String(i).padStart(5, '0')}`);

describe('drawing a sample', () => {
  test('gives everybody the same for the same seed, in whatever order the population comes', () => {
    const shuffled = codes.toSorted((a, b) => createHash('md5').update(a).digest('hex').localeCompare(createHash('md5').update(b).digest('hex')));
    expect(drawSample('种子', shuffled, 2, 20)).toEqual(drawSample('种子', codes, 2, 20));
    expect(drawSample('种子二', codes, 2, 20)).not.toEqual(drawSample('种子', codes, 2, 20));
    expect(listHash(shuffled)).toBe(listHash(codes));
  });

  test('is what the recipe says, worked out anew by hand', () => {
    const rank = (code: string) => createHash('sha256').update(`s\n${code}`).digest('hex');
    const three = ['340100001', '340100002', '340100003'];
    const best = three.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))[0]!;
    expect(drawSample('s', three, 0, 1)).toEqual([{ regionCode: best, stratum: '', rank: rank(best) }]);
  });

  test('shares the places among the strata by their sizes, and takes nobody twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 100_000_000, max: 999_999_999 }), { minLength: 1, maxLength: 120 }), fc.integer({ min: 1, max: 150 }), fc.constantFrom(0, 2, 4), (numbers, size, digits) => {
        const population = numbers.map(String);
        const sample = drawSample('s', population, digits, size);
        const most = Math.min(size, population.length);
        expect(sample).toHaveLength(most);
        expect(new Set(sample.map((one) => one.regionCode)).size).toBe(most);
        const count = (all: readonly { stratum: string }[]) => Map.groupBy(all, ({ stratum }) => stratum);
        const members = count(population.map((code) => ({ stratum: code.slice(0, digits) })));
        for (const [stratum, taken] of count(sample)) {
          const share = (most * members.get(stratum)!.length) / population.length;
          expect(taken.length).toBeGreaterThanOrEqual(Math.floor(share));
          expect(taken.length).toBeLessThanOrEqual(Math.ceil(share));
        }
      }),
      { numRuns: 100, seed: 20_261_122 },
    );
  });
});
