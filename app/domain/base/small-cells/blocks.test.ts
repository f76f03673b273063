import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { eachAlone, openGroups, openRow } from './blocks.ts';
import { type Group, sumOf } from './model.ts';

const row = (counts: readonly number[], favourable = 1, least = 5) => openRow(eachAlone(counts), favourable, least);

describe('a row of levels', () => {
  test.each([
    ['is shown whole where every level holds enough', [12, 8, 6], [[0, 12], [1, 8], [2, 6]]],
    ['joins a small level with the one beside it', [12, 8, 2], [[0, 12], ['1,2', 10]]],
    ['shows only its sum where one side is small', [30, 2, 1], [['0,1,2', 33]]],
    ['shows nothing where it is small itself', [2, 1, 1], []],
    ['takes nothing for small as well', [0, 9, 9], [['0,1,2', 18]]],
  ] as const)('%s', (_, counts, blocks) => {
    expect(row(counts).map(({ at, count }) => [at.join(), count])).toEqual(blocks.map(([at, count]) => [String(at), count]));
  });

  test('keeps every count in one block of enough, and the wider audience joins what the narrower has', () => {
    const levels = fc.array(fc.nat({ max: 25 }), { minLength: 2, maxLength: 5 });
    fc.assert(fc.property(levels, fc.integer({ min: 1, max: 4 }), (counts, many) => {
      const favourable = Math.min(many, counts.length - 1);
      const staff = row(counts, favourable, 5);
      const open = openRow(staff, favourable, 10);
      for (const [blocks, least] of [[staff, 5], [open, 10]] as const) {
        expect(blocks.filter(({ count }) => count < least)).toEqual([]);
        for (const { at, count } of blocks) expect(sumOf(at.map((level) => counts[level]!))).toBe(count);
      }
      for (const { at } of open) expect(staff.filter((block) => block.at.some((level) => at.includes(level))).every((block) => block.at.every((level) => at.includes(level)))).toBe(true);
    }), { seed: 20261123 });
  });
});

describe('groups of people', () => {
  const group = (of: string, ...counts: number[]): Group => ({ of: [of], counts });

  test('are joined until none has a small count, in the order in which they were asked', () => {
    expect(openGroups([group('girl', 14, 6), group('boy', 11, 8), group('', 1, 0)], 5)).toEqual([{ of: ['girl'], counts: [14, 6] }, { of: ['boy', ''], counts: [12, 8] }]);
  });

  test('are not shown where only one is left', () => {
    expect(openGroups([group('girl', 14, 2), group('boy', 11, 8)], 5)).toEqual([]);
  });
});
