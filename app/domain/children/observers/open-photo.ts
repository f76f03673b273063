import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { roundDesk } from './read.ts';

/** 打开走访照片, for whoever keeps the rounds of the place, before and after it is public. */
export async function photoOfRound(ctx: Ctx, regionCode: string, roundId: string, fileId: string): Promise<StoredFile> {
  const { round, notes } = await roundDesk(ctx, roundId);
  if (round.regionCode !== regionCode || !notes.some(({ note }) => note.fileIds.includes(fileId))) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
