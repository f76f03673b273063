import type { Locale } from '#app/platform/ctx.ts';
import en from './en/refusals.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/refusals.ts';

const refusalWords = pair<Record<string, string>>(zh, en);

/** The sentence for a refusal's code. */
export function refusalSentence(code: string, locale: Locale): string {
  return refusalWords[locale][code] ?? refusalWords[locale]['not-allowed']!;
}
