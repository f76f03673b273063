import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Conclusion } from './model.ts';
import { moderationItems } from './tables.server.ts';

/** 一件待审: its id and the place under which somebody opened it. */
export type ItemAt = { regionCode: string; id: string };
export type HeldItem = typeof moderationItems.$inferSelect;

/** 这一件, by its whole key. */
export const itemAt = ({ regionCode, id }: ItemAt) => and(eq(moderationItems.countyCode, countyCode(regionCode)), eq(moderationItems.id, id));

/** 锁定一件 for a change, for those who moderate there; to others it does not exist. */
export async function holdItem(tx: Change, at: ItemAt): Promise<HeldItem> {
  if (tx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const [item] = isId(at.id) ? await tx.db.select().from(moderationItems).where(itemAt(at)).for('update') : [];
  if (!item) throw new Refusal('moderation-not-found', 404);
  allow(tx, 'moderation.decide', item);
  return item;
}

/** 尚可审: not locked as evidence and not concluded. */
export function needOpen(item: HeldItem): void {
  if (item.isLocked) throw new Refusal('moderation-locked', 423);
  if (!['waiting', 'second', 'held'].includes(item.state)) throw new Refusal('moderation-concluded');
}

/** 记下结论: who drew it and when, and the news to the room it came from. */
export async function settle(tx: Change, item: HeldItem, conclusion: Conclusion, set: Partial<typeof moderationItems.$inferInsert> = {}): Promise<void> {
  await tx.db
    .update(moderationItems)
    .set({ ...set, state: conclusion, concludedBy: tx.actor.id, concludedByName: tx.actor.name, concludedAt: tx.now })
    .where(itemAt(item));
  await tx.record('moderation.concluded', item, { kind: item.kind, subjectId: item.subjectId, outcome: conclusion });
}
