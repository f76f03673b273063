import type { Frequency } from './model.ts';

/**
 * 期次 as one whole number: the year, then the kind of period, then which one of its year, so that the periods of a year are
 * one range of an index: 2025000 is 2025, 2025101 its first half, 2025203 its third quarter, 2025312 its December.
 */
const offsets: Record<Frequency, number> = { annual: 0, 'half-year': 100, quarter: 200, month: 300 };
const many: Record<Frequency, number> = { annual: 1, 'half-year': 2, quarter: 4, month: 12 };

export type Period = { year: number; frequency: Frequency; nth: number };

/** The number of a period; `nth` counts from one. */
export function periodOf(year: number, frequency: Frequency = 'annual', nth = 1): number {
  return year * 1000 + (frequency === 'annual' ? 0 : offsets[frequency] + nth);
}

export const yearOf = (period: number): number => Math.floor(period / 1000);

/** The first and the last number that periods of these years can have. */
export const rangeOf = (from: number, to = from): [number, number] => [from * 1000, to * 1000 + 999];

/** The period of a number; nothing for a number that is none. */
export function openPeriod(period: number): Period | undefined {
  const year = yearOf(period);
  const rest = period % 1000;
  if (!Number.isInteger(period) || year < 1990 || year > 2100) return undefined;
  const frequency = (Object.keys(offsets) as Frequency[]).find((each) => offsets[each] === Math.floor(rest / 100) * 100);
  if (!frequency) return undefined;
  const nth = frequency === 'annual' ? rest + 1 : rest - offsets[frequency];
  return nth >= 1 && nth <= many[frequency] ? { year, frequency, nth } : undefined;
}

/** The month with which a period ends, 1–12. */
export function lastMonth({ frequency, nth }: Period): number {
  return (12 / many[frequency]) * nth;
}

/** 记在哪一期: what is asked for a longer period is a figure of the own part that ends with it; a whole year stays a whole year. */
export function keptAt(period: number, frequency: Frequency): number {
  const asked = openPeriod(period)!;
  return asked.frequency === 'annual' ? period : periodOf(asked.year, frequency, (lastMonth(asked) * many[frequency]) / 12);
}

/** The periods in which what was asked for one period may be kept. */
export function keptPeriods(period: number): number[] {
  const asked = openPeriod(period)!;
  return [...new Set((Object.keys(many) as Frequency[]).filter((each) => many[each] >= many[asked.frequency]).map((each) => keptAt(period, each)))];
}

const lastDays = new Map<number, string>();

/** The last day of a period, as YYYY-MM-DD; there are few periods, and a table asks it for each of its thousands of figures. */
export function lastDay(period: number): string {
  const known = lastDays.get(period);
  if (known !== undefined) return known;
  const open = openPeriod(period)!;
  const day = new Date(Date.UTC(open.year, lastMonth(open), 0)).toISOString().slice(0, 10);
  lastDays.set(period, day);
  return day;
}

/** The periods of a year at one frequency, in order. */
export function periodsIn(year: number, frequency: Frequency): number[] {
  return Array.from({ length: many[frequency] }, (_, at) => periodOf(year, frequency, at + 1));
}

/** 一年之内哪个算数: the figure of the whole year before any part of it, else the latest part. */
export function laterOf(one: number, other: number): number {
  if (one % 1000 === 0 || other % 1000 === 0) return one % 1000 === 0 ? one : other;
  return lastMonth(openPeriod(one)!) >= lastMonth(openPeriod(other)!) ? one : other;
}
