import { pilotsByProvince } from '#app/domain/base/communities/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 首页数字: counted from the pilots as they stand now; nothing is estimated. */
export async function homeNumbers(ctx: Ctx) {
  const provinces = await pilotsByProvince(ctx);
  const counts = Object.values(provinces);
  return {
    pilots: counts.reduce((sum, province) => sum + province.pilots, 0),
    provinces: counts.length,
    children: counts.reduce((sum, province) => sum + province.children, 0),
    byProvince: Object.fromEntries(Object.entries(provinces).map(([code, { pilots }]) => [code, pilots])),
  };
}

/** 不在统计内: Taiwan, Hong Kong and Macao are on every map and outside the programme's counts. */
const outside = ['71', '81', '82'];

/** For a map: a figure for every province counted, null for those outside the count. */
export function mapValues(byProvince: Record<string, number>, provinces: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(provinces.map((code) => [code, byProvince[code] ?? (outside.includes(code) ? null : 0)]));
}
