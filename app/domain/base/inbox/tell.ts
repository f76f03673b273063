import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { MessageKind, Params } from './model.ts';
import { messages } from './tables.server.ts';

/**
 * 告知: one message to each person. The same kind about the same cause is told once, however often it is asked.
 * It belongs to the change or the job that causes it, which leaves the record.
 */
export async function tell(ctx: Ctx, userIds: readonly string[], kind: MessageKind, params: Params, link: string, cause: string): Promise<number> {
  const people = [...new Set(userIds)];
  if (people.length === 0) return 0;
  const told = await ctx.db
    .insert(messages)
    .values(people.map((userId) => ({ userId, kind, params, link, cause, createdAt: ctx.now })))
    .onConflictDoNothing({ target: [messages.userId, messages.kind, messages.cause] })
    .returning({ one: sql<number>`1` });
  return told.length;
}
