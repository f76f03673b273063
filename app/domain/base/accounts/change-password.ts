import { and, eq, ne } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { authOf, headersFor } from './auth.ts';
import { forgetTries, lockKey, takeTry } from './lockout.ts';
import type { ChangePassword } from './input.ts';
import { isWeakPassword } from './model.ts';
import { getOwnAccount } from './own-account.ts';
import { sessions } from './tables.server.ts';

/** 修改密码: the old one is asked for and counts as a try; every other session ends. */
export async function changePassword(ctx: Ctx, input: ChangePassword, headers: Headers): Promise<void> {
  const account = await getOwnAccount(ctx);
  if (isWeakPassword(input.password, account.username ?? '')) throw new Refusal('password-names-you', 400);
  const key = lockKey(account.id, '');
  if (await takeTry(ctx, key)) throw new Refusal('password-locked', 429);
  await change(ctx, async (tx) => {
    const answer = await authOf(tx.db).api.changePassword({
      body: { currentPassword: input.current, newPassword: input.password },
      headers: headersFor(tx, headers),
      asResponse: true,
    });
    if (!answer.ok) throw new Refusal('password-wrong', 400);
    await tx.db.delete(sessions).where(and(eq(sessions.userId, account.id), ne(sessions.id, tx.actor.sessionId ?? '')));
    await forgetTries(tx, key);
    await tx.record('account.password-changed', account);
  });
}
