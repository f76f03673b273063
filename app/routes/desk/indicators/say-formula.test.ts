import { expect, test } from 'vitest';
import { findFormulaFault } from '#app/domain/city/indicators/find-formula-fault.ts';
import { reckon } from '#app/domain/city/indicators/formula.ts';
import type { Unit } from '#app/domain/city/indicators/model.ts';
import { readFormula } from '#app/domain/city/indicators/read-formula.ts';
import { sayFormula } from './say-formula.ts';

const units: Record<string, Unit> = { 'A09-1': 'households', 'A06-2': 'persons', 'A08-1': 'percent', 'A12-1': 'classes', 'A02-1': 'count', X: 'percent' };
const known = (code: string) => (units[code] ? { unit: units[code], formula: code === 'X' ? '{N}' : null } : undefined);
const said = (formula: string, unit: Unit, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const fault = findFormulaFault({ code: 'N', unit, formula }, known);
  return fault ? sayFormula(fault, locale) : '';
};

test.each<[string, Unit, string]>([
  ['A09-1 + A06-2', 'households', '“户”和“人”不是一类的量，不能相加减。'], ['{A09-1} ÷ {A06-2}', 'percent', '算出来的是“户÷人”，这个指标的单位是“%”，对不上。请核对公式，或者换单位。'], ['{A09-1} × {A09-1}', 'households', '算出来的是“户^2”，这个指标的单位是“户”，对不上。请核对公式，或者换单位。'],
  ['{A12-1} / {A02-1} * 100', 'percent', '单位是“%”，系统会自己换算，请去掉“× 100”，否则大了 100 倍。'], ['{A99-9} + {B1-1}', 'count', '指标库里没有 A99-9、B1-1。'], ['{A09-1} 除以 2', 'households', '从第 9 个字“除以 2”起看不懂。可以写指标编号、数字、+ - × ÷、括号和“累计(编号)”。'],
  ['({A09-1} + 3', 'households', '没有写完，或者括号没有成对。'], ['{N} + 1', 'percent', '绕了一圈又用到了这个指标自己。'], ['{X}', 'percent', '绕了一圈又用到了这个指标自己。'],
])('%s in %s is told what is wrong with it', (formula, unit, sentence) => {
  expect(said(formula, unit)).toBe(sentence);
});

test('what somebody types in Chinese is read: × ÷, full-width brackets, codes without braces, 累计, per cent', () => {
  for (const formula of ['A12-1÷A02-1', '（{A12-1}＋A12-1）÷ A02-1', 'A12-1 ÷ A02-1 × 100%', '｛A12-1｝／｛A02-1｝']) expect([formula, said(formula, 'percent')]).toEqual([formula, '']);
  expect(said('累计（A09-1）', 'households')).toBe('');
  const read = readFormula('A12-1 ÷ A02-1 × 100%');
  expect('tree' in read && reckon(read.tree, 'percent', (code) => ({ 'A12-1': 3, 'A02-1': 4 })[code] ?? null, () => null, (code) => units[code]!)).toBe(75);
  expect(said('A09-1 + A06-2', 'households', 'en')).toBe('“households” and “persons” are not alike and cannot be added.');
});
