import { chosenLanguage, keepLanguage } from '#app/enhance/phone/language.ts';
import en from '#app/i18n/en/visit-app.ts';
import zh from '#app/i18n/zh-CN/visit-app.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { beijingTime, shortTime } from '#app/platform/dates.ts';

/** 两种语言都在手机上: the language can be changed without a network. */
export let locale: Locale = chosenLanguage();
export let words: typeof zh = locale === 'en' ? en : zh;

/** Changes the language here and for what the server says. */
export function speak(to: Locale): void {
  locale = to;
  words = to === 'en' ? en : zh;
  keepLanguage(to);
}

/** 到分, 到秒: in Beijing time, as everywhere in the house. */
export const toMinute = (moment: string) => shortTime(moment, locale);
export const toSecond = (moment: string | Date) => beijingTime(moment).slice(11);

export const clockOf = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

export function weight(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : `${megabytes.toFixed(1)} MB`;
}
