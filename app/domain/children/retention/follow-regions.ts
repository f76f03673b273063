import { and, eq, isNull } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { retentionHolds, retentionPeriods } from './tables.server.ts';

/** 留存与期限随区划变更: what was held stays held under the principal successor, and its periods go on there. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const [holds, periods] = [and(eq(retentionHolds.regionCode, from), isNull(retentionHolds.liftedAt)), eq(retentionPeriods.regionCode, from)];
    const many = (await ctx.db.$count(retentionHolds, holds)) + (await ctx.db.$count(retentionPeriods, periods));
    if (many === 0) continue;
    await change(ctx, async (tx) => {
      await tx.db.update(retentionHolds).set({ regionCode: to }).where(holds);
      await tx.db.update(retentionPeriods).set({ regionCode: to }).where(periods);
      await tx.record('retention.region-followed', { id: to, regionCode: to }, { from, many });
    });
    moved += many;
  }
  return String(moved);
}
