import { type Definition, shareUnits } from './model.ts';

/** 只增不减: a total from the plan's start, and from one part of a year to the next a count that runs through the year; a share may fall. */
export function isRunningTotal({ accumulation, unit }: Pick<Definition, 'accumulation' | 'unit'>, isOneYear: boolean): boolean {
  return accumulation === 'cumulative' || (accumulation === 'annual' && isOneYear && !shareUnits.includes(unit));
}
