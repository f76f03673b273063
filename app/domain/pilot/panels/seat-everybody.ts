import { and, eq, inArray, sql } from 'drizzle-orm';
import { conflictsOf } from '#app/domain/pilot/conflicts/conflicts-of.ts';
import type { Change } from '#app/platform/change.ts';
import { hasVote } from './model.ts';
import { panelItems, panelMembers, panelRecusals, panelSeats } from './tables.server.ts';

/**
 * 排席: whoever is there and has a vote sits on every item, but for those in conflict with its application: they are recused,
 * and a vote they had cast before the conflict arose goes. Answers how many recusals are new.
 */
export async function seatEverybody(tx: Change, meetingId: string): Promise<number> {
  const items = await tx.db.select({ id: panelItems.id, applicationId: panelItems.applicationId }).from(panelItems).where(eq(panelItems.meetingId, meetingId));
  const members = await tx.db.select().from(panelMembers).where(eq(panelMembers.meetingId, meetingId));
  const voting = members.filter(({ role, isPresent }) => isPresent && hasVote(role)).map(({ userId }) => userId);
  const ids = items.map(({ id }) => id);
  if (ids.length === 0) return 0;

  const ties = await conflictsOf(tx, items.map(({ applicationId }) => applicationId), voting);
  const recusals = items.flatMap(({ id, applicationId }) =>
    voting.flatMap((userId) => {
      const tie = ties.find((one) => one.applicationId === applicationId && one.expertId === userId);
      return tie ? [{ itemId: id, userId, kind: tie.kind, reason: tie.detail, recusedAt: tx.now }] : [];
    }),
  );
  const added = recusals.length === 0 ? [] : await tx.db.insert(panelRecusals).values(recusals).onConflictDoNothing().returning({ itemId: panelRecusals.itemId });
  const recused = await tx.db.select({ itemId: panelRecusals.itemId, userId: panelRecusals.userId }).from(panelRecusals).where(inArray(panelRecusals.itemId, ids));
  const isRecused = (itemId: string, userId: string) => recused.some((one) => one.itemId === itemId && one.userId === userId);

  await tx.db.delete(panelSeats).where(and(
    inArray(panelSeats.itemId, ids),
    sql`(${panelSeats.userId} <> all (${sql.param(voting)}::text[]) or exists (select from ${panelRecusals} r where r.item_id = ${panelSeats.itemId} and r.user_id = ${panelSeats.userId}))`,
  ));
  const seats = ids.flatMap((itemId) => voting.filter((userId) => !isRecused(itemId, userId)).map((userId) => ({ itemId, userId })));
  if (seats.length > 0) await tx.db.insert(panelSeats).values(seats).onConflictDoNothing();
  return added.length;
}
