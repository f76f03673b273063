import type { Words } from '#app/domain/city/indicators/model.ts';
import { sourceWords } from '#app/domain/city/city-plans/say.ts';
import { cityWords } from '#app/i18n/city.ts';
import type { Locale } from '#app/platform/ctx.ts';

export { figure, sourcesWords, sourceWords, targetWords, withUnit } from '#app/domain/city/city-plans/say.ts';

/** In the language of the page. */
export const told = (words: Words, locale: Locale): string => (locale === 'en' ? words.en : words.zh);

/** 来源的名称 in both languages, beside the code in files and interfaces; what is no code is as it was written. Many figures have one source, so each is worded once. */
export function sourceNames(): (source: string) => Words {
  const known = new Map<string, Words>();
  return (source) => {
    const words = known.get(source) ?? { zh: sourceWords(source, cityWords['zh-CN']), en: sourceWords(source, cityWords.en) };
    known.set(source, words);
    return words;
  };
}
