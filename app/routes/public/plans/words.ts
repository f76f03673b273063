import type { Words } from '#app/domain/city/indicators/model.ts';
import type { Locale } from '#app/platform/ctx.ts';

export { figure, sourcesWords, sourceWords, targetWords, withUnit } from '#app/domain/city/city-plans/say.ts';

/** In the language of the page. */
export const told = (words: Words, locale: Locale): string => (locale === 'en' ? words.en : words.zh);
