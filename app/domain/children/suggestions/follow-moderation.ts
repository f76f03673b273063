import { and, eq, ne } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { ofMatter } from './hold-matter.ts';
import { ofSaid } from './hold-said.ts';
import { suggestionMatters, suggestions } from './tables.server.ts';

/**
 * 审核之后: when a protection report has been opened about a child's words they are locked here as well, and the matter rests when nobody else
 * said it; the child is asked nothing and sees that someone is reading.
 */
export async function followModeration(ctx: Ctx, facts: Record<string, unknown>): Promise<string | void> {
  const id = String(facts.subjectId ?? '').split(':')[0]!;
  if (facts.kind !== 'suggestion' || facts.outcome !== 'protected' || !isId(id)) return;
  const [said] = await ctx.db.select().from(suggestions).where(eq(suggestions.id, id));
  if (!said || said.lockedAt) return;
  await change(ctx, async (tx) => {
    await tx.db.update(suggestions).set({ lockedAt: tx.now }).where(ofSaid(said));
    const others = await tx.db.$count(suggestions, and(eq(suggestions.countyCode, said.countyCode), eq(suggestions.matterId, said.matterId), ne(suggestions.id, said.id)));
    if (others === 0) await tx.db.update(suggestionMatters).set({ state: 'protected' }).where(ofMatter({ countyCode: said.countyCode, id: said.matterId }));
    await tx.record('suggestion.locked', { id: said.matterId, regionCode: said.regionCode });
  });
  return 'locked';
}
