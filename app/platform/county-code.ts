/** 县级代码: the six digits that heavy tables are distributed by; 34 is 340000 and the nation ('*') 0. */
export function countyCode(regionCode: string): number {
  const digits = /^\d+/.exec(regionCode)?.[0] ?? '';
  return Number(digits.slice(0, 6).padEnd(6, '0'));
}
