import { redirect } from 'react-router';
import { locales } from '#app/platform/ctx.ts';
import { localeCookie } from './locale-cookie.ts';
import { pageOfThisSite } from './own-path.ts';
import type { Route } from './+types/language.ts';

/** 换语言: remembers the language for a year and goes back to a page of this site. */
export function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const locale = locales.find((name) => name === asked.get('to')) ?? 'zh-CN';
  return redirect(pageOfThisSite(asked.get('back')), {
    headers: { 'Set-Cookie': localeCookie(locale), 'Cache-Control': 'no-store' },
  });
}
