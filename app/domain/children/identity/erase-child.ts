import { and, eq, isNotNull, like } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { isChildHeld } from '#app/domain/children/retention/hold.ts';
import { attempts } from '#app/platform/tables.server.ts';
import { within } from './inside-identity.ts';
import { purposes } from './model.ts';
import { currentNotice } from './notice.ts';
import { bandNow, ownChild } from './own-child.ts';
import { cards, children, consents, erasures, guardianships } from './tables.server.ts';

/**
 * 彻底删除: the guardian takes the child out; what this room held is gone with the answer, the other rooms follow on `child.erased`.
 * Of a child whom a legal hold keeps nothing is used any more, and it is erased when the hold ends (个人信息保护法 47); the guardian,
 * who may be whom the hold is about, hears the same.
 */
export async function eraseChild(ctx: Ctx, childId: string): Promise<void> {
  const own = await ownChild(ctx, childId);
  await change(ctx, async (tx) => {
    if (await isChildHeld(tx, childId, own.regionCode)) {
      await putAway(tx, childId, own.birthday);
      await tx.record('child.erasure-kept', { id: childId, regionCode: own.regionCode });
      return;
    }
    await removeChild(tx, childId);
    await tx.record('child.erased', { id: childId, regionCode: own.regionCode });
  });
}

/** Every purpose is withdrawn, nobody comes in as the child and nobody sees it as theirs; the rows stay. */
async function putAway(tx: Change, childId: string, birthday: string): Promise<void> {
  const { version, hash } = await currentNotice(tx);
  const line = { childId, decision: 'withdrawn' as const, band: bandNow(tx, birthday), guardianSays: false, saidBy: 'guardian' as const, userId: tx.actor.id, noticeVersion: version, noticeHash: hash, at: tx.now };
  await within(tx.db, async (db) => {
    await db.insert(consents).values(purposes.map((purpose) => ({ ...line, purpose })));
    await db.delete(cards).where(eq(cards.childId, childId));
    await db.delete(guardianships).where(eq(guardianships.childId, childId));
    await db.update(children).set({ eraseAskedAt: tx.now }).where(eq(children.id, childId));
  });
}

/** Takes everything of this room away and leaves an opaque id on the list of erasures, so that a restored backup forgets the child again; gives how many papers went. */
export async function removeChild(tx: Change, childId: string): Promise<number> {
  const papers = await within(tx.db, async (db) => {
    const kept = await db.selectDistinct({ fileId: consents.paperFileId }).from(consents).where(and(eq(consents.childId, childId), isNotNull(consents.paperFileId)));
    await db.delete(children).where(eq(children.id, childId));
    return kept;
  });
  await tx.db.delete(attempts).where(like(attempts.key, `%${childId}%`));
  for (const { fileId } of papers) await discardFile(tx, fileId!);
  await tx.db.insert(erasures).values({ childId, erasedAt: tx.now }).onConflictDoNothing();
  return papers.length;
}
