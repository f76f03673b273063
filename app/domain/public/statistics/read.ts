import { childrenFigures } from '#app/domain/base/communities/children.ts';
import { pilotsByProvince } from '#app/domain/base/communities/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 首页数字: counted from the pilots as they stand now; nothing is estimated, and of children only what statistics show. */
export async function homeNumbers(ctx: Ctx) {
  const [byProvince, children] = await Promise.all([pilotsByProvince(ctx), childrenFigures(ctx, '*')]);
  const counts = Object.values(byProvince);
  return {
    pilots: counts.reduce((sum, pilots) => sum + pilots, 0),
    provinces: counts.length,
    children: children.own.total,
    byProvince,
  };
}
