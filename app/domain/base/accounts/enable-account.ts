import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { forgetTries, lockedUntil, lockKey } from './lockout.ts';
import { accountWithinReach } from './reach.ts';
import { users } from './tables.server.ts';

/** 启用账号: a disabled or locked account works again. */
export function enableAccount(ctx: Ctx, userId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const account = await accountWithinReach(tx, 'account.disable', userId);
    const until = await lockedUntil(tx, userId);
    if (!account.disabledAt && !until) throw new Refusal('account-enabled');
    await tx.db.update(users).set({ disabledAt: null, updatedAt: tx.now }).where(eq(users.id, userId));
    await forgetTries(tx, lockKey(userId, ''));
    await tx.record('account.enabled', account, { wasLocked: until !== undefined });
  });
}
