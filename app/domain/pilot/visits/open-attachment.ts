import { and, eq } from 'drizzle-orm';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { visitAtDesk } from './at-desk.ts';
import { visitOfCommunity } from './for-community.ts';
import { ofVisit, type Visit } from './hold.ts';
import { visitAttachments } from './tables.server.ts';

/** 打开现场附件 at the desk: by the office and the experts of the visit. */
export async function attachmentAtDesk(ctx: Ctx, visitId: string, sha256: string): Promise<StoredFile> {
  return arrived(ctx, (await visitAtDesk(ctx, visitId)).visit, sha256);
}

/** 打开现场附件 by the community, as far as it sees the record. */
export async function attachmentOfCommunity(ctx: Ctx, code: string, visitId: string, sha256: string): Promise<StoredFile> {
  const { visit, attachments } = await visitOfCommunity(ctx, code, visitId);
  if (!attachments.some((one) => one.sha256 === sha256)) throw new Refusal('file-not-found', 404);
  return arrived(ctx, visit, sha256);
}

async function arrived(ctx: Ctx, visit: Visit, sha256: string): Promise<StoredFile> {
  const [row] = await ctx.db.select({ fileId: visitAttachments.fileId }).from(visitAttachments).where(and(ofVisit(visitAttachments, visit), eq(visitAttachments.sha256, sha256)));
  if (!row?.fileId) throw new Refusal('file-not-found', 404);
  return getFile(ctx, row.fileId);
}
