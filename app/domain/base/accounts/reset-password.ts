import { randomBytes } from 'node:crypto';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allow } from './access.ts';
import { isMachineName, isSeparated, passwordResetHours } from './model.ts';
import { accountWithinReach } from './reach.ts';
import { resetIdentifier } from './password-resets.ts';
import { verifications } from './tables.server.ts';

/**
 * 重置密码: a one-time link for somebody who has forgotten the password, told once and kept as a hash; a new link ends the
 * one before. One of the three administrators is helped only by a system administrator of the nation; a machine has no
 * password, so nobody comes in under its name.
 */
export function resetPassword(ctx: Ctx, userId: string, reason: string): Promise<{ token: string }> {
  return change(ctx, async (tx) => {
    const account = await accountWithinReach(tx, 'account.reset', userId);
    if (account.grants.some(({ role }) => isSeparated(role))) allow(tx, 'account.reset', { regionCode: '*' });
    if (isMachineName(account.username)) throw new Refusal('account-of-machine');
    if (account.disabledAt) throw new Refusal('account-disabled');

    const token = randomBytes(24).toString('base64url');
    const link = {
      identifier: resetIdentifier(token),
      value: userId,
      expiresAt: new Date(tx.now.getTime() + passwordResetHours * 3_600_000),
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await tx.db
      .insert(verifications)
      .values({ id: `password-reset:${userId}`, ...link })
      .onConflictDoUpdate({ target: verifications.id, set: link });
    await tx.record('account.password-reset-offered', account, { reason });
    return { token };
  });
}
