import { and, eq, ne } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { authOf, headersFor } from './auth.ts';
import { forgetTries, lockKey, takeTry } from './lockout.ts';
import { getOwnAccount } from './own-account.ts';
import { hashToken, tokenOf } from './session-token.ts';
import { sessions } from './tables.server.ts';

/** 开始设置二次验证: asks for the password and gives the secret for the app and the backup codes, shown this once. */
export async function beginSecondFactor(ctx: Ctx, password: string, headers: Headers) {
  const account = await withOwnPassword(ctx);
  return change(ctx, async (tx) => {
    const answer = await authOf(tx.db).api.enableTwoFactor({
      body: { password },
      headers: headersFor(tx, headers),
      asResponse: true,
    });
    if (!answer.ok) throw new Refusal(account.hasSecondFactor ? 'second-factor-on' : 'password-wrong', 400);
    const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] };
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    await forgetTries(tx, lockKey(account.id, ''));
    await tx.record('account.second-factor-begun', account);
    return { secret, backupCodes };
  });
}

/** 确认二次验证: the first right code switches it on; this session goes on under a new cookie, every other one ends. */
export async function confirmSecondFactor(ctx: Ctx, code: string, headers: Headers): Promise<string[]> {
  const account = await getOwnAccount(ctx);
  if (await takeTry(ctx, `second-factor:${account.id}`)) throw new Refusal('second-step-locked', 429);
  return change(ctx, async (tx) => {
    const answer = await authOf(tx.db).api.verifyTOTP({
      body: { code: code.replaceAll(/\s/g, '') },
      headers: headersFor(tx, headers),
      asResponse: true,
    });
    if (!answer.ok) throw new Refusal('second-step-wrong', 400);
    await forgetTries(tx, `second-factor:${account.id}`);
    const cookies = answer.headers.getSetCookie();
    await endAllBut(tx, account.id, cookies);
    await tx.record('account.second-factor-on', account);
    return cookies;
  });
}

/** Whoever came in elsewhere with the password alone has to come in again with both. */
async function endAllBut(tx: Ctx, userId: string, cookies: readonly string[]) {
  const kept = tokenOf(new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }));
  await tx.db.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.token, hashToken(kept ?? ''))));
}

/** 关闭二次验证: with the password; staff outside demo mode are then led to set it up anew. */
export async function turnOffSecondFactor(ctx: Ctx, password: string, headers: Headers): Promise<string[]> {
  const account = await withOwnPassword(ctx);
  if (!account.hasSecondFactor) throw new Refusal('second-factor-off');
  return change(ctx, async (tx) => {
    const answer = await authOf(tx.db).api.disableTwoFactor({
      body: { password },
      headers: headersFor(tx, headers),
      asResponse: true,
    });
    if (!answer.ok) throw new Refusal('password-wrong', 400);
    await forgetTries(tx, lockKey(account.id, ''));
    await tx.record('account.second-factor-off', account);
    return answer.headers.getSetCookie();
  });
}

/** One's own account, one try of its password taken. */
async function withOwnPassword(ctx: Ctx) {
  const account = await getOwnAccount(ctx);
  if (await takeTry(ctx, lockKey(account.id, ''))) throw new Refusal('password-locked', 429);
  return account;
}
