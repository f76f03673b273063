import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getMatter } from './read-matter.ts';
import { trackSaid } from './track.ts';

/** 打开附件 by whoever holds the ticket: one's own, and the photographs that adults show. */
export async function fileOfTicket(ctx: Ctx, ticket: string, fileId: string): Promise<StoredFile> {
  return oneOf(ctx, (await trackSaid(ctx, ticket)).files, fileId);
}

/** 打开附件 by the staff of the place. */
export async function fileOfMatter(ctx: Ctx, regionCode: string, id: string, fileId: string): Promise<StoredFile> {
  return oneOf(ctx, (await getMatter(ctx, regionCode, id)).files, fileId);
}

function oneOf(ctx: Ctx, files: readonly { fileId: string }[], fileId: string): Promise<StoredFile> {
  if (!files.some((file) => file.fileId === fileId)) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
