import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { type StoredFile, getFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ItemKind } from './model.ts';
import { moderationFiles, moderationItems } from './tables.server.ts';

/** 附件 of these items, in their order. */
export async function filesOf(ctx: Ctx, items: readonly { countyCode: number; id: string }[]) {
  if (items.length === 0) return [];
  const { itemId, fileId, isPicture, faces, shownFileId } = moderationFiles;
  return ctx.db
    .select({ itemId, fileId, isPicture, faces, shownFileId })
    .from(moderationFiles)
    .where(and(inArray(moderationFiles.countyCode, [...new Set(items.map((item) => item.countyCode))]), inArray(itemId, items.map((item) => item.id))))
    .orderBy(asc(itemId), asc(moderationFiles.position));
}

/** 公开的附件: of an approved thing, and of a picture with blurred faces the copy; the original does not exist for the public. */
export async function publicFile(ctx: Ctx, kind: ItemKind, subjectId: string, fileId: string): Promise<StoredFile> {
  if (!/^[\w-]{1,40}(\/\w+)?$/.test(subjectId) || !isId(fileId)) throw new Refusal('not-found', 404);
  const [row] = await ctx.db
    .select({ fileId: moderationFiles.fileId, shownFileId: moderationFiles.shownFileId })
    .from(moderationItems)
    .innerJoin(moderationFiles, and(eq(moderationFiles.countyCode, moderationItems.countyCode), eq(moderationFiles.itemId, moderationItems.id)))
    .where(and(
      eq(moderationItems.kind, kind), eq(moderationItems.subjectId, subjectId), eq(moderationItems.state, 'approved'),
      or(eq(moderationFiles.fileId, fileId), eq(moderationFiles.shownFileId, fileId)),
    ));
  if (!row) throw new Refusal('not-found', 404);
  return getFile(ctx, row.shownFileId ?? row.fileId);
}
