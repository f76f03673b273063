import type { Frequency } from '#app/domain/city/indicators/model.ts';
import { openPeriod, periodOf } from '#app/domain/city/indicators/period.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';

/** 地区代码 as other systems know them: six digits of GB/T 2260 down to the county, nine and twelve digits below; the nation is CN. */
export function regionToCode(regionCode: string): string {
  return regionCode === '*' ? 'CN' : regionCode.padEnd(6, '0');
}

export function regionFromCode(code: string): string | undefined {
  if (code === 'CN') return '*';
  const short = code.length === 6 ? code.replace(/^(\d\d)0000$/, '$1').replace(/^(\d{4})00$/, '$1') : code;
  return isRegionCode(short) ? short : undefined;
}

const letters: Record<Frequency, string> = { annual: 'A', 'half-year': 'S', quarter: 'Q', month: 'M' };
const months: Record<Frequency, number> = { annual: 12, 'half-year': 6, quarter: 3, month: 1 };
const frequencyOf = (letter: string): Frequency | undefined => (Object.keys(letters) as Frequency[]).find((each) => letters[each] === letter);

/** 频率代码 of SDMX: A, S, Q, M. */
export const frequencyToCode = (period: number): string => letters[openPeriod(period)!.frequency];

/** 期次代码 of SDMX: 2025, 2025-S1, 2025-Q3, 2025-12. */
export function periodToSdmx(period: number): string {
  const { year, frequency, nth } = openPeriod(period)!;
  if (frequency === 'annual') return String(year);
  return frequency === 'month' ? `${year}-${String(nth).padStart(2, '0')}` : `${year}-${letters[frequency]}${nth}`;
}

export function periodFromSdmx(text: string): number | undefined {
  const said = /^(\d{4})(?:-(?:(A)1|([SQ])([1-4])|M?(\d\d)))?$/.exec(text);
  if (!said) return undefined;
  const [, year, , part, nth, month] = said;
  const made = part ? periodOf(Number(year), frequencyOf(part)!, Number(nth)) : month ? periodOf(Number(year), 'month', Number(month)) : periodOf(Number(year));
  return openPeriod(made) ? made : undefined;
}

/** 期次代码 of ADX: the first day and how long, 2025-07-01/P3M. */
export function periodToAdx(period: number): string {
  const { year, frequency, nth } = openPeriod(period)!;
  const first = (nth - 1) * months[frequency] + 1;
  return `${year}-${String(first).padStart(2, '0')}-01/${frequency === 'annual' ? 'P1Y' : `P${months[frequency]}M`}`;
}

export function periodFromAdx(text: string): number | undefined {
  const said = /^(\d{4})-(\d\d)-01\/P(?:1Y|(1|3|6|12)M)$/.exec(text);
  if (!said) return undefined;
  const length = Number(said[3] ?? 12);
  const frequency = (Object.keys(months) as Frequency[]).find((each) => months[each] === length)!;
  const before = Number(said[2]) - 1;
  if (before % length !== 0) return undefined;
  const made = periodOf(Number(said[1]), frequency, before / length + 1);
  return openPeriod(made) ? made : undefined;
}

/** 分组代码: the dimension as ADX names it, and the code of the group in both forms; what is not listed has its number. */
const groups: Record<number, string> = { 0: '_T', 1: 'Y0T3', 2: 'Y4T6', 3: 'Y7T12', 4: 'Y13T18', 11: 'F', 12: 'M', 21: 'MODE_COURSES', 22: 'MODE_ACTIVITIES', 23: 'MODE_TRADE' };
const categories: Record<string, string> = { age: 'AGE', gender: 'SEX', mode: 'MODE' };

export const groupToCode = (id: number): string => groups[id] ?? `G${id}`;
export function groupFromCode(code: string): number | undefined {
  const known = Object.entries(groups).find(([, each]) => each === code);
  return known ? Number(known[0]) : /^G\d{1,5}$/.test(code) ? Number(code.slice(1)) : undefined;
}
export const categoryOf = (dimension: string): string => categories[dimension] ?? dimension.toUpperCase();

/** 数据集代码 of ADX: one for each length of period, as systems that take ADX keep them. */
export const dataSetOf = (period: number): string => `TONGYOU_${frequencyToCode(period)}`;
