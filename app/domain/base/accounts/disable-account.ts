import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { accountWithinReach } from './reach.ts';
import { sessions, users } from './tables.server.ts';

/** 停用账号: nobody signs in with it any more and whoever is in is out at once; its history stays. */
export function disableAccount(ctx: Ctx, userId: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const account = await accountWithinReach(tx, 'account.disable', userId);
    if (account.disabledAt) throw new Refusal('account-disabled');
    await tx.db.update(users).set({ disabledAt: tx.now, updatedAt: tx.now }).where(eq(users.id, userId));
    await tx.db.delete(sessions).where(eq(sessions.userId, userId));
    await tx.record('account.disabled', account, { reason });
  });
}
