import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getRound } from './get-round.ts';
import { lockSheets } from './lock-sheets.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';

/** 结束填报: what was accepted is locked; what nobody handed in stays late and in sight. */
export function closeRound(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode } = await getRound(tx, id);
    allow(tx, 'collection.open', { regionCode });
    const [round] = await tx.db.select({ state: collectionRounds.state }).from(collectionRounds).where(eq(collectionRounds.id, id)).for('update');
    if (round!.state === 'closed') throw new Refusal('collection-closed');
    const s = collectionSheets;
    const sheets = await tx.db.select({ state: s.state, countyCode: s.countyCode, id: s.id, regionCode: s.regionCode, period: s.period, turn: s.turn }).from(s).where(eq(s.roundId, id)).orderBy(s.id).for('update');
    if (sheets.some(({ state }) => state === 'reported')) throw new Refusal('round-unchecked');
    const accepted = sheets.filter(({ state }) => state === 'accepted');
    await lockSheets(tx, accepted, true);
    await tx.db.update(s).set({ state: 'locked' }).where(and(eq(s.roundId, id), eq(s.state, 'accepted')));
    await tx.db.update(collectionRounds).set({ state: 'closed', closedAt: tx.now, closedByName: tx.actor.name }).where(eq(collectionRounds.id, id));
    await tx.record('collection.closed', { id, regionCode }, { locked: accepted.length, silent: sheets.length - accepted.length });
  });
}
