import { arrayContains, eq, and } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { spaceInspections, spaces } from './tables.server.ts';

/** 空间的照片, for everybody. */
export async function openSpacePhoto(ctx: Ctx, spaceId: string, fileId: string): Promise<StoredFile> {
  const [space] = isId(spaceId) && isId(fileId) ? await ctx.db.select({ id: spaces.id }).from(spaces).where(and(eq(spaces.id, spaceId), arrayContains(spaces.photoIds, [fileId]))) : [];
  if (!space) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}

/** 巡检的照片, for those who work there. */
export async function openInspectionPhoto(ctx: Ctx, spaceId: string, fileId: string): Promise<StoredFile> {
  const [seen] = isId(spaceId) && isId(fileId)
    ? await ctx.db
        .select({ id: spaceInspections.id })
        .from(spaceInspections)
        .where(and(eq(spaceInspections.spaceId, spaceId), arrayContains(spaceInspections.photoIds, [fileId]), within(ctx, 'space.inspect', spaceInspections.regionCode)))
        .limit(1)
    : [];
  if (!seen) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
