import { and, count, gte, inArray, isNotNull, isNull, lt, lte, min, or } from 'drizzle-orm';
import type { Due } from '#app/domain/base/communities/due.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { warnDays } from './model.ts';
import { evidence } from './tables.server.ts';

/** 到期的佐证 of these communities: what runs out within the month, and what ran out in the last month and was not renewed. */
export async function evidenceDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const today = beijingDay(ctx.now);
  const near = or(and(gte(evidence.validTo, today), lte(evidence.validTo, addDays(today, warnDays[0]))), and(lt(evidence.validTo, today), gte(evidence.validTo, addDays(today, -warnDays[0]))));
  const rows = await ctx.db
    .select({ regionCode: evidence.regionCode, first: min(evidence.validTo), pieces: count() })
    .from(evidence)
    .where(and(inArray(evidence.countyCode, [...new Set(codes.map(countyCode))]), inArray(evidence.regionCode, [...codes]), isNull(evidence.withdrawnAt), isNotNull(evidence.validTo), near))
    .groupBy(evidence.regionCode);
  return rows.map(({ regionCode, first, pieces }) => ({ regionCode, kind: 'evidence-renew', dueOn: first, path: `evidence?standing=${first! < today ? 'expired' : 'soon'}`, figure: pieces }));
}
