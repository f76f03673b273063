import { afterAll, expect } from 'vitest';
import { endPress } from '#app/domain/base/documents/press.ts';
import { readGrid } from '#app/domain/base/documents/read-grid.ts';
import { ActionInput } from '#app/domain/city/city-plans/action-input.ts';
import { StartPlanInput } from '#app/domain/city/city-plans/input.ts';
import { saveAction } from '#app/domain/city/city-plans/save-action.ts';
import { startPlan } from '#app/domain/city/city-plans/start-plan.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { planRound, wrongInRound } from '#app/domain/city/collection/plan-round.ts';
import { checkGrids } from '#app/domain/city/figure-files/check-grids.ts';
import { addIndicator } from '#app/domain/city/indicators/add-indicator.ts';
import { NewIndicatorInput } from '#app/domain/city/indicators/input.ts';
import { previewMessage } from '#app/domain/city/statistics-database/bring-message.ts';
import { anOfficeBook } from './office-plan.ts';
import { as, hefei, test } from './world.ts';

afterAll(endPress);

test('what another city made for itself is taken by no plan, no round, no sheet and no message of this one', async ({ db }) => {
  const [city, elsewhere] = [as(db, 'government-officer', hefei), '3201'];
  const code = await addIndicator(as(db, 'government-officer', elsewhere), NewIndicatorInput.parse({
    regionCode: elsewhere, zh: '邻市的场馆', kind: 'numeric', unit: 'count', accumulation: 'point', direction: 'up', frequency: 'annual', level: 'district', owner: 'wl', dimensions: [], formula: '', standard: '', outline: '', reason: '邻市新设',
  }));
  const plan = await startPlan(city, StartPlanInput.parse({ regionCode: hefei, zh: '儿童友好行动计划', en: 'A plan for children', startsOn: '2026-01-01', endsOn: '2028-12-31', issuer: '市政府' }));
  const action = ActionInput.parse({ code: 'B01', no: '1', campaign: '0', zh: '多一些场馆', en: 'More venues', aboutZh: '', aboutEn: '', leads: [], indicators: [{ code, targets: [{ year: 2026, op: '>=', value: 4 }] }], budgets: [], tasks: [], edition: '1' });
  await expect(saveAction(city, plan, null, action)).rejects.toThrow('indicator-elsewhere');

  const round = OpenRoundInput.parse({ regionCode: hefei, planId: '', codes: code, zh: '场馆填报', en: '', period: '2025', district: '2026-10-15' });
  await expect(planRound(city, round)).rejects.toThrow('indicator-elsewhere');
  expect((await wrongInRound(city, round)).unknown).toEqual([code]);

  const book = await anOfficeBook({ name: '数值', rows: [['地区代码', '指标编号', '期次', '数值'], [hefei, code, '2025', '3']], merges: [] });
  expect((await checkGrids(city, readGrid(book))).report.shown.map((fault) => [fault.cell, fault.code])).toEqual([['B2', 'indicator-elsewhere']]);

  const adx = `<adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-01-01T00:00:00Z"><group orgUnit="340100" period="2025-01-01/P1Y"><dataValue dataElement="${code}" value="3"/></group></adx>`;
  expect((await previewMessage(city, adx)).lines.map(({ fault }) => fault)).toEqual(['indicator-elsewhere']);
});
