import { describe, expect, it } from 'vitest';
import { levelOf, levelRange, tiles } from './tile-places.ts';

const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ');

describe('the tile map', () => {
  it('has every one of the 34 provinces exactly once, Hong Kong, Macao and Taiwan among them', () => {
    expect(Object.keys(tiles).sort()).toEqual(provinces);
    for (const key of ['code', 'zh', 'en'] as const)
      expect(new Set(Object.values(tiles).map((tile) => tile[key])).size).toBe(34);
  });

  it('puts no two provinces on one square and none outside the picture', () => {
    const places = Object.values(tiles).map((tile) => `${tile.column} ${tile.row}`);
    expect(new Set(places).size).toBe(34);
    expect(
      Object.values(tiles).filter((tile) => tile.column < 2 || tile.column > 8 || tile.row < 0 || tile.row > 7),
    ).toEqual([]);
  });

  it('tells nothing counted from zero, and steps up at each bound', () => {
    const bounds = [1, 3, 5, 8, 12];
    expect([null, undefined, 0, 1, 2, 3, 7, 8, 12, 400].map((value) => levelOf(value, bounds))).toEqual([
      null,
      null,
      0,
      1,
      1,
      2,
      3,
      4,
      5,
      5,
    ]);
    expect([0, 1, 4, 5].map((level) => levelRange(level, bounds, (from) => `${from}+`))).toEqual([
      '0',
      '1–2',
      '8–11',
      '12+',
    ]);
    expect(levelRange(1, [1, 2], String)).toBe('1');
  });
});
