import { type Fault, standing } from '#app/domain/city/collection/check-sheet.ts';
import type { Looked } from '#app/domain/city/collection/look-at-sheet.ts';
import { type Definition, shareUnits } from '#app/domain/city/indicators/model.ts';
import { openPeriod } from '#app/domain/city/indicators/period.ts';
import { readNumber } from '#app/domain/city/indicators/read-number.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { withUnit } from '../../public/plans/words.ts';

/** 一格里的栏: figure, numerator, denominator. */
export type Box = 'v' | 'n' | 'd';

/** 指的是哪一栏: what is empty or unusual means the figure; what cannot be read, the box it stands in. */
export function boxesOf(code: string, entry: Looked['entry'], unit: Definition['unit']): [Box, ...Box[]] {
  const numbers = [['v', entry?.value, unit], ['n', entry?.numerator, 'count'], ['d', entry?.denominator, 'count']] as const;
  const [unread, ...more] = numbers.flatMap(([box, said, of]) => ('problem' in readNumber(said ?? '', of) ? [box] : []));
  if (unread) return [unread, ...more];
  if (code === 'value-of-nothing') return ['d'];
  if (code === 'value-one-part') return [entry?.numerator ? 'd' : 'n'];
  if (code === 'value-more-than-whole') return ['n', 'd'];
  if (code === 'value-not-its-parts') return ['v', 'n', 'd'];
  return (entry?.numerator || entry?.denominator) && !entry.value ? ['n', 'd'] : ['v'];
}

/** 问题的说法: what is wrong with a cell and what to do, with its figures in their unit; a numerator or denominator is a count, whatever the figure is. */
export function faultSentence({ code, facts }: Pick<Fault, 'code' | 'facts'>, unit: Definition['unit'], locale: Locale, box: Box = 'v'): string {
  if (code === 'number-unreadable' && (box !== 'v' || !shareUnits.includes(unit))) return collectionWords[locale].sheet.digits;
  const said = collectionWords[locale].faults[code];
  if (!said) return refusalSentence(code, locale);
  return said({ unit: shareUnits.includes(unit) ? '' : cityWords[locale].units[unit], ...Object.fromEntries(Object.entries(facts).map(([name, figure]) => [name, name === 'of' ? String(figure) : withUnit(figure, unit, cityWords[locale], locale)])) });
}

type Shown = { entry?: Looked['entry']; faults: readonly Fault[]; indicator: { definition: Pick<Definition, 'unit'> } };

/** 一格还要改什么: why it came back and what is wrong with it, once something was typed; what has its reason is no problem any more. */
export function cellProblems({ entry, faults, indicator: { definition } }: Shown, locale: Locale): string {
  if (!entry) return '';
  return [...(entry.remark ? [collectionWords[locale].sheet.remark(entry.remark)] : []), ...standing(faults, () => entry.reason).map((fault) => faultSentence(fault, definition.unit, locale, boxesOf(fault.code, entry, definition.unit)[0]))].join(' ');
}

/** 错的一栏: where the first of what is wrong with a cell is shown. */
export const wrongBox = ({ entry, faults, indicator: { definition } }: Shown): Box => boxesOf(standing(faults, () => entry?.reason ?? '')[0]?.code ?? '', entry, definition.unit)[0];

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
