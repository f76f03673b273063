import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Claimed } from './letter.ts';
import type { Outcome, Outgoing, Provider } from './providers/provider.ts';
import { deliveryTries } from './tables.server.ts';

export type Answer = Outcome & { provider: string };

/**
 * 问服务商: the first, and when it refuses for now, the second. Each try is written down before it is made. When nobody knows
 * whether the letter went, no other provider is asked: better one sentence too few than the same one twice.
 */
export async function askProviders(at: () => Ctx, delivery: Claimed, letter: Outgoing, providers: readonly Provider[]): Promise<Answer> {
  let last: Answer = { is: 'refused', isFinal: false, reason: 'no-provider', provider: '' };
  for (const provider of providers) {
    const ctx = at();
    const [line] = await ctx.db.insert(deliveryTries).values({ deliveryId: delivery.id, provider: provider.name, startedAt: ctx.now }).returning({ id: deliveryTries.id });
    const outcome = await provider.send(letter).catch((error: Error): Outcome => ({ is: 'unknown', reason: error.name }));
    const reason = outcome.is === 'accepted' ? null : outcome.reason.slice(0, 80);
    const reference = outcome.is === 'accepted' ? outcome.reference.slice(0, 80) : null;
    await ctx.db.update(deliveryTries).set({ endedAt: at().now, outcome: outcome.is, reason, reference }).where(eq(deliveryTries.id, line!.id));
    last = { ...outcome, provider: provider.name };
    if (outcome.is !== 'refused' || outcome.isFinal) return last;
  }
  return last;
}
