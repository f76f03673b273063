import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { everybody, stateCode } from './model.ts';
import { laterOf, periodOf, rangeOf } from './period.ts';
import { indicatorValuePasts, indicatorValues } from './tables.server.ts';

export type Value = {
  indicatorId: number; regionCode: string; period: number; value: number; numerator: number | null; denominator: number | null;
  origin: number; source: string; sourceUrl: string | null; recordedAt: Date; recordedByName: string;
};

const shown = {
  indicatorId: indicatorValues.indicatorId, regionCode: indicatorValues.regionCode, period: indicatorValues.period, value: indicatorValues.value, numerator: indicatorValues.numerator,
  denominator: indicatorValues.denominator, origin: indicatorValues.origin, source: indicatorValues.source, sourceUrl: indicatorValues.sourceUrl, recordedAt: indicatorValues.recordedAt, recordedByName: indicatorValues.recordedByName,
};

/** 某地各期的值 for everybody: what stands for these indicators in one region through these years, oldest first. */
export function valuesIn(ctx: Ctx, regionCode: string, indicatorIds: readonly number[], from: number, to: number): Promise<Value[]> {
  if (indicatorIds.length === 0) return Promise.resolve([]);
  const [first, last] = rangeOf(from, to);
  const v = indicatorValues;
  return ctx.db.select(shown).from(v).where(and(
    eq(v.countyCode, countyCode(regionCode)), eq(v.regionCode, regionCode), inArray(v.indicatorId, [...indicatorIds]),
    sql`${v.period} between ${first} and ${last}`, eq(v.breakdown, everybody), sql`${v.status} >= ${stateCode('accepted')}`,
  )).orderBy(asc(v.indicatorId), asc(v.period));
}

export type Cell = { indicatorId: number; regionCode: string; period: number; value: number; recordedAt: Date };

/**
 * 各地当年的值: the last figure of a year for each of these indicators in each of these regions, the figure of the whole year
 * before any part of it. What is not there has no row. Figures that end with the year are looked up one by one; only where there is none are the parts of the year searched.
 */
export async function yearIn(ctx: Ctx, regionCodes: readonly string[], indicatorIds: readonly number[], year: number): Promise<Cell[]> {
  if (regionCodes.length === 0 || indicatorIds.length === 0) return [];
  const ends = [periodOf(year), periodOf(year, 'half-year', 2), periodOf(year, 'quarter', 4), periodOf(year, 'month', 12)];
  const { rows } = await ctx.db.execute<Row>(sql`
    select v.region_code, v.indicator_id, v.period, v.value, v.recorded_at
    from unnest(${sql.param(regionCodes.map(countyCode))}::int[], ${sql.param([...regionCodes])}::text[]) as place (county_code, region_code)
    join ${indicatorValues} v on v.county_code = place.county_code and v.region_code = place.region_code
    where v.indicator_id = any(${sql.param([...indicatorIds])}::int[]) and v.period = any(${sql.param(ends)}::int[]) and v.breakdown = ${everybody} and v.status >= ${stateCode('accepted')}`);
  const found = new Map(regionCodes.map((code) => [code, new Map<number, Cell>()]));
  for (const row of rows) {
    const here = found.get(row.region_code)!;
    const held = here.get(row.indicator_id);
    if (!held || laterOf(held.period, row.period) === row.period) here.set(row.indicator_id, cellOf(row));
  }
  const open = [...found].flatMap(([regionCode, here]) => indicatorIds.filter((id) => !here.has(id)).map((indicatorId) => ({ regionCode, indicatorId })));
  return [...[...found.values()].flatMap((here) => [...here.values()]), ...(open.length > 0 ? await lastPartOf(ctx, open, year) : [])];
}

type Row = { indicator_id: number; region_code: string; period: number; value: string; recorded_at: string };
const cellOf = (row: Row): Cell => ({ indicatorId: row.indicator_id, regionCode: row.region_code, period: row.period, value: Number(row.value), recordedAt: new Date(row.recorded_at) });

/** The latest part of a year that nothing ends. */
async function lastPartOf(ctx: Ctx, pairs: readonly { regionCode: string; indicatorId: number }[], year: number): Promise<Cell[]> {
  const [first, last] = rangeOf(year);
  const [codes, ids] = [pairs.map(({ regionCode }) => regionCode), pairs.map(({ indicatorId }) => indicatorId)];
  const { rows } = await ctx.db.execute<Row>(sql`
    select pair.region_code, pair.indicator_id, latest.period, latest.value, latest.recorded_at
    from unnest(${sql.param(codes.map(countyCode))}::int[], ${sql.param(codes)}::text[], ${sql.param(ids)}::int[]) as pair (county_code, region_code, indicator_id)
    cross join lateral (
      select v.period, v.value, v.recorded_at from ${indicatorValues} v
      where v.county_code = pair.county_code and v.region_code = pair.region_code and v.indicator_id = pair.indicator_id and v.period between ${first} and ${last} and v.breakdown = ${everybody} and v.status >= ${stateCode('accepted')}
      order by v.period desc limit 1) latest`);
  return rows.map(cellOf);
}

/** 一次更正: what stood before it. */
export type Past = Awaited<ReturnType<typeof pastsIn>>[number];

/** 更正经过 of figures of everybody: what stood before, newest first. */
export function pastsIn(ctx: Ctx, regionCode: string, indicatorIds: readonly number[]) {
  const p = indicatorValuePasts;
  return ctx.db.select({ indicatorId: p.indicatorId, period: p.period, value: p.value, numerator: p.numerator, denominator: p.denominator, origin: p.origin, reason: p.reason, replacedAt: p.replacedAt, replacedByName: p.replacedByName }).from(p)
    .where(and(eq(p.countyCode, countyCode(regionCode)), eq(p.regionCode, regionCode), inArray(p.indicatorId, indicatorIds.length > 0 ? [...indicatorIds] : [-1]), eq(p.breakdown, everybody)))
    .orderBy(sql`${p.replacedAt} desc`).limit(200);
}
