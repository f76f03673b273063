import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { IndicatorLine } from './model.ts';

/** 断点的标记. */
export const breakSign = '‡';

/** 断点的说明: what the sign means and from which version on the indicator is counted otherwise. */
export function breakNote(line: Pick<IndicatorLine, 'zh' | 'en' | 'turns'>, locale: Locale): string {
  const { breaks } = statisticsDatabaseWords[locale];
  return [breaks.legend, ...(line.turns ?? []).map(({ version, on }) => breaks.turn(locale === 'en' ? line.en : line.zh, shortDay(on, locale), version))].join(locale === 'en' ? ' ' : '');
}
