/** 不在统计内: Taiwan, Hong Kong and Macao are on every map and outside the programme's counts. */
const outside = ['71', '81', '82'];

/** For a map: a figure for every province counted, null for those outside the count. */
export function mapValues(byProvince: Record<string, number>, provinces: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(provinces.map((code) => [code, byProvince[code] ?? (outside.includes(code) ? null : 0)]));
}
