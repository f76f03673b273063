import { and, eq, isNotNull, like } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { attempts } from '#app/platform/tables.server.ts';
import { within } from './inside-identity.ts';
import { ownChild } from './own-child.ts';
import { children, consents, erasures } from './tables.server.ts';

/** 彻底删除: the guardian takes the child out; what this room held is gone with the answer, the other rooms follow on `child.erased`. */
export async function eraseChild(ctx: Ctx, childId: string): Promise<void> {
  const own = await ownChild(ctx, childId);
  await change(ctx, async (tx) => {
    await removeChild(tx, childId);
    await tx.record('child.erased', { id: childId, regionCode: own.regionCode });
  });
}

/** Takes everything of this room away and leaves an opaque id on the list of erasures, so that a restored backup forgets the child again. */
export async function removeChild(tx: Change, childId: string): Promise<void> {
  const papers = await within(tx.db, async (db) => {
    const kept = await db.selectDistinct({ fileId: consents.paperFileId }).from(consents).where(and(eq(consents.childId, childId), isNotNull(consents.paperFileId)));
    await db.delete(children).where(eq(children.id, childId));
    return kept;
  });
  await tx.db.delete(attempts).where(like(attempts.key, `%${childId}%`));
  for (const { fileId } of papers) await discardFile(tx, fileId!);
  await tx.db.insert(erasures).values({ childId, erasedAt: tx.now }).onConflictDoNothing();
}
