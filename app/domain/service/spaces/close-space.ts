import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdSpace } from './hold-space.ts';
import type { CloseInput } from './input.ts';
import { spaces } from './tables.server.ts';

/** 关闭空间: with its reason, which everybody reads. */
export function closeSpace(ctx: Ctx, id: string, { reason, reopensOn }: CloseInput): Promise<void> {
  return change(ctx, async (tx) => {
    const space = await holdSpace(tx, id, 'space.edit');
    if (space.state === 'closed') throw new Refusal('changed-meanwhile');
    if (reopensOn !== null && reopensOn <= beijingDay(tx.now)) throw new Refusal('space-reopens-in-past', 400);
    await tx.db.update(spaces).set({ state: 'closed', closedReason: reason, reopensOn, revision: space.revision + 1, changedAt: tx.now }).where(eq(spaces.id, id));
    await tx.record('space.closed', { id, regionCode: space.regionCode }, { reason, reopensOn });
  });
}

/** 重新开放: it is looked at on the same day. */
export function reopenSpace(ctx: Ctx, id: string, { reason }: { reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const space = await holdSpace(tx, id, 'space.edit');
    if (space.state === 'open') throw new Refusal('changed-meanwhile');
    await tx.db
      .update(spaces)
      .set({ state: 'open', closedReason: '', reopensOn: null, inspectNextOn: beijingDay(tx.now), revision: space.revision + 1, changedAt: tx.now })
      .where(eq(spaces.id, id));
    await tx.record('space.reopened', { id, regionCode: space.regionCode }, { reason });
  });
}
