import { sql } from 'drizzle-orm';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';

type Key = { indicatorId: number; regionCode: string; period: number; breakdown: number };

/** 已有的值 at these places, whatever its state. */
export async function standingValues(ctx: Ctx, keys: readonly Key[]): Promise<Map<string, { value: number; status: number }>> {
  if (keys.length === 0) return new Map();
  const column = <T>(of: (key: Key) => T) => sql.param(keys.map(of));
  const { rows } = await ctx.db.execute<{ key: string; value: string; status: number }>(sql`
    select v.indicator_id || ' ' || v.region_code || ' ' || v.period || ' ' || v.breakdown as key, v.value, v.status
    from unnest(${column(({ regionCode }) => countyCode(regionCode))}::int[], ${column(({ regionCode }) => regionCode)}::text[], ${column(({ indicatorId }) => indicatorId)}::int[], ${column(({ period }) => period)}::int[], ${column(({ breakdown }) => breakdown)}::int[])
      as asked (county_code, region_code, indicator_id, period, breakdown)
    join ${indicatorValues} v on v.county_code = asked.county_code and v.region_code = asked.region_code collate "C" and v.indicator_id = asked.indicator_id and v.period = asked.period and v.breakdown = asked.breakdown`);
  return new Map(rows.map(({ key, value, status }) => [key, { value: Number(value), status }]));
}

/** 认得的地区 among these codes. */
export async function knownRegions(ctx: Ctx, codes: readonly string[]): Promise<Set<string>> {
  const wanted = [...new Set(codes)].filter((code) => code !== '*');
  if (wanted.length === 0) return new Set();
  const { rows } = await ctx.db.execute<{ code: string }>(sql`select code from ${regions} where code = any(${sql.param(wanted)}::text[])`);
  return new Set(rows.map(({ code }) => code));
}
