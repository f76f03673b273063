import { and, eq } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import type { Change } from '#app/platform/change.ts';
import { type Hazard, ofHazard } from './step.ts';
import { hazardPhotos, hazards } from './tables.server.ts';

/** 删去报告人的话 and pictures; the hazard stays, since others may be hurt by it, and so does what the adults answered to all. */
export async function dropWords(tx: Change, hazard: Hazard): Promise<void> {
  const own = and(eq(hazardPhotos.countyCode, hazard.countyCode), eq(hazardPhotos.hazardId, hazard.id), eq(hazardPhotos.by, 'reporter'));
  const photos = await tx.db.delete(hazardPhotos).where(own).returning({ fileId: hazardPhotos.fileId });
  for (const { fileId } of photos) await discardFile(tx, fileId, hazard.regionCode);
  await tx.db.update(hazards).set({ childId: null, text: '', placeText: '', answer: hazard.state === 'declined' ? hazard.answer : '', changedAt: tx.now }).where(ofHazard(hazard));
}
