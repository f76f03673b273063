import { createHash } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { inspect, type Inspected } from './inspect.ts';
import { dailyQuota, fileName } from './model.ts';
import type { StoredFile } from './read.ts';
import { place } from './storage.ts';
import { files } from './tables.server.ts';

export type Upload = { name: string; content: Buffer; id?: string };

/** What a row of files says of its content. */
export type Looked = Pick<StoredFile, 'name' | 'mediaType' | 'size' | 'sha256' | 'pages' | 'thumbnailKey' | 'originalKey' | 'originalSize'>;

/** 存入附件: looked at, kept on the disk, then written down; told twice with the same id it is kept once. */
export async function storeFile(ctx: Ctx, upload: Upload): Promise<StoredFile> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  await withinQuota(ctx, upload.content.length);
  const looked = await layFile(ctx, upload);
  return change(ctx, (tx) => enterFile(tx, { ...looked, ...(upload.id ? { id: upload.id } : {}) }, tx.actor.id, tx.actor.grants[0]?.regionCode ?? '*'));
}

/** 验看存放: looked at and kept, but written down nowhere; without its original when that would tell who brought it. */
export async function layFile(ctx: Ctx, { name, content }: Upload, keepsOriginal = true, look: (content: Buffer) => Promise<Inspected> = inspect): Promise<Looked> {
  const looked = await look(content);
  await refuseKnownMalware(ctx, looked.content);
  const sha256 = await place(looked.content);
  const original = keepsOriginal ? looked.original : undefined;
  const originalKey = original ? await place(original) : null;
  const thumbnailKey = looked.thumbnail ? await place(looked.thumbnail) : null;
  return {
    name: fileName(name, looked.mediaType), mediaType: looked.mediaType, size: looked.content.length, sha256, pages: looked.pages,
    thumbnailKey, originalKey, originalSize: original?.length ?? 0,
  };
}

/** 登记附件: the row and the record of a file that was laid down before. */
export async function enterFile(tx: Change, looked: Looked & { id?: string }, ownerId: string, regionCode: string): Promise<StoredFile> {
  const [row] = await tx.db
    .insert(files)
    .values({ ...looked, ownerId, createdAt: tx.now })
    .onConflictDoUpdate({ target: files.id, set: { sha256: looked.sha256 }, setWhere: eq(files.ownerId, ownerId) })
    .returning();
  if (!row) throw new Refusal('file-not-found', 404);
  await tx.record('file.stored', { id: row.id, regionCode }, { sha256: row.sha256, size: row.size, mediaType: row.mediaType });
  return row;
}

/** What was found to be malware once is not taken again, whoever brings it. */
async function refuseKnownMalware(ctx: Ctx, content: Buffer) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const [known] = await ctx.db.select({ id: files.id }).from(files).where(and(eq(files.sha256, sha256), eq(files.scan, 'infected'))).limit(1);
  if (known) throw new Refusal('file-infected', 422);
}

async function withinQuota(ctx: Ctx, more: number) {
  const since = new Date(ctx.now.getTime() - 86_400_000);
  const [row] = await ctx.db
    .select({ used: sql<string>`coalesce(sum(${files.size} + ${files.originalSize}), 0)` })
    .from(files)
    .where(and(eq(files.ownerId, ctx.actor.id), gt(files.createdAt, since)));
  if (Number(row!.used) + more > dailyQuota) throw new Refusal('file-quota', 429);
}
