import { and, eq, gte, like } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { observerRounds } from './tables.server.ts';

/** 走访次数 of a region and what lies below it, since a day: rounds that were walked, never children. */
export function countRounds(ctx: Ctx, regionCode: string, since: string): Promise<number> {
  return ctx.db.$count(observerRounds, and(
    regionCode === '*' ? undefined : like(observerRounds.regionCode, `${regionCode}%`), eq(observerRounds.state, 'walked'), gte(observerRounds.walkedAt, startOfBeijingDay(since)),
  ));
}
