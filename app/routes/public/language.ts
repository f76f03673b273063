import { redirect } from 'react-router';
import { locales } from '#app/platform/ctx.ts';
import type { Route } from './+types/language.ts';

const year = 365 * 24 * 60 * 60;

/** 换语言: remembers the language for a year and goes back to a page of this site. */
export function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const locale = locales.find((name) => name === asked.get('to')) ?? 'zh-CN';
  return redirect(pageOfThisSite(asked.get('back')), {
    headers: { 'Set-Cookie': `locale=${locale}; Path=/; Max-Age=${year}; SameSite=Lax`, 'Cache-Control': 'no-store' },
  });
}

/** Only a path of this site, without a language of its own; anything else is the home page. */
function pageOfThisSite(back: string | null): string {
  const here = 'http://here';
  if (!back?.startsWith('/') || !URL.canParse(back, here)) return '/';
  const url = new URL(back, here);
  if (url.origin !== here) return '/';
  url.searchParams.delete('lang');
  // '/..//elsewhere' shortens to '//elsewhere', which a browser takes for another site.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
}
