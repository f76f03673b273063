import type { Locale } from '#app/platform/ctx.ts';
import en from './en/inbox.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/inbox.ts';

export const inboxWords = pair<typeof zh>(zh, en);

/** The sentence of a message in the language of the page. */
export function messageSentence(message: { kind: string; params: Record<string, string | number> }, locale: Locale): string {
  const words = inboxWords[locale];
  const kinds: Record<string, (params: Record<string, string | number>) => string> = words.kinds;
  return kinds[message.kind]?.(message.params) ?? words.other(message.kind);
}
