import { storeFile } from '#app/domain/base/files/store-file.ts';
import { mostPhotos } from '#app/domain/service/spaces/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 存下照片 of a form at work: those kept are named, those chosen are stored now; all by their ids. */
export async function takePhotos(ctx: Ctx, form: FormData, kept: readonly string[] = []): Promise<string[]> {
  const chosen = form.getAll('photos').filter((one): one is File => one instanceof File && one.size > 0);
  if (kept.length + chosen.length > mostPhotos) throw new Refusal('photos-too-many', 400);
  const ids = [...kept];
  for (const file of chosen) {
    const stored = await storeFile(ctx, { name: file.name, content: Buffer.from(await file.arrayBuffer()) });
    if (!stored.mediaType.startsWith('image/')) throw new Refusal('photo-no-picture', 415);
    ids.push(stored.id);
  }
  return ids;
}
