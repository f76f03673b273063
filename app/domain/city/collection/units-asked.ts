import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { isShown } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { AskedLevel } from './model.ts';

const depth: Record<Exclude<AskedLevel, 'department'>, number> = { city: levels.city, district: levels.county, town: levels.township, community: levels.community };

/** 哪些单位: the condition on regions of those who are asked at a level; nothing where the level lies above the collecting place. */
export function unitsAt(level: Exclude<AskedLevel, 'department'>, regionCode: string, isPilotsOnly: boolean, ctx: Ctx): SQL | undefined {
  const own = levelOf(regionCode);
  if (own > depth[level]) return undefined;
  if (level === 'community' && isPilotsOnly) {
    const standing = ctx.db.select({ code: pilots.regionCode }).from(pilots).where(and(eq(pilots.state, 'pilot'), inside(pilots.regionCode, regionCode)));
    return inArray(regions.code, standing);
  }
  return and(eq(regions.level, depth[level]), isShown(), inside(regions.code, regionCode) ?? sql`true`);
}

/** How many units are asked at a level. */
export async function countUnits(ctx: Ctx, level: Exclude<AskedLevel, 'department'>, regionCode: string, isPilotsOnly: boolean): Promise<number> {
  const where = unitsAt(level, regionCode, isPilotsOnly, ctx);
  return where ? ctx.db.$count(regions, where) : 0;
}
