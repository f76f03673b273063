import { and, eq, isNull } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { SettleInput } from './input.ts';
import { shares } from './tables.server.ts';

/** 了结: returned, deleted, or kept because the law says so; before its day too. */
export function settleShare(ctx: Ctx, id: string, { ending, note }: SettleInput): Promise<void> {
  return change(ctx, async (tx) => {
    const [share] = isId(id) ? await tx.db.select().from(shares).where(and(eq(shares.id, id), within(tx, 'sharing.record', shares.regionCode))).for('update') : [];
    if (!share) throw new Refusal(tx.actor.id === '' ? 'sign-in-needed' : 'share-not-found', tx.actor.id === '' ? 401 : 404);
    if (share.settledAt) throw new Refusal('share-settled');
    await tx.db.update(shares).set({ settledAt: tx.now, settledByName: tx.actor.name, ending, endingNote: note }).where(and(eq(shares.countyCode, share.countyCode), eq(shares.id, id), isNull(shares.settledAt)));
    await tx.record('share.settled', share, { ending });
  });
}
