import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { dropWords } from './drop-words.ts';
import { ofMatter } from './hold-matter.ts';
import { ofSaid } from './hold-said.ts';
import { suggestionMatters, suggestions } from './tables.server.ts';

/** 锁定结束: words that were evidence go with the ground for keeping them; where there was nothing in it they are unlocked and the matter is taken up again. */
export async function releaseWords(ctx: Ctx, { kind, subjectId, outcome }: Record<string, unknown>): Promise<string | void> {
  const id = String(subjectId ?? '').split(':')[0]!;
  if (kind !== 'suggestion' || !isId(id)) return;
  const [said] = await ctx.db.select().from(suggestions).where(eq(suggestions.id, id));
  if (!said) return;
  await change(ctx, async (tx) => {
    const isDropped = outcome === 'dropped';
    if (isDropped) await dropWords(tx, said);
    else await tx.db.update(suggestions).set({ lockedAt: null }).where(ofSaid(said));
    await tx.db
      .update(suggestionMatters)
      .set({ state: isDropped ? 'taken-back' : 'received' })
      .where(and(ofMatter({ countyCode: said.countyCode, id: said.matterId }), eq(suggestionMatters.state, 'protected')));
    await tx.record('suggestion.released', { id: said.matterId, regionCode: said.regionCode }, { isDropped });
  });
  return String(outcome);
}
