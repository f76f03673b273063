import { inArray } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { removeChild } from './erase-child.ts';
import { erasures } from './tables.server.ts';

/** 重放删除: after a backup was brought back, whoever was erased since is erased again; gives how many were not gone. */
export async function replayErasures(ctx: Ctx, childIds: readonly string[]): Promise<number> {
  if (ctx.actor.id !== system.id) throw new Refusal('not-allowed', 403);
  if (childIds.length === 0) return 0;
  const known = new Set((await ctx.db.select({ id: erasures.childId }).from(erasures).where(inArray(erasures.childId, [...childIds]))).map(({ id }) => id));
  const back = [...new Set(childIds)].filter((id) => !known.has(id));
  for (const id of back) {
    await change(ctx, async (tx) => {
      await removeChild(tx, id);
      await tx.record('child.erased', { id, regionCode: '*' }, { replayed: true });
    });
  }
  return back.length;
}
