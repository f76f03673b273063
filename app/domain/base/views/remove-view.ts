import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { savedViews } from './tables.server.ts';

/** 删除视图: one's own. */
export async function removeView(ctx: Ctx, id: string): Promise<void> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  await change(ctx, async (tx) => {
    const [gone] = await tx.db.delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.userId, tx.actor.id))).returning({ list: savedViews.list, name: savedViews.name });
    if (!gone) throw new Refusal('view-not-found', 404);
    await tx.record('view.removed', { id: tx.actor.id, regionCode: '*' }, gone);
  });
}
