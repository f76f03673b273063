import { and, eq } from 'drizzle-orm';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { publicFile } from '#app/domain/children/moderation/files-of.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findWalk } from './hold-walk.ts';
import { walkPhotos } from './tables.server.ts';

/** 走查的照片, for those who lead walks there. */
export async function openWalkPhoto(ctx: Ctx, place: string, id: string, photoId: string): Promise<StoredFile> {
  const walk = await findWalk(ctx, place, id);
  const [photo] = isId(photoId) ? await ctx.db.select({ fileId: walkPhotos.fileId }).from(walkPhotos).where(and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, id), eq(walkPhotos.id, photoId))) : [];
  if (!photo?.fileId) throw new Refusal('file-not-found', 404);
  return getFile(ctx, photo.fileId);
}

/** 公开的照片: once a moderator has looked, of a blurred one the copy. */
export function openPublicPhoto(ctx: Ctx, photoId: string, fileId: string): Promise<StoredFile> {
  return publicFile(ctx, 'walk', photoId, fileId);
}
