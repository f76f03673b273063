import { describe, expect, test } from 'vitest';
import { contains, isRegionCode, isSynthetic, isVirtual, kindOf, lengthBelow, levelOf, parentCandidates } from './model.ts';
import { countyCode } from '#app/platform/county-code.ts';

describe('a region code', () => {
  test.each([
    ['34', 1, 'province'],
    ['3401', 2, 'city'],
    ['340111', 3, 'county'],
    ['340111001', 4, 'subdistrict'],
    ['340111100', 4, 'town'],
    ['340111200', 4, 'township'],
    ['340111400', 4, 'township-like'],
    ['340111500', 4, 'farm'],
    ['340111400001', 5, 'community'],
    ['340111100201', 5, 'village'],
    ['340111100401', 5, 'community-like'],
    ['340111100501', 5, 'village-like'],
  ])('%s stands at level %i and is a %s', (code, level, kind) => {
    expect([levelOf(code), kindOf(code)]).toEqual([level, kind]);
  });

  test('has 2, 4, 6, 9 or 12 digits and nothing else', () => {
    expect(['34', '3401', '340111', '340111400', '340111400001'].every(isRegionCode)).toBe(true);
    expect(['', '3', '340', '01', '34011', '3401a1', '*', '３４', '340111400001 ', "34' or 1"].some(isRegionCode)).toBe(false);
  });

  test('contains what it prefixes; the nation is said out loud, never by an empty code', () => {
    expect(contains('3401', '340111400')).toBe(true);
    expect(contains('340111', '340111')).toBe(true);
    expect(contains('340111', '3401')).toBe(false);
    expect(contains('3401', '3402')).toBe(false);
    expect(contains('*', '34')).toBe(true);
    expect(contains('', '34')).toBe(false);
  });

  test('knows the codes above it', () => {
    expect(parentCandidates('340111400001')).toEqual(['340111400', '340111', '3401', '34']);
    expect(parentCandidates('34')).toEqual([]);
  });

  test('knows how long the codes right below it are', () => {
    expect(['*', '34', '3401', '340111', '340111400', '340111400001'].map(lengthBelow)).toEqual([2, 4, 6, 9, 12, undefined]);
  });

  test('belongs to a county of six digits', () => {
    expect(['34', '3401', '340111400001', '*', ''].map(countyCode)).toEqual([340000, 340100, 340111, 0, 0]);
  });

  test('may be a name that only fills a gap', () => {
    expect(['1101', '5002', '4690', '441900', '620201'].every(isSynthetic)).toBe(true);
    expect(['3401', '4419', '6201'].some(isSynthetic)).toBe(false);
    expect(isVirtual('110112009498', '文景街道虚拟社区')).toBe(true);
    expect(isVirtual('110112009001', '文景社区居委会')).toBe(false);
  });
});
