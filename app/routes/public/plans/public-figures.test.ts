import { Hono } from 'hono';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { StartReportInput } from '#app/domain/city/monitoring-reports/input.ts';
import { findReport } from '#app/domain/city/monitoring-reports/read.ts';
import { startReport } from '#app/domain/city/monitoring-reports/start-report.ts';
import { answerQuestion } from '#app/domain/city/statistics-database/answer-question.ts';
import { Question } from '#app/domain/city/statistics-database/input.ts';
import { apiOf } from '#app/routes/api/api.ts';
import type { Here } from '#app/server/who-asks.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, baohe, ctxOf, hefei, test } from '#tests/world.ts';
import { openScorecard } from '../scorecard/load.ts';
import { loadActionPage } from './load-action.ts';
import { loadPlanPage } from './load.ts';

const [luyang, shushan] = ['340103', '340104'];
const city = (db: Db) => as(db, 'government-officer', hefei);
const say = (db: Db, code: string, said: object) => recordValue(city(db), code, ValueInput.parse({ regionCode: hefei, period: '2025', source: '年报', ...said }));

async function aPlan(db: Db): Promise<string> {
  const { content, ...plan } = planInFile('city-3y-2023-2025');
  return loadPlan(city(db), { ...plan, content: { ...content, actions: content.actions.filter(({ code }) => ['A08', 'A09', 'A10'].includes(code)) } }, hefei, { isExample: true, reason: '按来源载入' });
}

async function askApi(db: Db, id: string) {
  const app = new Hono<Here>();
  app.use(async (c, next) => {
    c.set('ctx', ctxOf(db));
    await next();
  });
  app.route('/api', apiOf());
  return JSON.parse(await (await app.request(`/api/v1/plans/${id}`)).text()) as { contents: { indicators: { code: string; standing: string; values: { value: number; numerator: number | null }[] }[] }[] };
}

describe('a public page of a plan', () => {
  test('shows the figures of districts as the statistics database does, and no earlier figure of too few children', async ({ db }) => {
    const id = await aPlan(db);
    await say(db, 'A10-2', { regionCode: baohe, numerator: '3', denominator: '7' });
    await say(db, 'A10-2', { regionCode: luyang, numerator: '1000', denominator: '1111' });
    await say(db, 'A10-2', { numerator: '2', denominator: '7' });
    await say(db, 'A10-2', { numerator: '900', denominator: '1300', reason: '漏了一个区' });
    await say(db, 'A10-2', { numerator: '1100', denominator: '1300', reason: '漏了两个区' });
    await say(db, 'A09-1', { value: '304' });
    await say(db, 'A09-1', { value: '310', reason: '漏了六户' });
    expect((await loadActionPage(ctxOf(db), id, 'A09')).indicators.find(({ code }) => code === 'A09-1')!.rows.find(({ year }) => year === 2025)).toMatchObject({ isHidden: false, corrections: [{ from: null, why: '漏了六户' }] });
    const action = await loadActionPage(ctxOf(db), id, 'A10');
    const known = await answerQuestion(ctxOf(db), Question.parse({ i: 'A10-2', r: hefei, scope: 'with-below', from: 2025, to: 2025 }));
    expect(known.figures.map(({ regionCode, value }) => [regionCode, value])).toEqual([[hefei, 84.6], [luyang, 90], [baohe, null]]);
    const cell = (code: string) => action.districts!.rows.find((row) => row.code === code)!.cells.find((each) => each.code === 'A10-2');
    expect([cell(baohe), cell(luyang), cell(shushan)]).toEqual([
      { code: 'A10-2', value: null, isHidden: true, isShort: false, isReached: false }, { code: 'A10-2', value: '90', isHidden: false, isShort: true, isReached: false }, { code: 'A10-2', value: null, isHidden: false, isShort: false, isReached: false },
    ]);
    const row = action.indicators.find(({ code }) => code === 'A10-2')!.rows.find(({ year }) => year === 2025)!;
    expect([row.actual, row.corrections.map(({ from, why }) => `${why} ${from}`).toSorted()]).toEqual(['84.6%', ['漏了一个区 null', '漏了两个区 69.2%']]);
    const report = (await findReport(city(db), await startReport(city(db), id, StartReportInput.parse({ kind: 'yearly', year: '2025' })))).content;
    expect(report.actions.flatMap(({ indicators }) => indicators).find(({ code }) => code === 'A10-2')!.corrections.map(({ from, why }) => `${why} ${from}`).toSorted()).toEqual(['漏了一个区 null', '漏了两个区 69.2']);
    const api = await askApi(db, id);
    expect(api.contents.flatMap(({ indicators }) => indicators).find(({ code }) => code === 'A10-2')).toMatchObject({ standing: 'short', values: [{ value: 84.6, numerator: null, denominator: null }] });
    const { card } = await openScorecard(ctxOf(db), baohe, { year: 2025 });
    expect(card!.areas.flatMap(({ promised }) => promised).find(({ known: { code } }) => code === 'A10-2')).toMatchObject({ actual: null, isHidden: true });
    expect([card!.total.all, card!.total.hidden]).toEqual([card!.areas.flatMap(({ promised }) => promised).length, 1]);
    for (const told of [action, report, api]) expect(JSON.stringify(told)).not.toMatch(/42\.8|28\.5|28\.6/);
  });

  test('says of a target whose figure is hidden neither that it is reached nor that it is not', async ({ db }) => {
    const id = await aPlan(db);
    const before = await loadPlanPage(ctxOf(db), id);
    await say(db, 'A08-1', { value: '34.2' });
    await say(db, 'A10-2', { numerator: '3', denominator: '7' });
    await say(db, 'A09-1', { value: '6' });
    const plan = await loadPlanPage(ctxOf(db), id);
    const mark = (code: string) => plan.actions.flatMap(({ marks }) => marks).find((each) => each.code === code)!.standing;
    expect([mark('A08-1'), mark('A10-2'), mark('A09-2')]).toEqual(['reached', 'not-shown', 'not-shown']);
    expect(plan.sums).toEqual({ ...before.sums, numbers: before.sums.numbers - 2, reached: 1, notShown: 2, missing: before.sums.missing - 3, due: before.sums.due - 3 });
    const api = await askApi(db, id);
    expect(['A08-1', 'A10-2', 'A09-2'].map((code) => { const { standing, values } = api.contents.flatMap(({ indicators }) => indicators).find((each) => each.code === code)!; return [standing, values.length]; })).toEqual([['reached', 1], ['not-shown', 0], ['not-shown', 0]]);
    const action = await loadActionPage(ctxOf(db), id, 'A10');
    expect(action.indicators.find(({ code }) => code === 'A10-2')!.rows.find(({ year }) => year === 2025)).toMatchObject({ standing: 'not-shown', isHidden: true, actual: null });
  });
});
