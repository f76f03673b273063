import { sql } from 'drizzle-orm';
import { stateCode } from '#app/domain/city/indicators/model.ts';
import { rangeOf } from '#app/domain/city/indicators/period.ts';
import { type Indicator, listBreakdowns } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { levels } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Count, openCounts } from './protect.ts';

type Row = { indicator_id: number; region_code: string; period: number; breakdown: number; value: string };

/**
 * 计人指标的公开范围: for each indicator the figures that may be seen in these regions and years. What counts is everything under
 * the highest region above that says anything of it, all periods and groups of the years, whatever was asked.
 */
export async function openPeople(ctx: Ctx, indicators: readonly Indicator[], regionCodes: readonly string[], from: number, to: number): Promise<Map<number, Set<string>>> {
  const asked = regionCodes.filter((code) => code.length <= 6);
  const above = asked.flatMap((code) => (code === '*' ? [code] : ['*', code.slice(0, 2), code.slice(0, 4), code]));
  const own = await countsOf(ctx, indicators, [...new Set(above)], from - 1, to);
  const said = new Set(own.map(({ region_code: code }) => code));
  const topOf = (code: string) => ['*', code.slice(0, 2), code.slice(0, 4)].find((each) => each !== code && said.has(each) && (each === '*' || each.length < code.length));
  const runsOn = indicators.some(({ definition }) => definition.accumulation === 'cumulative');
  const tops = [...new Set(asked.flatMap((code) => topOf(code) ?? (runsOn ? code : [])))];
  const rows = tops.length === 0 ? own : [...own, ...(await countsOf(ctx, indicators, (await below(ctx, tops)).filter((code) => !above.includes(code)), from - 1, to))];
  const dimensions = new Map((await listBreakdowns(ctx)).map(({ id, dimension }) => [id, dimension]));
  const byIndicator = Map.groupBy(rows, (row) => row.indicator_id);
  return new Map(indicators.map(({ id, definition }) => {
    const counts = (byIndicator.get(id) ?? []).map((row): Count => ({ regionCode: row.region_code, period: row.period, breakdown: row.breakdown, value: Number(row.value) }));
    return [id, openCounts(counts, { accumulation: definition.accumulation, dimensionOf: (breakdown) => dimensions.get(breakdown) ?? String(breakdown) })];
  }));
}

async function countsOf(ctx: Ctx, indicators: readonly Indicator[], codes: readonly string[], from: number, to: number): Promise<Row[]> {
  if (codes.length === 0) return [];
  const [first, last] = rangeOf(from, to);
  const { rows } = await ctx.db.execute<Row>(sql`
    select v.indicator_id, v.region_code, v.period, v.breakdown, v.value
    from unnest(${sql.param(codes.map(countyCode))}::int[], ${sql.param([...codes])}::text[]) as place (county_code, region_code) cross join unnest(${sql.param(indicators.map(({ id }) => id))}::int[]) as asked (id)
    join ${indicatorValues} v on v.county_code = place.county_code and v.region_code = place.region_code collate "C" and v.indicator_id = asked.id and v.period between ${first} and ${last} and v.status >= ${stateCode('accepted')}
    order by v.period`);
  return rows;
}

/** Every region down to the county in these; an ended one keeps what it said. */
async function below(ctx: Ctx, tops: readonly string[]): Promise<string[]> {
  const inside = tops.includes('*') ? sql`true` : sql.join(tops.map((top) => sql`code like ${`${top}%`}`), sql` or `);
  const { rows } = await ctx.db.execute<{ code: string }>(sql`select code from ${regions} where level <= ${levels.county} and (${inside})`);
  return rows.map(({ code }) => code);
}
