import { createHash } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { inspect } from './inspect.ts';
import { dailyQuota, fileName } from './model.ts';
import { place } from './storage.ts';
import { files } from './tables.server.ts';

export type Upload = { name: string; content: Buffer; id?: string };

/** 存入附件: looked at, kept on the disk, then written down; told twice with the same id it is kept once. */
export async function storeFile(ctx: Ctx, upload: Upload): Promise<typeof files.$inferSelect> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  await withinQuota(ctx, upload.content.length);
  const looked = await inspect(upload.content);
  await refuseKnownMalware(ctx, looked.content);
  const sha256 = await place(looked.content);
  const originalKey = looked.original ? await place(looked.original) : null;
  const thumbnailKey = looked.thumbnail ? await place(looked.thumbnail) : null;

  return change(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(files)
      .values({
        ...(upload.id ? { id: upload.id } : {}),
        ownerId: tx.actor.id, name: fileName(upload.name, looked.mediaType), mediaType: looked.mediaType, size: looked.content.length,
        sha256, pages: looked.pages, thumbnailKey, originalKey, originalSize: looked.original?.length ?? 0, createdAt: tx.now,
      })
      .onConflictDoUpdate({ target: files.id, set: { sha256 }, setWhere: eq(files.ownerId, tx.actor.id) })
      .returning();
    if (!row) throw new Refusal('file-not-found', 404);
    await tx.record('file.stored', { id: row.id, regionCode: tx.actor.grants[0]?.regionCode ?? '*' }, {
      sha256, size: row.size, mediaType: row.mediaType,
    });
    return row;
  });
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
