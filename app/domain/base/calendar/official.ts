import chineseDays from 'chinese-days';
import { isWeekend, type Day } from './model.ts';

const known = new Map<string, Day>();

/** 国务院放假安排: the library's answer, and for a year it does not know only Monday to Friday. */
export function officialDay(day: string): Day {
  const found = known.get(day) ?? lookUp(day);
  if (known.size < 4000) known.set(day, found);
  return found;
}

function lookUp(day: string): Day {
  if (!isOfficialYear(Number(day.slice(0, 4)))) return { day, isWorkday: !isWeekend(day), name: '', source: '' };
  const detail = chineseDays.getDayDetail(day);
  const [, name = ''] = detail.name.split(',');
  return { day, isWorkday: detail.work, name, source: name ? 'chinese-days' : '' };
}

/** Whether the library holds the arrangement of a year: it names the National Day instead of a weekday. */
export function isOfficialYear(year: number): boolean {
  return chineseDays.getDayDetail(`${year}-10-01`).name.includes(',');
}
