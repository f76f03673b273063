import { and, eq, isNull } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { messages } from './tables.server.ts';

/** 标为已读: one of one's own messages, or all of them. Reading one twice changes nothing. */
export async function markRead(ctx: Ctx, which: string | 'all'): Promise<void> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const mine = and(eq(messages.userId, ctx.actor.id), isNull(messages.readAt), which === 'all' ? undefined : eq(messages.id, which));
  const [unread] = await ctx.db.select({ id: messages.id }).from(messages).where(mine).limit(1);
  if (!unread) return;
  await change(ctx, async (tx) => {
    const read = await tx.db.update(messages).set({ readAt: tx.now }).where(mine).returning({ id: messages.id });
    await tx.record('inbox.read', { id: ctx.actor.id, regionCode: '*' }, { messages: read.length });
  });
}
