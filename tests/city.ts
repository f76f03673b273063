import type { Db } from '#app/db/db.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, hefei } from './world.ts';

/** 公布的计划 of one action of the source, lent to Hefei, with one figure. */
export async function aPublishedPlan(db: Db): Promise<string> {
  const ctx = as(db, 'government-officer', hefei);
  const { content, ...plan } = planInFile('city-3y-2023-2025');
  const actions = content.actions.filter(({ code }) => code === 'A08');
  const id = await loadPlan(ctx, { ...plan, content: { ...content, caveats: [], actions } }, hefei, { isExample: true, reason: '按来源载入' });
  await recordValue(ctx, 'A08-1', ValueInput.parse({ regionCode: hefei, period: '2025', numerator: '12300', denominator: '35965', source: '市卫健委年报' }));
  return id;
}
