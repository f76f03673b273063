import { inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { communities } from './tables.server.ts';

/** 档案随区划变更: what is known of a unit is known of the one that alone took its place; of merged and parted ones it would not be true. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  const moves = new Map((await movesOf(ctx, changeId)).filter(({ isAlone }) => isAlone).map(({ from, to }) => [from, to]));
  if (moves.size === 0) return '0';
  const known = await ctx.db.select().from(communities).where(inArray(communities.regionCode, [...moves.keys()]));
  for (const row of known) {
    await change(ctx, async (tx) => {
      const to = moves.get(row.regionCode)!;
      await tx.db.insert(communities).values({ ...row, regionCode: to, updatedAt: tx.now }).onConflictDoNothing();
      await tx.record('community.region-followed', { id: to, regionCode: to }, { from: row.regionCode });
    });
  }
  return String(known.length);
}
