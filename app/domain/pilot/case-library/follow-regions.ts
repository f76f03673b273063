import { eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { cases } from './tables.server.ts';

/** 案例随区划变更: the principal successor goes on with the cases of its unit; what was published, and where it was taken over, stays as it was written. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  const moves = new Map((await movesOf(ctx, changeId)).map(({ from, to }) => [from, to]));
  if (moves.size === 0) return '0';
  const rows = await ctx.db.select({ id: cases.id, number: cases.number, regionCode: cases.regionCode }).from(cases).where(inArray(cases.regionCode, [...moves.keys()]));
  for (const { id, number, regionCode } of rows) {
    const to = moves.get(regionCode)!;
    await change(ctx, async (tx) => {
      await tx.db.update(cases).set({ regionCode: to }).where(eq(cases.id, id));
      await tx.record('case.region-followed', { id, regionCode: to }, { number, from: regionCode });
    });
  }
  return String(rows.length);
}
