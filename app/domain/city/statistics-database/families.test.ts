import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { addIndicator } from '#app/domain/city/indicators/add-indicator.ts';
import { defineIndicator } from '#app/domain/city/indicators/define-indicator.ts';
import { DefinitionInput, NewIndicatorInput, ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { getIndicator } from '#app/domain/city/indicators/read.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { answerQuestion } from './answer-question.ts';
import { familiesIn, familiesOf } from './families.ts';
import { Question } from './input.ts';
import { publicValues } from './public-values.ts';
import type { Defined } from './reckoned-people.ts';

test('a count of the year and its running total hide the same regions, so that neither tells the other', async ({ db }) => {
  const said = { 340103: [50, 4], 340104: [500, 12], 340102: [60, 15], 340111: [100, 100], 3401: [710, 131] };
  for (const [regionCode, values] of Object.entries(said)) for (const [at, value] of values.entries()) await recordValue(as(db, 'government-officer', hefei), 'A09-1', ValueInput.parse({ regionCode, period: `${2024 + at}-12`, value: String(value), source: '年报' }));
  const seen = async (i: string) => (await answerQuestion(ctxOf(db), Question.parse({ i, r: hefei, scope: 'with-below', from: 2024, to: 2025 }))).figures.flatMap(({ regionCode, value }) => (value === null ? [] : [`${regionCode} ${value}`]));
  expect(await seen('A09-2')).toEqual(['3401 710', '3401 841', '340104 500', '340104 512', '340111 100', '340111 200']);
  expect(await seen('A09-1')).toEqual(['3401 710', '3401 131', '340104 500', '340104 12', '340111 100', '340111 100']);
});

test('families are bound by formulas, those in force and those before them, by however many steps', () => {
  const people = ([['A', []], ['B', ['total({A})']], ['C', ['{G} * 2', '{B} - {D}']], ['D', []], ['E', []], ['F', ['{X} * 2']], ['G', []]] as const).map(([code, formula], id) => ({ id, code, version: 1, definition: {}, reckonedBy: formula })) as unknown as Defined[];
  expect([...familiesIn(people)].map(([id, own]) => [id, own.map(({ code }) => code).join('')])).toEqual([[0, 'ABCDG'], [1, 'ABCDG'], [2, 'ABCDG'], [3, 'ABCDG'], [6, 'ABCDG']]);
});

const sharesGirls = (indicator: string, formula: string | null) => DefinitionInput.parse({
  zh: '女孩与男孩之比', en: 'Girls to boys', direction: 'monitor', frequency: 'annual', level: 'city', owner: 'tqt', source: 'ours', reason: '按公式计算', formula: formula ?? '', version: indicator,
  numeratorZh: '', numeratorEn: '', denominatorZh: '', denominatorEn: '', noteZh: '', noteEn: '',
});

test('a share that a formula reckons from counts of people says nothing that they do not say', async ({ db }) => {
  const office = as(db, 'programme-officer', '*');
  const { version } = await getIndicator(office, 'A12-2');
  await defineIndicator(office, 'A12-2', sharesGirls(String(version), '{A06-2} / {A15-7}'));
  const said: [string, string, number][] = [['A06-2', hefei, 304], ['A06-2', '340111', 200], ['A06-2', '340104', 100], ['A06-2', '340103', 4], ['A15-7', hefei, 1000], ['A15-7', '340111', 400], ['A15-7', '340104', 300], ['A15-7', '340103', 300]];
  for (const [code, regionCode, value] of said) await recordValue(as(db, 'government-officer', hefei), code, ValueInput.parse({ regionCode, period: '2025', value: String(value), source: '年报' }));
  const answer = async (i: string) => (await answerQuestion(ctxOf(db), Question.parse({ i, r: hefei, scope: 'with-below', from: 2025, to: 2025 }))).figures.map(({ regionCode, value, isHidden }) => [regionCode, isHidden ? 'hidden' : value]);
  expect(await answer('A06-2')).toEqual([[hefei, 304], ['340103', 'hidden'], ['340104', 'hidden'], ['340111', 200]]);
  const shown = [[hefei, 30.4], ['340103', 'hidden'], ['340104', 'hidden'], ['340111', 50]];
  expect(await answer('A12-2')).toEqual(shown);
  const { id } = await getIndicator(office, 'A12-2');
  const onPages = async (code: string) => (await publicValues(ctxOf(db), [await getIndicator(office, 'A12-2')], await valuesIn(ctxOf(db), code, [id], 2025, 2025))).map(({ value }) => value);
  expect([await onPages('340103'), await onPages('340111')]).toEqual([[null], [50]]);
  await defineIndicator(office, 'A12-2', sharesGirls(String(version + 1), null));
  expect(await answer('A12-2')).toEqual(shown); // what the formula left behind stays what it was
});

const own = (given: Record<string, unknown>) => NewIndicatorInput.parse({ regionCode: hefei, kind: 'numeric', unit: 'persons', accumulation: 'point', direction: 'up', frequency: 'annual', level: 'district', owner: 'wl', reason: '三年行动计划新设', ...given });
const say = async (db: Db, said: readonly [code: string, regionCode: string, value: number][]) => {
  for (const [code, regionCode, value] of said) await recordValue(as(db, 'government-officer', hefei), code, ValueInput.parse({ regionCode, period: '2025', value: String(value), numerator: '', denominator: '', source: '年报', reason: '核对' }));
};
const shownOf = async (db: Db, i: string) => (await answerQuestion(ctxOf(db), Question.parse({ i, r: hefei, scope: 'with-below', from: 2025, to: 2025 }))).figures.map(({ regionCode, value, isHidden }) => `${regionCode} ${isHidden ? 'hidden' : value}`);

test('what a city reckons from counts of people follows from what is shown of them, and hides nothing elsewhere', async ({ db }) => {
  const officer = as(db, 'government-officer', hefei);
  await say(db, [['A06-2', hefei, 600], ['A06-2', '340111', 300], ['A06-2', '340104', 300], ['A15-7', hefei, 604], ['A15-7', '340111', 302], ['A15-7', '340104', 298], ['A15-7', '340103', 4]]);
  const [sum, difference] = [await addIndicator(officer, own({ zh: '两项合计', formula: 'A06-2 + A15-7' })), await addIndicator(officer, own({ zh: '两项之差', formula: 'A15-7 − A06-2' }))];
  await say(db, [['A06-2', '340103', 0], ['A06-2', '340111', 301], ['A06-2', '340104', 299], ['A06-2', hefei, 601]]);
  expect(await shownOf(db, 'A06-2')).toEqual(['3401 601', '340103 hidden', '340104 hidden', '340111 301']);
  expect(await shownOf(db, 'A15-7')).toEqual(['3401 604', '340103 hidden', '340104 hidden', '340111 302']);
  expect(await shownOf(db, sum)).toEqual(['3401 1205', '340103 hidden', '340104 hidden', '340111 603']);
  expect((await shownOf(db, difference)).every((each) => each.endsWith('hidden'))).toBe(true);
  expect([...(await familiesOf(ctxOf(db))).values()].flat().some(({ code }) => code === 'A06-2')).toBe(false);
});

test('formulas that come round through one that is no longer in force show nothing, and end', async ({ db }) => {
  const officer = as(db, 'government-officer', hefei);
  const share = { unit: 'percent', numeratorZh: '在册的孩子', denominatorZh: '全部儿童' };
  const first = await addIndicator(officer, own({ ...share, zh: '第一个占比' }));
  const second = await addIndicator(officer, own({ ...share, zh: '第二个占比', formula: `{${first}} * 2` }));
  await say(db, [[first, hefei, 40]]);
  const change = async (code: string, formula: string) => {
    const { definition, version } = await getIndicator(officer, code);
    await defineIndicator(officer, code, DefinitionInput.parse({ ...definition, numeratorZh: '在册的孩子', denominatorZh: '全部儿童', formula, noteZh: '', noteEn: '', reason: '核对口径', version }));
  };
  await change(second, '');
  await change(first, `{${second}} + A06-2 / A06-2 * 0`);
  await say(db, [['A06-2', hefei, 50]]);
  expect(await shownOf(db, first)).toEqual(['3401 hidden']);
});

test('what a formula left behind when it was taken away does not follow from what is typed or added up around it', async ({ db }) => {
  const officer = as(db, 'government-officer', hefei);
  await say(db, [['A06-2', '340111', 300], ['A06-2', '340104', 300], ['A06-2', '340103', 4], ['A15-7', '340111', 302], ['A15-7', '340104', 298], ['A15-7', '340103', 300]]);
  const sum = await addIndicator(officer, own({ zh: '两项合计', formula: 'A06-2 + A15-7' }));
  await say(db, [['A06-2', '340111', 301], ['A06-2', '340104', 299], ['A06-2', '340103', 5]]);
  expect(await shownOf(db, sum)).toEqual(['340103 hidden', '340104 597', '340111 603']);
  const { definition, version } = await getIndicator(officer, sum);
  await defineIndicator(officer, sum, DefinitionInput.parse({ ...definition, formula: '', noteZh: '', noteEn: '', reason: '改为填报', version }));
  await say(db, [[sum, '340104', 600], [sum, '340102', 700], [sum, hefei, 2208]]);
  const { id } = await getIndicator(officer, sum);
  expect(await shownOf(db, sum)).toEqual(['3401 hidden', '340102 700', '340103 hidden', '340104 600', '340111 603']);
  expect((await publicValues(ctxOf(db), [await getIndicator(officer, sum)], await valuesIn(ctxOf(db), hefei, [id], 2025, 2025))).map(({ value }) => value)).toEqual([null]);
});
