import type { Fault } from '#app/domain/city/collection/check-sheet.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { openPeriod } from '#app/domain/city/indicators/period.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { withUnit } from '#app/routes/public/plans/words.ts';

/** 问题的说法: what is wrong with a cell and what to do, with its figures in their unit. */
export function faultSentence({ code, facts }: Pick<Fault, 'code' | 'facts'>, unit: Definition['unit'], locale: Locale): string {
  const said = collectionWords[locale].faults[code];
  if (!said) return refusalSentence(code, locale);
  return said(Object.fromEntries(Object.entries(facts).map(([name, figure]) => [name, name === 'of' ? String(figure) : withUnit(figure, unit, cityWords[locale], locale)])));
}

/** 期次的说法. */
export function periodWords(period: number, locale: Locale): string {
  const open = openPeriod(period);
  return open ? collectionWords[locale].period(open.year, open.frequency, open.nth) : String(period);
}
