import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { everybody, stateCode } from './model.ts';
import { rangeOf } from './period.ts';
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

export type Cell = { indicatorId: number; regionCode: string; period: number; value: number };

/**
 * 各地当年的值: the last figure of a year for each of these indicators in each of these regions, the figure of the whole year
 * before any part of it. What is not there has no row.
 */
export async function yearIn(ctx: Ctx, regionCodes: readonly string[], indicatorIds: readonly number[], year: number): Promise<Cell[]> {
  if (regionCodes.length === 0 || indicatorIds.length === 0) return [];
  const [first, last] = rangeOf(year);
  const counties = [...new Set(regionCodes.map(countyCode))];
  const { rows } = await ctx.db.execute<{ indicator_id: number; region_code: string; period: number; value: string }>(sql`
    select distinct on (region_code, indicator_id) region_code, indicator_id, period, value from ${indicatorValues}
    where county_code = any(${sql.param(counties)}::int[]) and region_code = any(${sql.param([...regionCodes])}::text[]) and indicator_id = any(${sql.param([...indicatorIds])}::int[])
      and period between ${first} and ${last} and breakdown = ${everybody} and status >= ${stateCode('accepted')}
    order by region_code, indicator_id, (period % 1000 = 0) desc, period desc`);
  return rows.map((row) => ({ indicatorId: row.indicator_id, regionCode: row.region_code, period: row.period, value: Number(row.value) }));
}

/** 更正经过: what stood before, newest first. */
export function pastsIn(ctx: Ctx, regionCode: string, indicatorIds: readonly number[]) {
  const p = indicatorValuePasts;
  return ctx.db.select({ indicatorId: p.indicatorId, period: p.period, value: p.value, reason: p.reason, replacedAt: p.replacedAt, replacedByName: p.replacedByName }).from(p)
    .where(and(eq(p.countyCode, countyCode(regionCode)), eq(p.regionCode, regionCode), inArray(p.indicatorId, indicatorIds.length > 0 ? [...indicatorIds] : [-1])))
    .orderBy(sql`${p.replacedAt} desc`).limit(200);
}
