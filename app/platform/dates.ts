const beijing = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** 北京日: the calendar day in Beijing of an instant, as YYYY-MM-DD. */
export function beijingDay(instant: Date): string {
  return beijing.format(instant);
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

/** A day written out: 2026年9月15日（星期二） or Tuesday 15 September 2026. */
export function longDay(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (locale === 'en') {
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'full' }).format(date);
  }
  const week = '日一二三四五六'[date.getUTCDay()];
  return `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日（星期${week}）`;
}

/** An instant to the second, in Beijing time: 2026-09-01 14:32:08. */
export function beijingTime(instant: Date | string): string {
  const date = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' }).format(date);
  return `${beijingDay(date)} ${time}`;
}
