import type { LetterKind } from '#app/domain/base/notifications/model.ts';
import { placeholdersOf } from '#app/domain/base/notifications/placeholders.ts';
import type { Locale } from '#app/platform/ctx.ts';
import en from './en/notifications.ts';
import { messageSentence } from './inbox.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/notifications.ts';

export const notificationWords = pair<typeof zh>(zh, en);

type Values = Record<string, string | number>;
const longestSubject = 60;

/** 内置文字: a letter made of the sentence that stands in the inbox. */
export function builtInTexts(kind: LetterKind, values: Values, locale: Locale): { subject: string; body: string; short: string } {
  const words = notificationWords[locale];
  const isOwn = kind === 'digest' || kind === 'contact-code';
  const sentence = isOwn ? words.letters[kind].text(values) : messageSentence({ kind, params: values }, locale);
  const head = isOwn ? words.letters[kind].subject(values) : sentence;
  const letters = [...head];
  return {
    subject: words.subject(letters.length > longestSubject ? `${letters.slice(0, longestSubject - 1).join('')}…` : head),
    body: words.body(sentence, values),
    short: words.short(sentence),
  };
}

/** The built-in words with their placeholders standing open: where editing begins. */
export function openTexts(kind: LetterKind, locale: Locale): { subject: string; body: string; short: string } {
  return builtInTexts(kind, Object.fromEntries(placeholdersOf(kind).map((name) => [name, `{${name}}`])), locale);
}
