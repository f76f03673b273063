import { and, count, inArray, min } from 'drizzle-orm';
import type { Due } from '#app/domain/base/communities/due.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { openStates } from './model.ts';
import { hazards } from './tables.server.ts';

/** 要办的隐患 of these communities, by the nearest of their days. */
export async function hazardsDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const rows = await ctx.db
    .select({ regionCode: hazards.regionCode, first: min(hazards.dueOn), many: count() })
    .from(hazards)
    .where(and(inArray(hazards.countyCode, [...new Set(codes.map(countyCode))]), inArray(hazards.regionCode, [...codes]), inArray(hazards.state, [...openStates])))
    .groupBy(hazards.regionCode);
  return rows.map(({ regionCode, first, many }) => ({ regionCode, kind: 'hazards-handle', dueOn: first, path: 'children/hazards', figure: many }));
}
