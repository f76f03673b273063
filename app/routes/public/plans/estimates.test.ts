import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan, type PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { blocksOf } from '#app/domain/city/monitoring-reports/blocks-of.ts';
import { StartReportInput } from '#app/domain/city/monitoring-reports/input.ts';
import { findReport } from '#app/domain/city/monitoring-reports/read.ts';
import { startReport } from '#app/domain/city/monitoring-reports/start-report.ts';
import * as cockpit from '#app/routes/desk/cockpit/cockpit.tsx';
import { planInFile } from '#seed/city-data.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import * as scorecard from '../scorecard/scorecard.tsx';
import * as statistics from '../statistics-database/statistics-database.tsx';
import * as action from './action.tsx';

const city = (db: Db) => as(db, 'government-officer', hefei);
const key = '推算的数：这个数没有直接公布，是据国家统计局公布的增减推算的。';

/** Childcare with one figure that was worked out and one that was reported. */
async function aPlan(db: Db): Promise<string> {
  const { content, ...file } = planInFile('city-3y-2023-2025');
  const actions = content.actions.filter(({ code }) => code === 'A08');
  const id = await loadPlan(city(db), { ...file, content: { ...content, caveats: [], actions } } as PlanFile, hefei, { isExample: true, reason: '按来源载入' });
  for (const [period, value, source] of [['2024', '28', '年报'], ['2025', '31', 'nbs-derived']] as const) await recordValue(city(db), 'A08-1', ValueInput.parse({ regionCode: hefei, period, value, source }));
  return id;
}

describe('a figure that was worked out and not published', () => {
  test('bears its sign and its word at its own cell wherever it stands, with what they mean below; a reported one does not', async ({ db }) => {
    const id = await aPlan(db);
    const pages = [
      await rendered(action, ctxOf(db), `/plans/${id}/actions/A08`, { id, action: 'A08' }), await rendered(scorecard, ctxOf(db), `/scorecard/${hefei}?year=2025`, { code: hefei }), await rendered(statistics, ctxOf(db), '/statistics-database?i=A08-1&r=3401&from=2024&to=2025&chart=none'),
    ];
    for (const html of pages) {
      expect(html.match(/<span class="estimated"><span aria-hidden="true">≈ <\/span><span class="vh">推算的数 <\/span>31/g)).toHaveLength(1);
      expect(html).not.toMatch(/推算的数 <\/span>28/);
      expect(wordsOf(html)).toContain(key);
    }
    const desk = wordsOf(await rendered(cockpit, city(db), '/desk/cockpit?year=2025'));
    expect(desk).toMatch(/≈ ✓ 103 达到目标；103%；最弱：普惠托育服务占比；.{0,20}推算的数/);
    expect(desk).toMatch(/≈ 推算的数 31 %/);
    expect(desk).toContain('≈ 推算的数，没有直接公布');
    expect(wordsOf(await rendered(cockpit, city(db), '/desk/cockpit?year=2024'))).not.toContain('没有直接公布');
  });

  test('bears it in the documents too', async ({ db }) => {
    const id = await aPlan(db);
    const report = await findReport(city(db), await startReport(city(db), id, StartReportInput.parse({ kind: 'yearly', year: '2025' })));
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => JSON.stringify(blocksOf(report, locale)));
    expect([zh!.match(/"≈ 31%"/g)?.length, zh!.match(/"≈ 28%"/g), zh!.includes(`≈ ${key}`), en!.includes('"≈ 31%"')]).toEqual([1, null, true, true]);
  });
});
