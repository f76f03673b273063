import { redirect } from 'react-router';
import type { Ctx } from '#app/platform/ctx.ts';

/** 须登录: leads a visitor to the sign-in page and back here afterwards. */
export function signedIn(ctx: Ctx, request: Request): Ctx {
  if (ctx.actor.id) return ctx;
  const { pathname, search } = new URL(request.url);
  throw redirect(signInFor(pathname + search));
}

/** 登录地址: the sign-in page that leads back to where somebody wanted to go; an address without end fits no header. */
export function signInFor(wanted: string): string {
  const to = encodeURIComponent(wanted);
  return to.length > 2000 ? '/account/sign-in' : `/account/sign-in?to=${to}`;
}

/** A redirect that also sets cookies. */
export function redirectWith(to: string, cookies: readonly string[]): Response {
  const answer = redirect(to);
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie);
  return answer;
}
