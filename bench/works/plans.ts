import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { knownPlan } from '#app/domain/city/city-plans/read.ts';
import { wholePlan } from '#app/domain/city/city-plans/whole-plan.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { yearIn } from '#app/domain/city/indicators/values.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { planInFile } from '#seed/city-data.ts';
import { loadName } from '#seed/city-values.ts';
import { openCities } from '../city-world.ts';
import { against, clientOf, drive, figures, type Line } from '../measure.ts';
import { startSite } from '../site.ts';
import { cockpitOverHttp, cockpitPages } from './cockpit.ts';

const asks = 400;
const shown = 30; // cities with the most districts whose plans are looked at, one after the other
type City = { code: string; districts: string[]; plan: string };

/** 行动计划 over fifteen million figures: one year of all districts of a city, a plan with all its figures, its page; each beside the barest statement over the same rows. */
export async function plans(): Promise<Line[]> {
  const { db, bare, migratorUrl, stop } = await openCities();
  const grants = [{ role: 'programme-officer', regionCode: '*', organisationId: null }];
  const ctx: Ctx = { actor: { ...system, grants }, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
  try {
    const { rows: size } = await db.execute<{ many: string }>(sql`select reltuples::bigint::text as many from pg_class where relname = 'indicator_values'`);
    const { rowCount } = await db.execute(sql`select from indicator_values where recorded_by_name = ${loadName} limit 1`);
    if (!rowCount) throw new Error('还没有城市负载，请先运行 npm run seed:load -- city · there is no load of the cities yet: run npm run seed:load -- city first');
    const every = await citiesOf(ctx);
    const cities = every.slice(0, shown);
    const ids = [...(await indicatorsByCode(ctx, planInFile('city-3y-2023-2025').content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code)))).values()].map(({ id }) => id);
    const note = `${Number(size[0]!.many).toLocaleString('en')} figures`;
    return [...(await heat(ctx, bare, cities, ids, note)), ...(await cockpitPages(ctx, bare, cities, ids, note)), ...(await cockpitOverHttp(migratorUrl, cities.slice(0, 20), every, note)), ...(await whole(ctx, bare, cities, ids, note)), ...(await nation(bare, ids, note))];
  } finally {
    await stop();
  }
}

/** All cities, those with the most districts first, each with the plan of the source. */
async function citiesOf(ctx: Ctx): Promise<City[]> {
  const { rows } = await ctx.db.execute<{ code: string; districts: string[] }>(sql`
    select parent_code as code, array_agg(code order by code) as districts from regions
    where level = 3 and length(parent_code) = 4 and not is_synthetic and not is_ended group by 1 order by count(*) desc, 1`);
  const file = planInFile('city-3y-2023-2025');
  const found: City[] = [];
  for (const { code, districts } of rows) found.push({ code, districts, plan: (await knownPlan(ctx, file.code, code)) ?? (await loadPlan(ctx, file, code, { isExample: true, reason: '测速（虚构）' })) });
  return found;
}

const countiesOf = (codes: readonly string[]) => codes.map((code) => Number(code.slice(0, 6).padEnd(6, '0')));

/** 行动 × 区县: the last figure of a year for every indicator of the plan in every district. */
async function heat(ctx: Ctx, bare: pg.Client, cities: readonly City[], ids: readonly number[], note: string): Promise<Line[]> {
  const cityAt = (i: number) => cities[i % cities.length]!;
  const ours = (i: number) => yearIn(ctx, cityAt(i).districts, ids, 2025);
  const plain = (i: number) => bare.query({ name: 'heat', text: `select region_code, indicator_id, period, value from indicator_values where county_code = any($1::int[]) and region_code = any($2::text[]) and indicator_id = any($3::int[]) and period = 2025312 and breakdown = 0`, values: [countiesOf(cityAt(i).districts), cityAt(i).districts, ids] });
  await drive(60, 1, async (i) => { await ours(i); await plain(i); });
  const floor = figures('cockpit floor: December of all districts, one statement', await drive(asks, 1, plain));
  const line = figures('cockpit: actions × districts, last figure of a year', await drive(asks, 1, ours));
  const districts = cities.reduce((sum, city) => sum + city.districts.length, 0) / cities.length;
  return [floor, { ...against(line, floor.p50, 'p50', 'p95 ≤ 50 ms', ({ p95 }) => p95 <= 50), exact: await isExact(ctx, cityAt(0), ids), note: `${note}; ${ids.length} indicators × ${districts.toFixed(0)} districts` }];
}

/** The same cells, found another way in the same snapshot. */
async function isExact(ctx: Ctx, city: City, ids: readonly number[]): Promise<boolean> {
  return ctx.db.transaction(async (db) => {
    const cells = await yearIn({ ...ctx, db }, city.districts, ids, 2025);
    const { rows } = await db.execute<{ key: string; value: string }>(sql`
      select v.region_code || ' ' || v.indicator_id || ' ' || v.period as key, v.value from indicator_values v
      where v.region_code = any(${sql.param(city.districts)}::text[]) and v.indicator_id = any(${sql.param([...ids])}::int[]) and v.period between 2025000 and 2025999
        and not exists (select from indicator_values later where later.county_code = v.county_code and later.region_code = v.region_code and later.indicator_id = v.indicator_id and later.period > v.period and later.period <= 2025999)`);
    const held = new Map(cells.map((cell) => [`${cell.regionCode} ${cell.indicatorId} ${cell.period}`, cell.value]));
    return rows.length > 0 && rows.length === cells.length && rows.every(({ key, value }) => held.get(key) === Number(value));
  }, { isolationLevel: 'repeatable read' });
}

/** 计划页: what the page reads, and the page itself over HTTP. */
async function whole(ctx: Ctx, bare: pg.Client, cities: readonly City[], ids: readonly number[], note: string): Promise<Line[]> {
  const cityAt = (i: number) => cities[i % cities.length]!;
  const plain = (i: number) => bare.query({ name: 'whole', text: `select indicator_id, period, value from indicator_values where county_code = $1 and region_code = $2 and indicator_id = any($3::int[]) and period between 2020000 and 2025999 and breakdown = 0`, values: [countiesOf([cityAt(i).code])[0], cityAt(i).code, ids] });
  const ours = (i: number) => wholePlan(ctx, cityAt(i).plan);
  await drive(60, 1, async (i) => { await ours(i); await plain(i); });
  const floor = figures('plan floor: all figures of a city, one statement', await drive(asks, 1, plain));
  const line = figures('plan: words, targets, figures, standing', await drive(asks, 1, ours));
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health', within: 300_000 });
  const client = clientOf(site.port, 1);
  try {
    const page = async (i: number) => {
      const { status } = await client.ask({ path: `/plans/${cityAt(i).plan}?revision=1&again=${i}` }); // a page of its own each time, so that none is kept
      if (status !== 200) throw new Error(`the page answered ${status}`);
    };
    await drive(40, 1, page);
    const shownPage = figures('plan page over HTTP, made anew', await drive(asks, 1, page));
    const bar = 'p95 ≤ 50 ms';
    return [floor, { ...against(line, floor.p50, 'p50', bar, ({ p95 }) => p95 <= 50), note }, { ...against(shownPage, floor.p50, 'p50', bar, ({ p95 }) => p95 <= 50), note }];
  } finally {
    client.close();
    await site.stop();
  }
}

/** 一个指标看全国: one period in all districts, by the second index. */
async function nation(bare: pg.Client, ids: readonly number[], note: string): Promise<Line[]> {
  const ask = (i: number) => bare.query({ name: 'nation', text: 'select region_code, value from indicator_values where indicator_id = $1 and period = $2 and breakdown = 0 and status >= 2', values: [ids[i % ids.length], 2025301 + (i % 12)] });
  await drive(20, 1, ask);
  const line = figures('one indicator and month in all districts, one statement', await drive(100, 1, ask));
  return [{ ...line, bar: 'p95 ≤ 300 ms', met: line.p95 <= 300, note }];
}
