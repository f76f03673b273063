import type { Frequency } from '#app/domain/city/indicators/model.ts';
import { lastMonth, openPeriod, periodsIn } from '#app/domain/city/indicators/period.ts';
import { addDays, startOfBeijingDay } from '#app/platform/dates.ts';
import type { Span } from './facts.ts';

/** 记到哪一期: the part of the year in which a day lies. What is reported once a year is told by quarters as long as the year is not over. */
export function partOf(day: string, frequency: Frequency): number {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const parts = periodsIn(year, frequency === 'annual' ? 'quarter' : frequency);
  return parts.find((period) => lastMonth(openPeriod(period)!) >= month)!;
}

/** 从年初到这天. */
export const spanTo = (day: string): Span => ({ from: startOfBeijingDay(`${day.slice(0, 4)}-01-01`).toISOString(), until: startOfBeijingDay(addDays(day, 1)).toISOString(), day });
