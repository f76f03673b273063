import { and, eq, lt } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { calls } from './tables.server.ts';

/** 批次截止: the clock closes every published call whose last Beijing day is over; nobody does it by hand. */
export async function closeCalls(ctx: Ctx): Promise<string[]> {
  const isOver = and(eq(calls.state, 'published'), lt(calls.closesOn, beijingDay(ctx.now)));
  const over = await ctx.db.select({ id: calls.id }).from(calls).where(isOver).limit(1);
  if (over.length === 0) return [];
  return change(ctx, async (tx) => {
    const closed = await tx.db
      .update(calls)
      .set({ state: 'closed', closedAt: tx.now })
      .where(isOver)
      .returning({ id: calls.id, regionCode: calls.regionCode, title: calls.title, closesOn: calls.closesOn });
    if (closed.length === 0) throw new Refusal('changed-meanwhile');
    for (const call of closed) await tx.record('call.closed', call, { title: call.title, closesOn: call.closesOn });
    return closed.map((call) => call.id);
  });
}
