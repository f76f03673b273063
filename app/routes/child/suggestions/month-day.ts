import { shortDay } from '#app/platform/dates.ts';

/** 几月几日: a day as children say it, without the year. */
export function monthDay(day: string, locale: string): string {
  const written = shortDay(day, locale);
  return locale === 'en' ? written.replace(/ \d{4}$/, '') : written.replace(/^\d+ 年 /, '');
}
