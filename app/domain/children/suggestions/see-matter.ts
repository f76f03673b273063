import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { holdMatter, mustMove, ofMatter, takeStep } from './hold-matter.ts';
import { suggestionMatters } from './tables.server.ts';

/** 看到了: a named adult says so with one press, and every child of the matter can read who it is. */
export function seeMatter(ctx: Ctx, regionCode: string, id: string, called = ''): Promise<void> {
  return change(ctx, async (tx) => {
    const matter = await holdMatter(tx, regionCode, id);
    mustMove(matter, 'seen');
    await tx.db.update(suggestionMatters).set({ state: 'seen', seenAt: tx.now }).where(ofMatter(matter));
    await takeStep(tx, matter, 'seen', {}, called);
    await tx.record('suggestion.seen', matter);
  });
}
