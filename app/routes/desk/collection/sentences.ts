import { type Fault, standing } from '#app/domain/city/collection/check-sheet.ts';
import type { Looked } from '#app/domain/city/collection/look-at-sheet.ts';
import { type Definition, shareUnits } from '#app/domain/city/indicators/model.ts';
import { openPeriod } from '#app/domain/city/indicators/period.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { withUnit } from '#app/routes/public/plans/words.ts';

/** 问题的说法: what is wrong with a cell and what to do, with its figures in their unit. */
export function faultSentence({ code, facts }: Pick<Fault, 'code' | 'facts'>, unit: Definition['unit'], locale: Locale): string {
  if (code === 'number-unreadable' && !shareUnits.includes(unit)) return collectionWords[locale].sheet.digits;
  const said = collectionWords[locale].faults[code];
  if (!said) return refusalSentence(code, locale);
  return said({ unit: shareUnits.includes(unit) ? '' : cityWords[locale].units[unit], ...Object.fromEntries(Object.entries(facts).map(([name, figure]) => [name, name === 'of' ? String(figure) : withUnit(figure, unit, cityWords[locale], locale)])) });
}

type Shown = { entry?: Looked['entry']; faults: readonly Fault[]; indicator: { definition: Pick<Definition, 'unit'> } };

/** 一格还要改什么: why it came back and what is wrong with it, once something was typed; what has its reason is no problem any more. */
export function cellProblems({ entry, faults, indicator: { definition } }: Shown, locale: Locale): string {
  if (!entry) return '';
  return [...(entry.remark ? [collectionWords[locale].sheet.remark(entry.remark)] : []), ...standing(faults, () => entry.reason).map((fault) => faultSentence(fault, definition.unit, locale))].join(' ');
}

/** 填的原样: a cell as somebody typed it, in one line. */
export function typedText({ value, numerator, denominator, reason, source }: Pick<NonNullable<Looked['entry']>, 'value' | 'numerator' | 'denominator' | 'reason' | 'source'>, locale: Locale): string {
  const { sheet } = collectionWords[locale];
  const parts = [[sheet.value, value], [sheet.numerator, numerator], [sheet.denominator, denominator], [sheet.reason, reason], [sheet.source, source]].filter(([, said]) => said !== '');
  return parts.length === 0 ? sheet.none : parts.map((part) => part.join(locale === 'en' ? ': ' : '：')).join(locale === 'en' ? '; ' : '；');
}

/** 期次的说法. */
export function periodWords(period: number, locale: Locale): string {
  const open = openPeriod(period);
  return open ? collectionWords[locale].period(open.year, open.frequency, open.nth) : String(period);
}
