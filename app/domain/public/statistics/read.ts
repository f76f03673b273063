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
