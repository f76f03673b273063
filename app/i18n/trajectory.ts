import { openPeriod } from '#app/domain/city/indicators/period.ts';
import en from './en/trajectory.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/trajectory.ts';

export const trajectoryWords = pair<typeof zh>(zh, en);

/** 期次 in words: 2025 年第 2 季度. */
export function periodWords({ periods }: typeof zh, period: number): string {
  const open = openPeriod(period);
  if (!open) return String(period);
  const { year, frequency, nth } = open;
  if (frequency === 'annual') return periods.year(year);
  return { 'half-year': periods.half, quarter: periods.quarter, month: periods.month }[frequency](year, nth);
}
