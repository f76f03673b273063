import { expect } from 'vitest';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { answerQuestion } from './answer-question.ts';
import { familiesIn } from './families.ts';
import { Question } from './input.ts';

test('a count of the year and its running total hide the same regions, so that neither tells the other', async ({ db }) => {
  const said = { 340103: [50, 4], 340104: [500, 12], 340102: [60, 15], 340111: [100, 100], 3401: [710, 131] };
  for (const [regionCode, values] of Object.entries(said)) for (const [at, value] of values.entries()) await recordValue(as(db, 'government-officer', hefei), 'A09-1', ValueInput.parse({ regionCode, period: `${2024 + at}-12`, value: String(value), source: '年报' }));
  const seen = async (i: string) => (await answerQuestion(ctxOf(db), Question.parse({ i, r: hefei, scope: 'with-below', from: 2024, to: 2025 }))).figures.flatMap(({ regionCode, value }) => (value === null ? [] : [`${regionCode} ${value}`]));
  expect(await seen('A09-2')).toEqual(['3401 710', '3401 841', '340104 500', '340104 512', '340111 100', '340111 200']);
  expect(await seen('A09-1')).toEqual(['3401 710', '3401 131', '340104 500', '340104 12', '340111 100', '340111 100']);
});

test('families are bound by formulas, by however many steps', () => {
  const people = ([['A', null], ['B', 'total({A})'], ['C', '{B} - {D}'], ['D', null], ['E', null], ['F', '{X} * 2']] as const).map(([code, formula], id) => ({ id, code, version: 1, definition: { formula } })) as unknown as Indicator[];
  expect([...familiesIn(people)].map(([id, own]) => [id, own.map(({ code }) => code).join('')])).toEqual([[0, 'ABCD'], [1, 'ABCD'], [2, 'ABCD'], [3, 'ABCD']]);
});
