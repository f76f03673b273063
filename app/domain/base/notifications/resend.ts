import { and, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { queue } from './queue.ts';
import { deliveries } from './tables.server.ts';

/** 重新发送: a letter that failed, or of which nobody knows, goes once more by an administrator's will, under a new key. */
export function resendDelivery(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'delivery.resend', { regionCode: '*' });
    const [ended] = await tx.db.select({ round: deliveries.round, channel: deliveries.channel, kind: deliveries.kind }).from(deliveries)
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, ['failed', 'unknown']))).for('update');
    if (!ended) throw new Refusal('delivery-not-failed');
    await tx.db.update(deliveries).set({ state: 'waiting', round: ended.round + 1, attempts: 0, nextAt: tx.now, reason: null }).where(eq(deliveries.id, id));
    await queue(tx, [id], tx.now);
    await tx.record('delivery.resent', { id, regionCode: '*' }, { channel: ended.channel, kind: ended.kind });
  });
}
