import { readFileSync } from 'node:fs';
import { importIndicators } from '#app/domain/city/indicators/import-indicators.ts';
import { IndicatorFile } from '#app/domain/city/indicators/input.ts';
import { loadPlan, type PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import { knownPlan } from '#app/domain/city/city-plans/read.ts';
import { importRules, type RuleFile } from '#app/domain/city/early-warning/import-rules.ts';
import type { Ctx } from '#app/platform/ctx.ts';

type Held = PlanFile & { level: 'city' | 'national'; isEnded: boolean };
/** 由业务自动得出的指标, beside those of the plans; departments and groups are the same. */
const operations = () => ({ departments: [], breakdowns: [], observed: [], ...JSON.parse(readFileSync(new URL('../data/operations.json', import.meta.url), 'utf8')) as object });
const file = () => JSON.parse(readFileSync(new URL('../data/indicators.json', import.meta.url), 'utf8')) as { plans: Held[]; warningRules: RuleFile[] };

/** 数据文件里的计划 by its name. */
export function planInFile(code: string): PlanFile {
  const found = file().plans.find((plan) => plan.code === code);
  if (!found) throw new Error(`data/indicators.json has no plan ${code}.`);
  return found;
}

/** 指标库、预警规则与全国的计划: in every database; what the file says anew becomes a new version. */
export async function seedCityData(ctx: Ctx): Promise<void> {
  const grants = [{ role: 'programme-officer', regionCode: '*', organisationId: null }];
  const office: Ctx = { ...ctx, actor: { ...ctx.actor, grants } };
  await importIndicators(office, IndicatorFile.parse(file()));
  await importIndicators(office, IndicatorFile.parse(operations()));
  await importRules(office, file().warningRules);
  for (const plan of file().plans.filter(({ level }) => level === 'national')) {
    if (!(await knownPlan(office, plan.code, '*'))) await loadPlan(office, plan, '*', { reason: '载入全国监测框架' });
  }
}
