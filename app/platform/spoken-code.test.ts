import { describe, expect, test } from 'vitest';
import { newCode, tidyCode } from './spoken-code.ts';

describe('a code to quote', () => {
  test('holds no letter that is taken for another, and comes back from tidying as it was', () => {
    const codes = Array.from({ length: 200 }, newCode);
    expect(codes.filter((code) => !/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toEqual([]);
    expect(codes.map(tidyCode)).toEqual(codes);
  });

  test('is known again however it was typed', () => {
    expect(tidyCode(' o1il ｊｋｍｎ-90ab ')).toBe('0111-JKMN-90AB');
  });
});
