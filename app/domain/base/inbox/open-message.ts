import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { markRead } from './mark-read.ts';
import { messages } from './tables.server.ts';

/** 打开消息: marks it as read and says where it leads. */
export async function openMessage(ctx: Ctx, id: string): Promise<string> {
  const [message] = await ctx.db.select({ link: messages.link }).from(messages).where(and(eq(messages.id, id), eq(messages.userId, ctx.actor.id)));
  if (!message) throw new Refusal('not-found', 404);
  await markRead(ctx, id);
  return /^\/(?![/\\])/.test(message.link) ? message.link : '/';
}
