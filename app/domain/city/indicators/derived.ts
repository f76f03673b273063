import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Figures } from './check-value.ts';
import { everybody, type Way, wayCode } from './model.ts';
import { derivedFigures, indicatorValues } from './tables.server.ts';

export type Derived = Figures & { reported: number };

/** 已推得的数 of one indicator and period by their places. */
export async function derivedOf(ctx: Ctx, { indicatorId, period, way, inside: place }: { indicatorId: number; period: number; way: Way; inside: string | undefined }): Promise<Map<string, Derived>> {
  const d = derivedFigures;
  const rows = await ctx.db.select({ regionCode: d.regionCode, value: d.value, numerator: d.numerator, denominator: d.denominator, reported: d.reported }).from(d)
    .where(and(eq(d.indicatorId, indicatorId), eq(d.period, period), eq(d.way, wayCode(way)), eq(d.breakdown, everybody), inside(d.regionCode, place)));
  return new Map(rows.map(({ regionCode, ...row }) => [regionCode, row]));
}

/** Whether both say the same, with the same parts. */
export const sameFigures = (one: Figures | null, other: Figures): boolean => one !== null && one.value === other.value && one.numerator === other.numerator && one.denominator === other.denominator;

/** 推得的数一行 for the desk, with what stands there: itself, another figure, or nothing yet. */
export type DerivedRow = { regionCode: string; place: string; period: number; way: number; value: number; reported: number; expected: number; standing: number | null; origin: number | null; /** How many there are, of which the newest are listed. */ all: number };
const mostShown = 40;

/** 推得的数 of an indicator in the places whose figures the person may record, or in one of them, the newest period first. */
export function derivedAtDesk(ctx: Ctx, indicatorId: number, regionCode?: string): Promise<DerivedRow[]> {
  allowAnywhere(ctx, 'value.record');
  const [d, v] = [derivedFigures, indicatorValues];
  return ctx.db.select({ regionCode: d.regionCode, place: sql<string>`coalesce(${nameIn(ctx)}, '')`, period: d.period, way: d.way, value: d.value, reported: d.reported, expected: d.expected, standing: v.value, origin: v.origin, all: sql<number>`(count(*) over ())::int` }).from(d)
    .leftJoin(v, and(eq(v.countyCode, d.countyCode), eq(v.regionCode, d.regionCode), eq(v.indicatorId, d.indicatorId), eq(v.period, d.period), eq(v.breakdown, d.breakdown)))
    .leftJoin(regions, eq(regions.code, d.regionCode))
    .where(and(eq(d.indicatorId, indicatorId), eq(d.breakdown, everybody), within(ctx, 'value.record', d.regionCode), regionCode === undefined ? undefined : and(eq(d.countyCode, countyCode(regionCode)), eq(d.regionCode, regionCode))))
    .orderBy(desc(d.period), asc(d.regionCode), asc(d.way)).limit(mostShown);
}
