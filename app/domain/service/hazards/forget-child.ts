import { eq } from 'drizzle-orm';
import { lockedAmong } from '#app/domain/children/moderation/shown.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { dropWords } from './drop-words.ts';
import { ofHazard } from './step.ts';
import { hazards } from './tables.server.ts';

/** 忘记一个孩子: whose it was, the child's words and pictures go. Of what is locked as evidence only the link goes, the rest when the lock ends. */
export async function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  const theirs = await ctx.db.select().from(hazards).where(eq(hazards.childId, childId));
  const locked = await lockedAmong(ctx, 'hazard', theirs.map(({ id }) => id));
  for (const hazard of theirs) {
    await change(ctx, async (tx) => {
      const isLocked = locked.has(hazard.id);
      if (isLocked) await tx.db.update(hazards).set({ childId: null, changedAt: tx.now }).where(ofHazard(hazard));
      else await dropWords(tx, hazard);
      await tx.record('hazard.child-forgotten', hazard, { isLocked });
    });
  }
  return String(theirs.length);
}
