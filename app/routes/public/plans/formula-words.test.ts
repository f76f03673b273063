import { expect, test } from 'vitest';
import { codesOfFormula } from '#app/domain/city/indicators/formula.ts';
import { formulaWords } from './formula-words.ts';

const names: Record<string, { zh: string; en: string }> = { 'A09-1': { zh: '当年改造户数', en: 'Rooms done in the year' }, 'A02-1': { zh: '指引数', en: 'Guides' }, 'A02-2': { zh: '领域数', en: 'Fields' } };
const said = (formula: string, locale: 'zh-CN' | 'en' = 'zh-CN') => formulaWords(formula, locale, (code) => names[code]);

test.each([
  ['total({A09-1})', '“当年改造户数”的历年累计'], ['累计（A09-1）', '“当年改造户数”的历年累计'], ['{A02-1} / {A02-2}', '“指引数” ÷ “领域数”'], ['A02-1 ÷ A02-2 × 100%', '“指引数” ÷ “领域数” × 1'],
  ['({A02-1} + 3) * {A02-2}', '(“指引数” + 3) × “领域数”'], ['{A02-1} - ({A02-2} - 1)', '“指引数” − (“领域数” − 1)'], ['{A02-1} / ({A02-2} * 2)', '“指引数” ÷ (“领域数” × 2)'], ['-({A02-1} + 1)', '−(“指引数” + 1)'], ['{B7-1} + 1', 'B7-1 + 1'],
])('%s is said in words', (formula, words) => expect(said(formula)).toBe(words));

test('in English too; what cannot be read stays as it was written; the codes of a formula are each named once', () => {
  expect(said('total({A09-1}) / {A02-1}', 'en')).toBe('the total of “Rooms done in the year” over the years ÷ “Guides”');
  expect(said('{A09-1} 除以 2')).toBe('{A09-1} 除以 2');
  expect([codesOfFormula('{A02-1} / total({A09-1}) + {A02-1}'), codesOfFormula(null)]).toEqual([['A02-1', 'A09-1'], []]);
});
