import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { publicFile } from '#app/domain/children/moderation/files-of.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getHazard, repairSheet, trackHazard } from './one-hazard.ts';
import { afterOf } from './repair-hazard.ts';

/** 公开的照片: once a moderator has looked, of a blurred one the copy. */
export function openPublicPhoto(ctx: Ctx, id: string, moment: string, fileId: string): Promise<StoredFile> {
  return publicFile(ctx, 'hazard', moment === 'after' ? afterOf(id) : id, fileId);
}

/** 凭码看照片: the reporter's own, and of the repair what they may see; the repairer the one of what is to be done. */
export async function openPhotoByCode(ctx: Ctx, code: string, fileId: string, isRepairer: boolean): Promise<StoredFile> {
  const seen = isRepairer ? (await repairSheet(ctx, code)).photos : await trackHazard(ctx, code).then(({ before, after }) => [...before, ...after]);
  if (!seen.includes(fileId)) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}

/** 办理人看照片. */
export async function openHandledPhoto(ctx: Ctx, place: string, id: string, fileId: string): Promise<StoredFile> {
  const { photos } = await getHazard(ctx, place, id);
  if (!photos.some((photo) => photo.fileId === fileId)) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
