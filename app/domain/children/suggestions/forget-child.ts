import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { dropWords } from './drop-words.ts';
import { ofSaid } from './hold-said.ts';
import { suggestions } from './tables.server.ts';

/** 忘掉一个孩子: all of the child's words go, with their files; of what is locked as evidence only the link to the child goes. */
export async function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  const all = await ctx.db.select().from(suggestions).where(eq(suggestions.childId, childId));
  for (const said of all) {
    await change(ctx, async (tx) => {
      if (said.lockedAt) await tx.db.update(suggestions).set({ childId: null }).where(ofSaid(said));
      else await dropWords(tx, said);
      await tx.record('suggestion.forgotten', { id: said.matterId, regionCode: said.regionCode });
    });
  }
  return String(all.length);
}
