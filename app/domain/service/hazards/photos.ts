import { keeperOfEvidence } from '#app/domain/base/accounts/keeper.ts';
import { enterFile, layFile, type Looked } from '#app/domain/base/files/store-file.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mostPhotos } from './model.ts';

export type Upload = { name: string; content: Buffer };

/** 验看照片: drawn anew without metadata, so no position travels along; neither its name nor the original stays. */
export async function layPhotos(ctx: Ctx, uploads: readonly Upload[]): Promise<Looked[]> {
  if (uploads.length > mostPhotos) throw new Refusal('photos-too-many', 400);
  const laid: Looked[] = [];
  for (const [at, { content }] of uploads.entries()) {
    const looked = await layFile(ctx, { name: `photo-${at + 1}`, content }, false);
    if (!looked.mediaType.startsWith('image/')) throw new Refusal('photo-no-picture', 415);
    laid.push(looked);
  }
  return laid;
}

/** 登记照片 of somebody without an account. */
export async function enterPhotos(tx: Change, laid: readonly Looked[], regionCode: string): Promise<string[]> {
  if (laid.length === 0) return [];
  const owner = await keeperOfEvidence(tx);
  const ids: string[] = [];
  for (const looked of laid) ids.push((await enterFile(tx, looked, owner, regionCode)).id);
  return ids;
}
