import { and, eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { calls } from './tables.server.ts';

/** 批次随区划变更: a call of a unit that ended goes on in its principal successor; one that is over stays as it was. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  const moves = new Map((await movesOf(ctx, changeId)).map(({ from, to }) => [from, to]));
  if (moves.size === 0) return '0';
  const concerned = await ctx.db
    .select({ id: calls.id, regionCode: calls.regionCode })
    .from(calls)
    .where(and(inArray(calls.regionCode, [...moves.keys()]), inArray(calls.state, ['draft', 'published'])));
  for (const { id, regionCode } of concerned) {
    await change(ctx, async (tx) => {
      const to = moves.get(regionCode)!;
      await tx.db.update(calls).set({ regionCode: to }).where(and(eq(calls.id, id), eq(calls.regionCode, regionCode)));
      await tx.record('call.region-followed', { id, regionCode: to }, { from: regionCode });
    });
  }
  return String(concerned.length);
}
