import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { enterPhotos, layPhotos } from '#app/domain/service/hazards/photos.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { holdByCode, type Walk } from './hold-walk.ts';
import type { PhotoInput } from './input.ts';
import { limits } from './model.ts';
import type { WalkPhotoReceipt } from './package.ts';
import { asNobody } from './take-walk.ts';
import { walkPhotos, walks } from './tables.server.ts';

export type WalkPhoto = typeof walkPhotos.$inferSelect;

/**
 * 收照片: the bytes of a hash this phone has announced. The hash is computed anew; the picture is drawn anew without its hidden data and waits for a
 * moderator. Sent again it answers the same receipt.
 */
export async function receivePhoto(ctx: Ctx, { code, deviceId, sha256 }: PhotoInput, content: Buffer): Promise<WalkPhotoReceipt> {
  await limit(ctx, `walk-photo:${ctx.address ?? 'unknown'}`, 1200, 3600);
  const [walk] = await ctx.db.select().from(walks).where(eq(walks.code, tidyCode(code)));
  if (!walk) throw new Refusal('walk-code-unknown', 404);
  const wanted = await announced(ctx, walk, deviceId, sha256);
  if (wanted.arrivedAt) return { sha256, serverAt: wanted.arrivedAt.toISOString() };
  if (content.length > limits.photoBytes) throw new Refusal('file-too-large', 413);
  if (createHash('sha256').update(content).digest('hex') !== sha256) throw new Refusal('attachment-hash-differs', 422);
  const laid = await layPhotos(ctx, [{ name: 'photo', content }]);
  return change(asNobody(ctx), async (tx) => {
    const held = await holdByCode(tx, code);
    const still = await announced(tx, held, deviceId, sha256);
    const [fileId] = still.arrivedAt ? [] : await enterPhotos(tx, laid, held.regionCode);
    if (fileId) await keepPhoto(tx, held, still, fileId);
    await tx.record(fileId ? 'walk.photo-received' : 'walk.photo-repeated', held, { place: held.place, sha256 });
    return { sha256, serverAt: (still.arrivedAt ?? tx.now).toISOString() };
  });
}

async function announced(ctx: Ctx, walk: Walk, deviceId: string, sha256: string): Promise<WalkPhoto> {
  const [photo] = await ctx.db.select().from(walkPhotos).where(and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, walk.id), eq(walkPhotos.sha256, sha256)));
  if (!photo || photo.deviceId !== deviceId) throw new Refusal('attachment-not-announced', 404);
  return photo;
}

/** 照片到了: it is there for those at work, and waits for a moderator before anybody else. */
export async function keepPhoto(tx: Change, walk: Walk, { id, note }: Pick<WalkPhoto, 'id' | 'note'>, fileId: string): Promise<void> {
  await tx.db.update(walkPhotos).set({ arrivedAt: tx.now, fileId }).where(and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, walk.id), eq(walkPhotos.id, id)));
  await holdForModeration(tx, { kind: 'walk', subjectId: id, regionCode: walk.regionCode, texts: note === '' ? [] : [{ field: 'note', text: note }], fileIds: [fileId], from: 'child' });
}
