import type { Locale } from '#app/platform/ctx.ts';

/** 语言: ?lang= wins, then what was chosen before, then the browser's wish; Chinese first. */
export function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang');
  if (asked === 'en' || asked === 'zh-CN') return asked;
  const chosen = /(?:^|;\s*)locale=(en|zh-CN)/.exec(request.headers.get('cookie') ?? '')?.[1];
  if (chosen) return chosen as Locale;
  const wish = request.headers.get('accept-language')?.toLowerCase() ?? '';
  return wish.startsWith('en') ? 'en' : 'zh-CN';
}
