import { and, eq } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Figures } from './check-value.ts';
import { everybody, type Way, wayCode } from './model.ts';
import { derivedFigures } from './tables.server.ts';

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
