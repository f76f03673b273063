import { sql } from 'drizzle-orm';
import { contains } from '#app/domain/base/regions/model.ts';
import { originCode, shareUnits } from '#app/domain/city/indicators/model.ts';
import { rangeOf, yearOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { isBound, type Place, reckonedFromPeople } from './reckoned-people.ts';

type Left = { indicatorId: number; regionCode: string; year: number };

/** What may be added up, and has or had a formula: others hold no figure of a formula beside figures that are none. */
const mayBeMixed = (each: Indicator) => !isBound(each) && (each.version > 1 || each.definition.formula !== null) && !shareUnits.includes(each.definition.unit);

/**
 * 推算值旁边的数: says of figures that no formula reckoned (typed, or added up from below, before there was a formula or after it was taken away)
 * whether one that a formula reckoned from people stands above or below them in the same year: taken away from one another they would say it.
 */
export async function besideReckoned(ctx: Ctx, indicators: readonly Indicator[], read: readonly Place[]): Promise<(place: Place) => boolean> {
  const mixed = new Map(indicators.flatMap((each) => (mayBeMixed(each) ? [[each.id, each] as const] : [])));
  const asked = read.filter(({ indicatorId }) => mixed.has(indicatorId));
  if (asked.length === 0) return () => false;
  const reckoned = await reckonedFromPeople(ctx, [...mixed.values()]);
  const meant = asked.filter(({ indicatorId }) => reckoned.has(indicatorId));
  if (meant.length === 0) return () => false;
  const v = indicatorValues;
  const years = meant.map(({ period }) => yearOf(period));
  const [first, last] = rangeOf(Math.min(...years), Math.max(...years));
  const left = await together<Left>(ctx, sql`
    select distinct jsonb_build_object('indicatorId', ${v.indicatorId}, 'regionCode', ${v.regionCode}, 'year', ${v.period} / 1000) from ${v}
    where ${v.indicatorId} = any(${sql.param([...new Set(meant.map(({ indicatorId }) => indicatorId))])}::int[]) and ${v.period} between ${first} and ${last} and ${v.origin} = ${originCode('formula')}`);
  const known = Map.groupBy(left, ({ indicatorId, year }) => `${indicatorId} ${year}`);
  return ({ indicatorId, regionCode, period }) => (known.get(`${indicatorId} ${yearOf(period)}`) ?? []).some((each) => contains(regionCode, each.regionCode) || contains(each.regionCode, regionCode));
}
