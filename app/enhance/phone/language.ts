import type { Locale } from '#app/platform/ctx.ts';

/** 选过的语言: what was chosen on this device, else that of the page. */
export function chosenLanguage(): Locale {
  const chosen = /(?:^|;\s*)locale=(en|zh-CN)/.exec(document.cookie)?.[1] ?? document.documentElement.lang;
  return chosen === 'en' ? 'en' : 'zh-CN';
}

/** Changes the language here and for what the server says. */
export function keepLanguage(to: Locale): void {
  document.documentElement.lang = to;
  document.cookie = `locale=${to}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
