import { Hono } from 'hono';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan, type PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import { defineIndicator } from '#app/domain/city/indicators/define-indicator.ts';
import { DefinitionInput, ValueInput } from '#app/domain/city/indicators/input.ts';
import { getIndicator } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { blocksOf } from '#app/domain/city/monitoring-reports/blocks-of.ts';
import { handUpReport } from '#app/domain/city/monitoring-reports/hand-up-report.ts';
import { StartReportInput, WriteReportInput } from '#app/domain/city/monitoring-reports/input.ts';
import { publishReport } from '#app/domain/city/monitoring-reports/publish-report.ts';
import { findReport } from '#app/domain/city/monitoring-reports/read.ts';
import { contentOf } from '#app/domain/city/monitoring-reports/reckon-content.ts';
import { startReport } from '#app/domain/city/monitoring-reports/start-report.ts';
import { writeReport } from '#app/domain/city/monitoring-reports/write-report.ts';
import { apiOf } from '#app/routes/api/api.ts';
import * as atDesk from '#app/routes/desk/plans/action.tsx';
import type { Here } from '#app/server/who-asks.ts';
import { planInFile } from '#seed/city-data.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import * as scorecard from '../scorecard/scorecard.tsx';
import * as action from './action.tsx';
import * as reportPage from './reports/report.tsx';

const city = (db: Db) => as(db, 'government-officer', hefei);
const later = <C extends { now: Date }>(ctx: C, days: number): C => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });
const record = (db: Db, days: number, period: string, value: string) => recordValue(later(city(db), days), 'A12-1', ValueInput.parse({ regionCode: hefei, period, value, source: '年报' }));

async function aPlan(db: Db): Promise<string> {
  const { content, ...file } = planInFile('city-3y-2023-2025');
  return loadPlan(city(db), { ...file, content: { ...content, caveats: [], actions: content.actions.filter(({ code }) => code === 'A12') } } as PlanFile, hefei, { isExample: true, reason: '按来源载入' });
}

/** Classes are counted otherwise from the second day on. */
async function turn(db: Db): Promise<number> {
  const office = later(as(db, 'programme-officer', '*'), 2);
  const { version, definition } = await getIndicator(office, 'A12-1');
  const parts = { numeratorZh: '当年实际开班的班', numeratorEn: 'classes that were really held', denominatorZh: '一个班', denominatorEn: 'one class', noteZh: '', noteEn: '', formula: '' };
  await defineIndicator(office, 'A12-1', DefinitionInput.parse({ ...definition, ...parts, reason: '开班的口径变了', version }));
  return version + 1;
}

async function fromInterface(db: Db, id: string) {
  const app = new Hono<Here>();
  app.use(async (c, next) => {
    c.set('ctx', ctxOf(db));
    await next();
  });
  app.route('/api', apiOf());
  const { contents } = JSON.parse(await (await app.request(`/api/v1/plans/${id}`)).text()) as { contents: { indicators: { code: string; values: { period: number; isBreak: boolean }[] }[] }[] };
  return contents[0]!.indicators.find(({ code }) => code === 'A12-1')!.values.map(({ period, isBreak }) => [period / 1000, isBreak]);
}

test('a plan whose series crosses a change of meaning says where, in table, chart, at the desk and in the interface; one that does not says nothing', async ({ db }) => {
  const id = await aPlan(db);
  const page = (locale: 'zh-CN' | 'en' = 'zh-CN') => rendered(action, { ...ctxOf(db), locale }, `/plans/${id}/actions/A12`, { id, action: 'A12' });
  const desk = async () => wordsOf(await rendered(atDesk, city(db), `/desk/plans/${id}/actions/A12`, { id, action: 'A12' }));
  await record(db, 0, '2023', '300');
  await record(db, 0, '2024', '318');
  expect([(await page()).includes('‡'), (await desk()).includes('‡')]).toEqual([false, false]);
  const version = await turn(db);
  await record(db, 3, '2025', '280');
  const html = await page();
  expect([html.match(/[\d,]+ 个班 ‡/g), html.match(/<text class="said break"[^>]*>‡<\/text>/g)?.length]).toEqual([['280 个班 ‡'], 1]);
  expect(wordsOf(html)).toMatch(new RegExp(`‡ 从这一期起按新的指标定义统计，和以前各期不能直接比。.*按第 ${version} 版定义`));
  expect(wordsOf(await page('en'))).toContain(`follow version ${version}.`);
  expect(await desk()).toMatch(/280 个班 ‡.*不能直接比/);
  expect(await fromInterface(db, id)).toEqual([[2023, false], [2024, false], [2025, true]]);
});

test('the scorecard and the report of a year mark it where a series really has a break, with the sentence below; a year before it has none', async ({ db }) => {
  const id = await aPlan(db);
  const card = (year: number, locale: 'zh-CN' | 'en' = 'zh-CN') => rendered(scorecard, { ...ctxOf(db), locale }, `/scorecard/${hefei}?plan=${id}&year=${year}`, { code: hefei });
  const line = async (year: number) => (await contentOf(ctxOf(db), id, 'yearly', year)).actions[0]!.indicators.find(({ code }) => code === 'A12-1')!;
  await record(db, 0, '2023', '300');
  await record(db, 0, '2024', '318');
  const before = await line(2024);
  const version = await turn(db);
  await record(db, 3, '2025', '280');
  expect((await card(2025)).match(/[\d,]+ 个班 ‡/g)).toEqual(['280 个班 ‡']);
  expect(wordsOf(await card(2025))).toMatch(new RegExp(`‡ 从这一期起按新的指标定义统计，和以前各期不能直接比。.*按第 ${version} 版定义`));
  expect(wordsOf(await card(2025, 'en'))).toContain(`follow version ${version}.`);
  expect(await card(2024)).not.toContain('‡');
  expect(await line(2024)).toEqual(before);
  const broken = await line(2025);
  expect([broken.figures.map(({ isBreak }) => isBreak === true), broken.drawn!.breaks, broken.turns!.map((each) => each.version)]).toEqual([[false, false, true], ['2025-12-31'], [version]]);
  const report = await startReport(city(db), id, StartReportInput.parse({ kind: 'yearly', year: '2025' }));
  await writeReport(city(db), report, WriteReportInput.parse({ saved: '1', summaryZh: '这一年开了二百八十个班，口径和上一年不同。', summaryEn: '' }));
  await handUpReport(city(db), report, 2);
  await publishReport(as(db, 'programme-officer', '*'), report, 3);
  const shown = await rendered(reportPage, ctxOf(db), `/plans/${id}/reports/2025`, { id, year: '2025' });
  expect([shown.match(/[\d,]+ 个班 ‡/g), shown.match(/<text class="said break"[^>]*>‡<\/text>/g)?.length]).toEqual([['280 个班 ‡'], 1]);
  expect(wordsOf(shown)).toMatch(new RegExp(`和以前各期不能直接比。.*按第 ${version} 版定义`));
  const printed = JSON.stringify(blocksOf(await findReport(ctxOf(db), report), 'zh-CN'));
  expect([printed.match(/280 个班 ‡/g)?.length, printed.includes(`按第 ${version} 版定义`)]).toEqual([1, true]);
});
