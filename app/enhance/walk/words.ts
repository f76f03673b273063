import { chosenLanguage, keepLanguage } from '#app/enhance/phone/language.ts';
import enKid from '#app/i18n/en/child-walk-app.ts';
import en from '#app/i18n/en/walk-app.ts';
import zhKid from '#app/i18n/zh-CN/child-walk-app.ts';
import zh from '#app/i18n/zh-CN/walk-app.ts';
import type { Locale } from '#app/platform/ctx.ts';

/** 两种语言都在手机上: `words` for the grown-up, `kid` for the children. */
export let locale: Locale = chosenLanguage();
export let words: typeof zh = locale === 'en' ? en : zh;
export let kid: typeof zhKid = locale === 'en' ? enKid : zhKid;

export function speak(to: Locale): void {
  locale = to;
  words = to === 'en' ? en : zh;
  kid = to === 'en' ? enKid : zhKid;
  keepLanguage(to);
}
