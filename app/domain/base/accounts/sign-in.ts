import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { authOf, headersFor } from './auth.ts';
import type { SignIn } from './input.ts';
import { forgetTries, lockKey, takeTry } from './lockout.ts';
import { findByLogin } from './people.ts';

/** 登录结果: in, one step further, or no; "no" never tells whether there is such an account. */
export type SignInResult =
  | { state: 'in' | 'second-factor'; cookies: string[] }
  | { state: 'wrong' }
  | { state: 'locked'; until: Date };

const nobody = { id: undefined, email: 'nobody@accounts.invalid', name: '', regionCode: '*' };

/** 登录: with a user name, an e-mail address or a mobile number, and a password. */
export async function signIn(ctx: Ctx, input: SignIn, headers: Headers): Promise<SignInResult> {
  await limit(ctx, `sign-in:${ctx.address ?? 'unknown'}`, 300, 15 * 60);
  const login = input.login.toLowerCase();
  const person = (await findByLogin(ctx, login)) ?? nobody;
  const key = lockKey(person.id, login);
  const until = await takeTry(ctx, key);
  if (until) return { state: 'locked', until };

  const answer = await authOf(ctx.db).api.signInEmail({
    body: { email: person.email, password: input.password },
    headers: headersFor(ctx, headers),
    asResponse: true,
  });
  if (!answer.ok || !person.id) {
    if (person.id) await recordFailure(ctx, person.id, person.regionCode);
    return { state: 'wrong' };
  }
  const { id, name, regionCode } = person;
  const body = (await answer.json()) as { twoFactorRedirect?: boolean };
  const isHalfWay = body.twoFactorRedirect === true;
  await change({ ...ctx, actor: { id, name, grants: [] } }, async (tx) => {
    await forgetTries(tx, key);
    const event = isHalfWay ? 'account.password-accepted' : 'account.signed-in';
    await tx.record(event, { id, regionCode }, { address: ctx.address ?? null });
  });
  return { state: isHalfWay ? 'second-factor' : 'in', cookies: answer.headers.getSetCookie() };
}

function recordFailure(ctx: Ctx, id: string, regionCode: string) {
  return change(ctx, (tx) => tx.record('account.sign-in-failed', { id, regionCode }, { address: ctx.address ?? null }));
}
