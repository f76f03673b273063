import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { authOf, headersFor } from './auth.ts';
import type { SecondStep } from './input.ts';
import { halfWayCookie } from './session-token.ts';
import { users, verifications } from './tables.server.ts';

/**
 * 二次验证登录: the second step after the password, with the app's six digits or one of the backup codes. The library
 * counts the wrong ones: five for a sign-in, ten for an account.
 */
export async function takeSecondStep(ctx: Ctx, input: SecondStep, headers: Headers): Promise<string[]> {
  await limit(ctx, `second-step:${ctx.address ?? 'unknown'}`, 300, 15 * 60);
  if (ctx.actor.id) throw new Refusal('second-step-over', 400);
  const code = input.code.replaceAll(/\s/g, '');
  const ask = { body: { code }, headers: headersFor(ctx, headers), asResponse: true as const };
  const { api } = authOf(ctx.db);
  const answer = /^\d{6}$/.test(code) ? await api.verifyTOTP(ask) : await api.verifyBackupCode(ask);
  if (!answer.ok) {
    const why = await whyNot(answer);
    if (why !== 'second-step-over') await recordFailure(ctx, headers);
    throw new Refusal(why, 400);
  }

  const { user } = (await answer.json()) as { user: { id: string } };
  const [person] = await ctx.db.select().from(users).where(eq(users.id, user.id));
  if (!person || person.disabledAt) throw new Refusal('second-step-over', 400);
  await change({ ...ctx, actor: { id: person.id, name: person.name, grants: [] } }, (tx) =>
    tx.record('account.signed-in', person, { address: ctx.address ?? null, withSecondFactor: true }),
  );
  return answer.headers.getSetCookie();
}

/** A wrong code is written down against the account whose password was right; the library has proved the cookie by now. */
async function recordFailure(ctx: Ctx, headers: Headers): Promise<void> {
  const [person] = await ctx.db
    .select({ id: users.id, regionCode: users.regionCode })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.value))
    .where(eq(verifications.identifier, halfWayCookie(headers) ?? ''));
  if (person) await change(ctx, (tx) => tx.record('account.second-step-failed', person, { address: ctx.address ?? null }));
}

async function whyNot(answer: Response) {
  const { code } = (await answer.json()) as { code?: string };
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return 'second-step-wrong';
  return code === 'ACCOUNT_TEMPORARILY_LOCKED' ? 'second-step-locked' : 'second-step-over';
}
