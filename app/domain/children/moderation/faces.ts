import { and, eq } from 'drizzle-orm';
import { getFile } from '#app/domain/base/files/read.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { enterFile, layFile } from '#app/domain/base/files/store-file.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type HeldItem, holdItem, type ItemAt, needOpen } from './hold-item.ts';
import type { Box } from './model.ts';
import { moderationFiles, moderationPortraits } from './tables.server.ts';

/** 看过人脸: none in this picture, or it shows the child who sent it, whose consent is then asked before it is public. */
export function settleFaces(ctx: Ctx, at: ItemAt, fileId: string, faces: 'none' | 'consented'): Promise<void> {
  return change(ctx, async (tx) => {
    const item = await openPicture(tx, at, fileId);
    const key = { countyCode: item.countyCode, itemId: item.id };
    if (faces === 'consented') {
      if (!item.childId) throw new Refusal('moderation-nobody-known', 422);
      await tx.db.insert(moderationPortraits).values({ ...key, childId: item.childId }).onConflictDoNothing();
    }
    await write(tx, item, fileId, { faces, shownFileId: null });
    await tx.record('moderation.faces-seen', item, { faces });
  });
}

/** 遮挡人脸: the marked parts become coarse squares in a copy; the copy is what is public, the original stays closed. */
export async function blurFaces(ctx: Ctx, at: ItemAt, fileId: string, boxes: readonly Box[]): Promise<void> {
  if (boxes.length === 0) throw new Refusal('moderation-no-boxes', 422);
  const original = await change(ctx, async (tx) => {
    const item = await openPicture(tx, at, fileId);
    await tx.record('moderation.picture-opened', item, {});
    return getFile(tx, fileId);
  });
  const blurred = await pixelate(await readWhole(original.sha256), boxes);
  const looked = await layFile(ctx, { name: original.name, content: blurred }, false);
  await change(ctx, async (tx) => {
    const item = await openPicture(tx, at, fileId);
    const copy = await enterFile(tx, looked, tx.actor.id, item.regionCode);
    await write(tx, item, fileId, { faces: 'blurred', shownFileId: copy.id });
    await tx.record('moderation.faces-blurred', item, { boxes: boxes.length });
  });
}

async function openPicture(tx: Change, at: ItemAt, fileId: string): Promise<HeldItem> {
  const item = await holdItem(tx, at);
  needOpen(item);
  const [file] = await tx.db
    .select({ isPicture: moderationFiles.isPicture })
    .from(moderationFiles)
    .where(and(eq(moderationFiles.countyCode, item.countyCode), eq(moderationFiles.itemId, item.id), eq(moderationFiles.fileId, fileId)));
  if (!file?.isPicture) throw new Refusal('moderation-not-found', 404);
  return item;
}

async function write(tx: Change, item: HeldItem, fileId: string, set: Partial<typeof moderationFiles.$inferInsert>): Promise<void> {
  await tx.db
    .update(moderationFiles)
    .set({ ...set, settledByName: tx.actor.name })
    .where(and(eq(moderationFiles.countyCode, item.countyCode), eq(moderationFiles.itemId, item.id), eq(moderationFiles.fileId, fileId)));
}

/** 马赛克: each box becomes one colour, the one most of it had, so that nothing of a face is left in it. */
export async function pixelate(content: Buffer, boxes: readonly Box[]): Promise<Buffer> {
  const { default: sharp } = await import('sharp'); // opened with the first picture, since it costs memory
  const picture = sharp(content);
  const { width, height } = await picture.metadata();
  const patches = await Promise.all(boxes.map(async (box) => {
    const left = Math.min(width - 1, Math.max(0, Math.floor((box.x * width) / 1000)));
    const top = Math.min(height - 1, Math.max(0, Math.floor((box.y * height) / 1000)));
    const size = { width: Math.max(1, Math.min(width - left, Math.ceil((box.width * width) / 1000))), height: Math.max(1, Math.min(height - top, Math.ceil((box.height * height) / 1000))) };
    const { dominant } = await sharp(content).extract({ left, top, ...size }).stats();
    return { input: { create: { ...size, channels: 3 as const, background: dominant } }, left, top };
  }));
  return picture.composite(patches).jpeg({ quality: 86 }).toBuffer();
}
