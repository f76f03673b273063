import { and, eq } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { lockedAmong } from '#app/domain/children/moderation/shown.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { ofHazard } from './step.ts';
import { hazardPhotos, hazards } from './tables.server.ts';

/** 忘记一个孩子: the hazard stays, since others may be hurt by it; whose it was, the child's words and pictures go. What is locked as evidence waits. */
export async function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  const theirs = await ctx.db.select().from(hazards).where(eq(hazards.childId, childId));
  const locked = await lockedAmong(ctx, 'hazard', theirs.map(({ id }) => id));
  for (const hazard of theirs) {
    await change(ctx, async (tx) => {
      const isLocked = locked.has(hazard.id);
      if (!isLocked) {
        const ofChild = and(eq(hazardPhotos.countyCode, hazard.countyCode), eq(hazardPhotos.hazardId, hazard.id), eq(hazardPhotos.by, 'reporter'));
        const photos = await tx.db.delete(hazardPhotos).where(ofChild).returning({ fileId: hazardPhotos.fileId });
        for (const { fileId } of photos) await discardFile(tx, fileId, hazard.regionCode);
      }
      const words = isLocked ? {} : { text: '', placeText: '', answer: hazard.state === 'declined' ? hazard.answer : '' };
      await tx.db.update(hazards).set({ childId: null, ...words, changedAt: tx.now }).where(ofHazard(hazard));
      await tx.record('hazard.child-forgotten', hazard, { isLocked });
    });
  }
  return String(theirs.length);
}
