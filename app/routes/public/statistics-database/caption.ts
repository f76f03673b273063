import type { Answer } from '#app/domain/city/statistics-database/answer-question.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { told } from '../plans/words.ts';

/** 标题 of an answer: what, where, which years. */
export function captionOf({ indicators, places, from, to }: Pick<Answer, 'indicators' | 'places' | 'from' | 'to'>, locale: Locale, named = ({ name }: { code: string; name: string }) => name || statisticsDatabaseWords[locale].region.nation): string {
  const words = statisticsDatabaseWords[locale];
  const what = indicators.length === 1 ? told(indicators[0]!.definition, locale) : words.many(indicators.length);
  return words.caption(what, places.meant.length === 1 ? named(places.meant[0]!) : words.places(places.meant.length), from === to ? String(from) : `${from}–${to}`);
}
