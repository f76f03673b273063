import { and, eq, inArray, or } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { removeStored } from './storage.ts';
import { files } from './tables.server.ts';

/**
 * 丢弃附件: takes the row away, inside the caller's change; what lay in the store follows on `file.discarded`, once that is certain.
 * The caller has let go of the file in its own tables before. Unknown ids are nothing to do, and what the law holds stays.
 */
export async function discardFile(tx: Change, id: string, regionCode = '*'): Promise<void> {
  const [row] = await tx.db.delete(files).where(and(eq(files.id, id), eq(files.heldFor, ''))).returning({ sha256: files.sha256, thumbnailKey: files.thumbnailKey, originalKey: files.originalKey });
  if (!row) return;
  await tx.record('file.discarded', { id, regionCode }, { keys: [row.sha256, row.thumbnailKey, row.originalKey].filter((key) => key !== null) });
}

/** 清除内容 out of the store, unless another file has the same. */
export async function clearContent(ctx: Ctx, keys: readonly string[]): Promise<string> {
  const used = keys.length === 0 ? [] : await ctx.db
    .select({ sha256: files.sha256, thumbnailKey: files.thumbnailKey, originalKey: files.originalKey })
    .from(files)
    .where(or(...[files.sha256, files.thumbnailKey, files.originalKey].map((column) => inArray(column, [...keys]))));
  const held = new Set(used.flatMap((row) => [row.sha256, row.thumbnailKey, row.originalKey]));
  const free = keys.filter((key) => !held.has(key));
  for (const key of free) await removeStored(key);
  return `${free.length}`;
}
