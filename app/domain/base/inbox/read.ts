import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { together } from '#app/platform/together.ts';
import type { Message } from './model.ts';
import { messages } from './tables.server.ts';

const shown = {
  id: messages.id,
  kind: messages.kind,
  params: messages.params,
  link: messages.link,
  createdAt: messages.createdAt,
  readAt: messages.readAt,
};

/** 我的消息: one's own only, newest first. */
export async function listMessages(ctx: Ctx, asked: Cursor & { unread?: boolean | undefined } = {}): Promise<Page<Message>> {
  const { where, order, limit } = keyset(messages.id, asked);
  const found = await ctx.db
    .select(shown)
    .from(messages)
    .where(and(eq(messages.userId, ctx.actor.id), asked.unread ? isNull(messages.readAt) : undefined, where))
    .orderBy(order)
    .limit(limit);
  return pageOf(found, asked, (message) => message.id);
}

/** 未读数, counted no further than a hundred. */
export async function countUnread(ctx: Ctx): Promise<number> {
  return (await together(ctx, sql`(select 1 from ${messages} where ${messages.userId} = ${ctx.actor.id} and ${messages.readAt} is null limit 100)`)).length;
}
