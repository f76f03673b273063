import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Answer } from './ask-providers.ts';
import type { Taken } from './hand-over.ts';
import { preferencesOf } from './preferences.ts';
import { queue } from './queue.ts';
import { deliveries } from './tables.server.ts';
import { nextTry } from './timing.ts';

type End = Answer | { is: 'unknown'; reason: string; provider?: string } | { is: 'needless'; reason: string };

/** 了结: writes down how a letter ended, or when it is tried again, together with the job that will try it. */
export function settle(ctx: Ctx, delivery: Taken, end: End): Promise<string> {
  return ctx.db.transaction(async (db) => {
    const tx: Ctx = { ...ctx, db };
    const write = (set: Partial<typeof deliveries.$inferInsert>) => db.update(deliveries).set(set).where(eq(deliveries.id, delivery.id));
    if (end.is === 'accepted') {
      await write({ state: 'handed-over', handedAt: tx.now, provider: end.provider, reason: null });
      return 'handed-over';
    }
    const reason = end.reason.slice(0, 80);
    if (end.is === 'needless') {
      await write({ state: 'cancelled', reason });
      return 'cancelled';
    }
    const provider = end.provider ?? null;
    // The Message-ID makes a mail that goes twice one mail; a text message has nothing like it.
    if (end.is === 'unknown' && delivery.channel !== 'email') {
      await write({ state: 'unknown', provider, reason });
      return 'unknown';
    }
    const preferences = (await preferencesOf(tx, [delivery.userId]))(delivery.userId);
    const next = end.is === 'refused' && end.isFinal ? undefined : nextTry(delivery.attempts, tx.now, preferences, delivery.isUrgent);
    if (!next) {
      await write({ state: 'failed', provider, reason });
      return 'failed';
    }
    await write({ state: 'waiting', nextAt: next, provider, reason });
    await queue(tx, [delivery.id], next);
    return 'tried-later';
  });
}
