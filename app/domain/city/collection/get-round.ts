import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { collectionRounds } from './tables.server.ts';

export type CollectionRound = typeof collectionRounds.$inferSelect;

/** 一个填报批次, for the verbs; a page asks by its own right first. */
export async function getRound(ctx: Ctx, id: string): Promise<CollectionRound> {
  const [round] = isId(id) ? await ctx.db.select().from(collectionRounds).where(eq(collectionRounds.id, id)) : [];
  if (!round) throw new Refusal('round-not-found', 404);
  return round;
}
