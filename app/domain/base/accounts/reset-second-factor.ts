import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { accountWithinReach } from './reach.ts';
import { sessions, twoFactors, users } from './tables.server.ts';

/** 重置二次验证: for somebody who has lost phone and backup codes; all sessions end, and staff must set it up anew. */
export function resetSecondFactor(ctx: Ctx, userId: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const account = await accountWithinReach(tx, 'account.reset', userId);
    if (!account.twoFactorEnabled) throw new Refusal('second-factor-off');
    await tx.db.delete(twoFactors).where(eq(twoFactors.userId, userId));
    await tx.db.update(users).set({ twoFactorEnabled: false, updatedAt: tx.now }).where(eq(users.id, userId));
    await tx.db.delete(sessions).where(eq(sessions.userId, userId));
    await tx.record('account.second-factor-reset', account, { reason });
  });
}
