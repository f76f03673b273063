import { inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { messages } from './tables.server.ts';

export type NewMessage = { id: string; userId: string; kind: string; createdAt: Date };

/** 取出新消息: those that still await their delivery by other ways, the oldest first; whoever takes them delivers them in the same transaction. */
export async function takeNew(ctx: Ctx, most: number): Promise<NewMessage[]> {
  const oldest = ctx.db.select({ id: messages.id }).from(messages).where(sql`${messages.awaitsDelivery}`).orderBy(messages.id).limit(most).for('update', { skipLocked: true });
  return ctx.db
    .update(messages)
    .set({ awaitsDelivery: false })
    .where(inArray(messages.id, oldest))
    .returning({ id: messages.id, userId: messages.userId, kind: messages.kind, createdAt: messages.createdAt });
}
