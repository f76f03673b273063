import { and, asc, eq, sql } from 'drizzle-orm';
import { levels } from '#app/domain/base/regions/model.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { getRegion, isShown, listChildren, regionPath, type Step } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { most, type Scope } from './model.ts';

export type Place = { code: string; name: string; level: number };

/** 地区: the chosen one, what is above it, what is one level down, and those that the scope means. */
export async function placesOf(ctx: Ctx, code: string, scope: Scope): Promise<{ here: Place; path: Step[]; below: Place[]; meant: Place[] }> {
  const here = code === '*' ? { code, name: '', level: 0 } : await getRegion(ctx, code).then(({ code: own, name, level }) => ({ code: own, name, level }));
  const [path, below] = await Promise.all([code === '*' ? [] : regionPath(ctx, code), here.level >= levels.community ? [] : listChildren(ctx, code === '*' ? null : code)]);
  const plain = below.map(({ code: own, name, level }) => ({ code: own, name, level }));
  return { here, path, below: plain, meant: scope === 'counties' ? await countiesIn(ctx, here) : [...(scope === 'below' ? [] : [here]), ...(scope === 'self' ? [] : plain)] };
}

async function countiesIn(ctx: Ctx, here: Place): Promise<Place[]> {
  if (here.level >= levels.county) return [here];
  const inside = here.code === '*' ? undefined : sql`${regions.code} like ${`${here.code}%`}`;
  return ctx.db.select({ code: regions.code, name: nameIn(ctx), level: regions.level }).from(regions).where(and(eq(regions.level, levels.county), isShown(), inside)).orderBy(asc(regions.code)).limit(most.regions);
}
