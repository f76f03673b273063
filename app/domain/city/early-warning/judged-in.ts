import { and, count, gte, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Precision } from './model.ts';
import { alerts } from './tables.server.ts';

const aYear = 365 * 86_400_000;

/** 近一年属实: of the alerts one may read in a region how many were judged within a year and how many of them were real; the list of warnings and the cockpit say the same. */
export async function judgedIn(ctx: Ctx, region: string | undefined): Promise<Precision> {
  const [judged] = await ctx.db.select({ judged: count(), real: sql<number>`(count(*) filter (where ${alerts.verdict} = 'real'))::int` }).from(alerts)
    .where(and(within(ctx, 'warning.read', alerts.regionCode), inside(alerts.regionCode, region), gte(alerts.closedAt, new Date(ctx.now.getTime() - aYear))));
  return judged!;
}
