import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { actorOfToken } from '#app/domain/base/interfaces/actor-of-token.ts';
import { type Allowance, takeAllowance } from '#app/domain/base/interfaces/allowance.ts';
import { apiWords } from '#app/i18n/api.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { visitor } from '#app/platform/ctx.ts';
import type { Here } from '#app/server/who-asks.ts';
import { problem } from './problem.ts';

/**
 * 凭令牌: whoever sends a token acts as its owner, within what the token may; the cookie of a browser counts for nothing
 * here, so no other site can make a browser ask. How often is counted before anything is done.
 */
export const byToken = createMiddleware<Here>(async (c, next) => {
  if (c.req.header('authorization') === undefined) {
    c.set('ctx', { ...c.get('ctx'), actor: visitor });
    return next();
  }
  return withToken(c, next);
});

/** The same beside the cookie, for uploads: a token must be one that may fill in applications. */
export const byTokenOrCookie = createMiddleware<Here>(async (c, next) => {
  if (c.req.header('authorization') === undefined) return next();
  return withToken(c, async () => {
    const { actor, locale } = c.get('ctx');
    if (!mayAnywhere(actor, 'application.fill')) c.res = problem(c, 403, 'not-allowed', refusalSentence('not-allowed', locale));
    else await next();
  });
});

async function withToken(c: Context<Here>, next: () => Promise<void>): Promise<Response | void> {
  const ctx = c.get('ctx');
  const text = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const actor = text ? await actorOfToken(ctx.db, text, ctx.now) : undefined;
  if (!actor?.token) {
    c.set('ctx', { ...ctx, actor: visitor });
    c.header('WWW-Authenticate', 'Bearer realm="Tongyou", error="invalid_token"');
    return problem(c, 401, 'token-wrong', apiWords[ctx.locale].tokenWrong);
  }
  c.set('ctx', { ...ctx, actor });
  const allowance = await takeAllowance(ctx, actor.token);
  if (allowance.isOver) {
    c.header('Retry-After', String(allowance.seconds));
    tell(c, allowance);
    return problem(c, 429, 'too-many-requests', apiWords[ctx.locale].tooMany(allowance.limit, allowance.seconds));
  }
  await next();
  tell(c, allowance);
  c.header('Vary', 'Authorization', { append: true });
}

function tell(c: Context<Here>, { limit, left, seconds }: Allowance) {
  c.header('RateLimit-Policy', `"minute";q=${limit};w=60`);
  c.header('RateLimit', `"minute";r=${left};t=${seconds}`);
}
