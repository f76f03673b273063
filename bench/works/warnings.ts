import { sql } from 'drizzle-orm';
import pg from 'pg';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { switchOn } from '#app/domain/city/early-warning/switch-rule.ts';
import { ruleCodes } from '#app/domain/city/early-warning/model.ts';
import { testRule } from '#app/domain/city/early-warning/test-rule.ts';
import { watchAll } from '#app/domain/city/early-warning/watch.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { planInFile } from '#seed/city-data.ts';
import { loadName } from '#seed/city-values.ts';
import { openCities } from '../city-world.ts';
import { figures, type Line } from '../measure.ts';

/** 在计划期内的一夜: the load's figures end with 2025, and so does its plan. */
const night = new Date('2025-12-28T20:30:00Z');
const bar = '≤ 60 s';

/** 夜间监测 over fifteen million figures: every city has the plan of the source; a first night that raises everything, a second with nothing new, beside the barest pass over the same rows. */
export async function warnings(): Promise<Line[]> {
  const { db, migratorUrl, stop } = await openCities();
  const grants = [{ role: 'programme-officer', regionCode: '*', organisationId: null }];
  const ctx: Ctx = { actor: { ...system, id: 'bench', name: '测速', grants }, db, now: night, locale: 'zh-CN', requestId: 'bench' };
  try {
    const { rowCount } = await db.execute(sql`select from indicator_values where recorded_by_name = ${loadName} limit 1`);
    if (!rowCount) throw new Error('还没有城市负载，请先运行 npm run seed:load -- city · there is no load of the cities yet: run npm run seed:load -- city first');
    await forgetNights(migratorUrl);
    const cities = await plansEverywhere(ctx);
    const tested = await timed(() => switchEverythingOn(ctx));
    const floor = await timed(async () => void (await db.execute(sql`select sum(length(said)) from (select string_agg(value::text, ',' order by period) as said from indicator_values where breakdown = 0 and status >= 2 group by county_code, region_code, indicator_id) series`)));
    const first = await timed(() => watchAll(ctx, { atOnce: 2 }));
    const second = await timed(() => watchAll({ ...ctx, now: new Date(night.getTime() + 86_400_000) }, { atOnce: 2 }));
    const { rows } = await db.execute<{ many: number }>(sql`select count(*)::int as many from alerts where ended_on is null`);
    const line = (name: string, ms: number, note: string): Line => ({ ...figures(name, { times: [ms], seconds: ms / 1000 }), bar, met: ms <= 60_000, note });
    return [
      figures('warnings floor: all series put together, one statement', { times: [floor], seconds: floor / 1000 }),
      line('warnings: a first night over all regions', first, `${cities} cities with a plan; ${rows[0]!.many.toLocaleString('en')} alerts`), line('warnings: the next night', second, 'nothing new'),
      figures('warnings: six rules back-tested on four provinces', { times: [tested], seconds: tested / 1000 }),
    ];
  } finally {
    await stop();
  }
}

/** Each run begins before the first night. */
async function forgetNights(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('truncate alerts, alert_steps');
  await owner.end();
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

async function plansEverywhere(ctx: Ctx): Promise<number> {
  const file = planInFile('city-3y-2023-2025');
  const { rows } = await ctx.db.execute<{ code: string }>(sql`select code from regions r where level = 2 and not is_synthetic and not is_ended and not exists (select from city_plans p where p.region_code = r.code and p.code = ${file.code}) order by code`);
  for (const { code } of rows) await loadPlan(ctx, file, code, { isExample: true, reason: '测速（虚构）' });
  const { rows: all } = await ctx.db.execute<{ many: number }>(sql`select count(*)::int as many from city_plans where code = ${file.code}`);
  return all[0]!.many;
}

async function switchEverythingOn(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.db.execute<{ rule: string }>(sql`select rule from warning_rules where region_code = '*' and version_on is not null`);
  for (const rule of ruleCodes) {
    await testRule(ctx, '*', rule, 1);
    if (!rows.some((on) => on.rule === rule)) await switchOn({ ...ctx, actor: { ...ctx.actor, id: 'bench-second' } }, '*', rule, 1, '测速 · bench');
  }
}
