import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMatter, mustMove, ofMatter, takeStep } from './hold-matter.ts';
import { isOpen } from './model.ts';
import { suggestionMatters, suggestions } from './tables.server.ts';

/** 合并: the words of one matter go over to another that is about the same; every child follows the other from now on. */
export function mergeMatters(ctx: Ctx, regionCode: string, id: string, into: string): Promise<void> {
  return change(ctx, async (tx) => {
    if (id === into) throw new Refusal('suggestion-same', 400);
    const [first, second] = [await holdMatter(tx, regionCode, id < into ? id : into), await holdMatter(tx, regionCode, id < into ? into : id)];
    const [from, to] = first.id === id ? [first, second] : [second, first];
    mustMove(from, 'merged');
    if (to.state === 'merged' || to.state === 'taken-back') throw new Refusal('suggestion-not-now');
    const moved = await tx.db
      .update(suggestions)
      .set({ matterId: to.id })
      .where(and(eq(suggestions.countyCode, from.countyCode), eq(suggestions.matterId, from.id)))
      .returning({ id: suggestions.id });
    await tx.db.update(suggestionMatters).set({ state: 'merged', mergedInto: to.id }).where(ofMatter(from));
    if (isOpen(to.state)) {
      const earlier = (a: string, b: string) => (a < b ? a : b);
      await tx.db.update(suggestionMatters).set({ seenDueOn: earlier(to.seenDueOn, from.seenDueOn), answerDueOn: earlier(to.answerDueOn, from.answerDueOn) }).where(ofMatter(to));
    }
    await takeStep(tx, to, 'merged');
    await tx.record('suggestion.merged', from, { into: to.id, suggestions: moved.length });
  });
}
