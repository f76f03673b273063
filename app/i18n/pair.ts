import { useRouteLoaderData } from 'react-router';
import type { Locale } from '#app/platform/ctx.ts';

/** One room's words in both languages; the English is typed by the Chinese, so a missing word fails the build. */
export type Pair<W> = Record<Locale, W>;

export function pair<W>(zh: W, en: NoInfer<W>): Pair<W> {
  return { 'zh-CN': zh, en };
}

/** The language of the page being shown. */
export function useLocale(): Locale {
  const root = useRouteLoaderData('root') as { locale: Locale } | undefined;
  return root?.locale ?? 'zh-CN';
}

/** A room's words in the language of the page. */
export function useWords<W>(words: Pair<W>): W {
  return words[useLocale()];
}
