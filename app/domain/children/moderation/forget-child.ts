import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { moderationComplaints, moderationItems, moderationPortraits } from './tables.server.ts';

/**
 * 忘记一个孩子, part of the change that forgets them everywhere: what was held of theirs, their portraits and whose a complaint was go,
 * and a picture they can be recognised in leaves the public. What is locked as evidence stays until the lock ends, because the law demands it
 * (个人信息保护法 47; 未成年人保护法 11), and the record says how many.
 */
export async function forgetChild(tx: Change, childId: string): Promise<void> {
  const portraits = await tx.db.delete(moderationPortraits).where(eq(moderationPortraits.childId, childId)).returning({ countyCode: moderationPortraits.countyCode, itemId: moderationPortraits.itemId });
  for (const { countyCode, itemId } of portraits) {
    await tx.db.update(moderationItems).set({ state: 'held' }).where(and(eq(moderationItems.countyCode, countyCode), eq(moderationItems.id, itemId), eq(moderationItems.state, 'approved')));
  }
  const gone = await tx.db.delete(moderationItems).where(and(eq(moderationItems.childId, childId), eq(moderationItems.isLocked, false))).returning({ id: moderationItems.id });
  await tx.db.update(moderationComplaints).set({ childId: null }).where(eq(moderationComplaints.childId, childId));
  const kept = await tx.db.update(moderationItems).set({ dropAfterLock: true }).where(eq(moderationItems.childId, childId)).returning({ id: moderationItems.id });
  await tx.record('moderation.child-forgotten', { id: childId, regionCode: '*' }, { items: gone.length, portraits: portraits.length, keptByLaw: kept.length });
}
