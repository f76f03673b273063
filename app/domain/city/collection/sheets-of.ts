import { and, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';

/** 一个社区的填报表, also those it was asked under a former code, newest first, a page at a time. */
export async function sheetsOf(ctx: Ctx, regionCode: string, cursor: Cursor = {}, size = 50) {
  allow(ctx, 'collection.fill', { regionCode });
  const [s, r] = [collectionSheets, collectionRounds];
  const codes = await codesOf(ctx, regionCode);
  const { where, order, limit } = keyset(s.id, cursor, size);
  const rows = await ctx.db.select({ id: s.id, zh: r.zh, en: r.en, period: s.period, dueOn: s.dueOn, state: s.state, isLate: s.isLate, reportedAt: s.reportedAt }).from(s).innerJoin(r, eq(r.id, s.roundId))
    .where(and(inArray(s.countyCode, codes.map(countyCode)), inArray(s.regionCode, codes), where)).orderBy(order).limit(limit);
  return pageOf(rows, cursor, ({ id }) => id, size);
}
