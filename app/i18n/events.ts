import type { Locale } from '#app/platform/ctx.ts';
import en from './en/events.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/events.ts';

export const eventWords = pair<Record<string, string>>(zh, en);

/** The sentence of an event; one without words shows its name. */
export function eventSentence(event: string, locale: Locale): string {
  return eventWords[locale][event] ?? event;
}
