import { and, gte, like, lt, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { sharePartners, shares } from './tables.server.ts';

/** 对外提供数 of each place in and below a region within a span: times, children, by ground, and how many of them were settled before its end. */
export function countShares(ctx: Ctx, regionCode: string, from: Date, to: Date) {
  const times = (basis: string) => sql<number>`count(*) filter (where ${shares.basis} = ${basis})::int`;
  return ctx.db
    .select({
      regionCode: shares.regionCode, times: sql<number>`count(*)::int`, children: sql<number>`coalesce(sum(${shares.childCount}), 0)::int`,
      consent: times('consent'), law: times('law'), contract: times('contract'), settled: sql<number>`count(*) filter (where ${shares.settledAt} < ${to.toISOString()})::int`,
    })
    .from(shares)
    .where(and(gte(shares.recordedAt, from), lt(shares.recordedAt, to), regionCode === '*' ? undefined : like(shares.regionCode, `${regionCode}%`)))
    .groupBy(shares.regionCode);
}

/** 合作方数 of each place: enabled before a moment and not ended by then. */
export function countPartners(ctx: Ctx, regionCode: string, at: Date) {
  return ctx.db
    .select({ regionCode: sharePartners.regionCode, partners: sql<number>`count(*)::int` })
    .from(sharePartners)
    .where(and(lt(sharePartners.enabledAt, at), sql`(${sharePartners.endedAt} is null or ${sharePartners.endedAt} >= ${at.toISOString()})`, regionCode === '*' ? undefined : like(sharePartners.regionCode, `${regionCode}%`)))
    .groupBy(sharePartners.regionCode);
}
