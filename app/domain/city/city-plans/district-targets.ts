import { asc, eq } from 'drizzle-orm';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isSameForAll, type Wanted } from './model.ts';
import { cityPlans, cityTargets, districtTargets as own } from './tables.server.ts';

export type DistrictTarget = Wanted & { regionCode: string; indicatorId: number; year: number; isOwn: boolean };

/** 下级地区 that a plan's targets can be divided among: one step below its place; a district's plan has none. */
export async function districtsOf(ctx: Ctx, regionCode: string): Promise<{ code: string; name: string }[]> {
  if (regionCode === '*' || levelOf(regionCode) > levels.city) return [];
  return (await listChildren(ctx, regionCode)).map(({ code, name }) => ({ code, name }));
}

/** 分解下来的目标 as they were written, each of one district, indicator and year. */
export function ownTargets(ctx: Ctx, planId: string): Promise<Omit<DistrictTarget, 'isOwn'>[]> {
  return ctx.db.select({ regionCode: own.regionCode, indicatorId: own.indicatorId, year: own.year, op: own.op, value: own.value, max: own.max }).from(own)
    .where(eq(own.planId, planId)).orderBy(asc(own.regionCode), asc(own.indicatorId), asc(own.year));
}

/**
 * 各区县的目标 in force: its own where the plan gave it one; else the city's, where a share or a milestone asks the same of all;
 * of what is counted nothing, for nobody said how it is divided.
 */
export async function districtTargets(ctx: Ctx, planId: string): Promise<DistrictTarget[]> {
  const ofCity = await ctx.db.select({ place: cityPlans.regionCode, indicatorId: cityTargets.indicatorId, year: cityTargets.year, op: cityTargets.op, value: cityTargets.value, max: cityTargets.max })
    .from(cityTargets).innerJoin(cityPlans, eq(cityPlans.id, cityTargets.planId)).where(eq(cityTargets.planId, planId)).orderBy(asc(cityTargets.indicatorId), asc(cityTargets.year));
  if (ofCity.length === 0) return [];
  const units = new Map([...(await indicatorsByCode(ctx)).values()].map(({ id, definition }) => [id, definition.unit]));
  const set = (await ownTargets(ctx, planId)).map((target) => ({ ...target, isOwn: true }));
  const has = new Set(set.map(({ regionCode, indicatorId }) => `${regionCode} ${indicatorId}`));
  const shared = ofCity.filter(({ indicatorId }) => isSameForAll(units.get(indicatorId)!));
  const followed = (await districtsOf(ctx, ofCity[0]!.place)).flatMap(({ code }) => shared.filter(({ indicatorId }) => !has.has(`${code} ${indicatorId}`))
    .map(({ indicatorId, year, op, value, max }) => ({ regionCode: code, indicatorId, year, op, value, max, isOwn: false })));
  return [...set, ...followed];
}
