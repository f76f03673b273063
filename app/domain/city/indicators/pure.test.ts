import { describe, expect, test } from 'vitest';
import { checkFormula, codesIn, reckon } from './formula.ts';
import type { Unit } from './model.ts';
import { keptAt, keptPeriods, lastDay, laterOf, openPeriod, periodsIn, rangeOf } from './period.ts';
import { readFormula } from './read-formula.ts';
import { readNumber } from './read-number.ts';
import { readPeriod } from './read-period.ts';

describe('a figure as people write it', () => {
  test.each<[string, Unit, number | null]>([
    ['95%', 'percent', 95], ['95', 'percent', 95], ['0.95', 'percent', 95], ['９５％', 'percent', 95], ['0', 'percent', 0], ['1%', 'percent', 1], ['100', 'percent', 100],
    ['2.5‰', 'permille', 2.5], ['0.25%', 'permille', 2.5], ['2.5', 'permille', 2.5], ['1,234', 'persons', 1234], ['１，２３４人', 'persons', 1234], ['1.2万', 'person-times', 12_000], ['３亿', 'count', 3e8], ['206 户', 'households', 206], ['２８个班', 'classes', 28], ['28 classes', 'classes', 28],
    ['', 'count', null], ['—', 'percent', null], ['暂无', 'count', null], ['N/A', 'count', null], ['548.5', '10k-items', 548.5], ['0.29', 'percent', 29], ['4.08', 'per-1000', 4.08], ['1 234', 'persons', 1234], ['１　２３４ 人', 'persons', 1234], ['1 234 567.5', '10k-items', 1234567.5],
  ])('%s as %s is %s', (text, unit, value) => {
    expect(readNumber(text, unit)).toMatchObject({ value });
  });

  test('says when 0.95 was taken for a share, and asks about a bare 1', () => {
    expect(readNumber('0.95', 'percent')).toEqual({ value: 95, isShare: true });
    expect(readNumber('1', 'percent')).toEqual({ problem: 'number-one-unclear' });
    expect(readNumber('1.0', 'percent')).toEqual({ problem: 'number-one-unclear' });
  });

  test.each<[string, Unit, string]>([
    ['2025-06-30', 'count', 'number-is-date'], ['2025年6月', 'count', 'number-is-date'], ['6月30日', 'persons', 'number-is-date'], ['2025/6/30', 'percent', 'number-is-date'], ['-3', 'persons', 'number-negative'],
    ['约200', 'households', 'number-not-exact'], ['<5', 'persons', 'number-not-exact'], ['<script>', 'count', 'number-unreadable'], ['200余户', 'households', 'number-not-exact'], ['≥95', 'percent', 'number-not-exact'], ['2-3', 'count', 'number-range'], ['5 5', 'count', 'number-blanks'], ['1 2345', 'persons', 'number-blanks'], ['1 234 5', 'persons', 'number-blanks'], ['5 . 5', 'percent', 'number-blanks'], ['1, 234', 'persons', 'number-blanks'], ['95%', 'count', 'number-wrong-sign'],
    ['12,34', 'count', 'number-unreadable'], ['二百', 'count', 'number-unreadable'], ['.', 'count', 'number-unreadable'], ['1e9', 'count', 'number-unreadable'], ['9'.repeat(40), 'count', 'number-unreadable'],
  ])('%s as %s is refused as %s', (text, unit, problem) => {
    expect(readNumber(text, unit)).toEqual({ problem });
  });
});

describe('a period', () => {
  test('is a number whose years are ranges, and opens again', () => {
    for (const frequency of ['annual', 'half-year', 'quarter', 'month'] as const) {
      for (const [at, period] of periodsIn(2025, frequency).entries()) {
        expect(openPeriod(period)).toEqual({ year: 2025, frequency, nth: at + 1 });
        expect(period).toBeGreaterThanOrEqual(rangeOf(2025)[0]);
        expect(period).toBeLessThanOrEqual(rangeOf(2025)[1]);
      }
    }
    expect([2025001, 2025103, 2025200, 2025313, 2025400, 1200000, 2025.5].map(openPeriod)).toEqual(Array.from({ length: 7 }));
    expect([2025000, 2025101, 2025203, 2024302].map(lastDay)).toEqual(['2025-12-31', '2025-06-30', '2025-09-30', '2024-02-29']);
    expect([keptAt(2026101, 'quarter'), keptAt(2026204, 'month'), keptAt(2026000, 'quarter'), keptAt(2026202, 'quarter')]).toEqual([2026202, 2026312, 2026000, 2026202]);
    expect(keptPeriods(2026101)).toEqual([2026101, 2026202, 2026306]);
    expect([laterOf(2025000, 2025312), laterOf(2025203, 2025101), laterOf(2025311, 2025310)]).toEqual([2025000, 2025203, 2025311]);
  });

  test.each([
    ['2025', 'annual', 2025000], ['2025年', 'annual', 2025000], ['２０２５年度', 'annual', 2025000], ['2025Q2', 'quarter', 2025202], ['2025年第二季度', 'quarter', 2025202], ['2025年上半年', 'half-year', 2025101],
    ['2025-06', 'month', 2025306], ['2025年6月30日', 'quarter', 2025202], ['2025/12/31', 'annual', 2025000], ['2025年十一月', 'month', 2025311], ['2025年5月', 'quarter', undefined], ['2025', 'quarter', undefined], ['去年', 'annual', undefined], ['2025-13', 'month', undefined], ['1985', 'annual', undefined], ['1990', 'annual', 1990000],
  ] as const)('%s at %s is %s', (text, frequency, period) => {
    expect(readPeriod(text, frequency)).toBe(period);
  });
});

describe('a formula', () => {
  const units: Record<string, Unit> = { A: 'persons', B: 'persons', H: 'households', P: 'percent', M1: 'milestone', M2: 'milestone', T: 'count' };
  const known = (code: string) => (units[code] ? { unit: units[code], formula: null } : undefined);
  const value = (formula: string, unit: Unit, said: Record<string, number | null>) => {
    const read = readFormula(formula);
    if (!('tree' in read)) return read.problem;
    return reckon(read.tree, unit, (code) => said[code] ?? null, (code) => said[code] ?? null, (code) => units[code]!);
  };

  test('reckons in the unit of its indicator', () => {
    expect(value('{A} / {B}', 'percent', { A: 19, B: 20 })).toBe(95);
    expect(value('{M1} + {M2}', 'count', { M1: 1, M2: 0 })).toBe(1);
    expect(value('({A} - {B}) * 2', 'persons', { A: 5, B: 2 })).toBe(6);
    expect(value('{A} * {P}', 'persons', { A: 200, P: 30 })).toBe(60);
    expect(value('total({H})', 'households', { H: 506 })).toBe(506);
    expect(value('-{A} + 3 * {B}', 'persons', { A: 1, B: 2 })).toBe(5);
    expect(value('{T} / {A}', 'per-1000', { T: 45, A: 10_000 })).toBe(4.5);
  });

  test('is missing where anything it stands on is missing or nought divides', () => {
    expect(value('{A} + {B}', 'persons', { A: 1 })).toBeNull();
    expect(value('{A} / {B}', 'percent', { A: 1, B: 0 })).toBeNull();
  });

  test.each([
    ['{A} +', 'formula-unfinished'], ['{A} {B}', 'formula-unreadable'], ['({A}', 'formula-unfinished'], ['{A})', 'formula-unreadable'], ['', 'formula-unfinished'], ['alert(1)', 'formula-unreadable'], ['{a}', 'formula-unreadable'],
    ['total(3)', 'formula-unreadable'], ['{A} ** 2', 'formula-unreadable'], [`${'('.repeat(500)}`, 'formula-too-long'], ['{A} + {H}', 'formula-unit'], ['{A} / {H}', 'formula-unit'], ['{A} + 1', 'formula-unit'], ['{A} + {Z}', 'formula-unknown'], ['{X} + {A}', 'formula-itself'],
  ])('%s is refused as %s', (formula, problem) => {
    const checked = checkFormula({ code: 'X', unit: 'persons', formula }, (code) => (code === 'X' ? { unit: 'persons', formula } : known(code)));
    expect(checked).toMatchObject({ problem });
  });

  test('may not stand on itself by way of another', () => {
    const checked = checkFormula({ code: 'A', unit: 'persons', formula: '{B}' }, (code) => (code === 'B' ? { unit: 'persons', formula: '{A} * 2' } : known(code)));
    expect(checked).toMatchObject({ problem: 'formula-itself' });
    const read = readFormula('{A} + total({H}) / {A}');
    expect('tree' in read && codesIn(read.tree)).toEqual(['A', 'H']);
  });
});
