/** China keeps one time all year, eight hours ahead: plain arithmetic, since a formatter costs more than a row of a list. */
const ahead = 8 * 3_600_000;
const beijing = (instant: Date) => new Date(instant.getTime() + ahead).toISOString();

/** 北京日: the calendar day in Beijing of an instant, as YYYY-MM-DD. */
export function beijingDay(instant: Date): string {
  return beijing(instant).slice(0, 10);
}

/** The instant at which a Beijing day begins. */
export function startOfBeijingDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The day that lies n days after (or before) a day. */
export function addDays(day: string, n: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one day to another: 0 on the same day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const longEnglish = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'full' });

/** A day written out: 2026年9月15日（星期二） or Tuesday, 15 September 2026. */
export function longDay(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (locale === 'en') {
    return longEnglish.format(date);
  }
  const week = '日一二三四五六'[date.getUTCDay()];
  return `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日（星期${week}）`;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day in words without its weekday: 2026 年 9 月 15 日 or 15 September 2026. */
export function shortDay(day: string, locale: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return locale === 'en' ? `${date} ${months[month - 1]} ${year}` : `${year} 年 ${month} 月 ${date} 日`;
}

/** A day near today: without its year where that is this year's: 9 月 15 日 or 15 September. */
export function nearDay(day: string, locale: string, today: string): string {
  const said = shortDay(day, locale);
  if (day.slice(0, 4) !== today.slice(0, 4)) return said;
  return locale === 'en' ? said.slice(0, -5) : said.slice(7);
}

/** An instant to the minute in words, in Beijing time: 2026 年 9 月 1 日 14:32 or 1 September 2026, 14:32. */
export function shortTime(instant: Date | string, locale: string): string {
  const written = beijingTime(instant);
  return `${shortDay(written.slice(0, 10), locale)}${locale === 'en' ? ',' : ''} ${written.slice(11, 16)}`;
}

/** An instant to the second, in Beijing time: 2026-09-01 14:32:08. */
export function beijingTime(instant: Date | string): string {
  return beijing(new Date(instant)).slice(0, 19).replace('T', ' ');
}
