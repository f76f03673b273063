import { and, eq, inArray } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { type Action, isSameForAll, leadsOn, type Measured } from '#app/domain/city/city-plans/model.ts';
import { cityPlanRevisions, cityPlans, districtTargets } from '#app/domain/city/city-plans/tables.server.ts';
import type { Unit } from '#app/domain/city/indicators/model.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 一个地方的一个目标: what a plan in force asks there, and who answers for it. */
export type Aim = Pick<Measured, 'baseline' | 'targets'> & { planId: string; startsOn: string; department: string; isOwn: boolean };
/** By region and indicator. */
export type Aims = Map<string, Aim>;
export const keyOf = (regionCode: string, indicatorId: number): string => `${regionCode} ${indicatorId}`;

/** 各地的目标 inside a region ('*': of the nation itself): those of its running plans (for a back-test also of those that are over), and what they ask of the districts below. */
export async function aimsIn(ctx: Ctx, slice: string, byCode: ReadonlyMap<string, Indicator>, today: string, states: readonly ('published' | 'closed')[] = ['published']): Promise<Aims> {
  const plans = await ctx.db.select({ id: cityPlans.id, regionCode: cityPlans.regionCode, startsOn: cityPlanRevisions.startsOn, content: cityPlanRevisions.content }).from(cityPlans)
    .innerJoin(cityPlanRevisions, and(eq(cityPlanRevisions.planId, cityPlans.id), eq(cityPlanRevisions.revision, cityPlans.revision)))
    .where(and(inArray(cityPlans.state, [...states]), slice === '*' ? eq(cityPlans.regionCode, '*') : inside(cityPlans.regionCode, slice))).orderBy(cityPlanRevisions.startsOn, cityPlans.id);
  const aims: Aims = new Map();
  if (plans.length === 0) return aims;
  const places = plans.map(({ regionCode }) => regionCode).filter((code) => code !== '*' && levelOf(code) <= levels.city);
  const below = places.length === 0 ? [] : await ctx.db.select({ code: regions.code, parent: regions.parentCode }).from(regions).where(and(inArray(regions.parentCode, places), eq(regions.isEnded, false)));
  const set = await ctx.db.select().from(districtTargets).where(inArray(districtTargets.planId, plans.map(({ id }) => id)));
  const own = Map.groupBy(set, ({ planId, regionCode, indicatorId }) => `${planId} ${keyOf(regionCode, indicatorId)}`);
  const children = Map.groupBy(below, ({ parent }) => parent);
  for (const plan of plans) {
    for (const { action, measured, indicator } of aimed(plan.content.actions, byCode)) {
      const lead = leadsOn(action.leads, today).find(({ role }) => role === 'lead')?.department;
      const about = { planId: plan.id, startsOn: plan.startsOn, department: lead ?? indicator.definition.owner };
      aims.set(keyOf(plan.regionCode, indicator.id), { ...about, baseline: measured.baseline, targets: measured.targets, isOwn: true });
      for (const { code } of children.get(plan.regionCode) ?? []) {
        const given = own.get(`${plan.id} ${keyOf(code, indicator.id)}`);
        const targets = given ? given.map(({ year, op, value, max }) => ({ year, op, value, ...(max === null ? {} : { max }) })) : isSameForAll(indicator.definition.unit) ? measured.targets : [];
        // The city's baseline is not a district's: its path begins where its own targets do.
        if (targets.length > 0) aims.set(keyOf(code, indicator.id), { ...about, baseline: given ? null : measured.baseline, targets, isOwn: given !== undefined });
      }
    }
  }
  return aims;
}

function aimed(actions: readonly Action[], byCode: ReadonlyMap<string, Indicator>) {
  return actions.flatMap((action) => action.indicators.filter(({ targets }) => targets.length > 0).flatMap((measured) => {
    const indicator = byCode.get(measured.code);
    return indicator ? [{ action, measured, indicator }] : [];
  }));
}

/** 一个计划对一地一指标的要求, for the page of one alert. */
export async function aimOf(ctx: Ctx, planId: string, regionCode: string, { id, code, unit }: { id: number; code: string; unit: Unit }): Promise<Pick<Measured, 'baseline' | 'targets'>> {
  const [plan] = await ctx.db.select({ regionCode: cityPlans.regionCode, content: cityPlanRevisions.content }).from(cityPlans)
    .innerJoin(cityPlanRevisions, and(eq(cityPlanRevisions.planId, cityPlans.id), eq(cityPlanRevisions.revision, cityPlans.revision))).where(eq(cityPlans.id, planId));
  const measured = plan?.content.actions.flatMap(({ indicators }) => indicators).find((each) => each.code === code);
  if (!plan || !measured) return { baseline: null, targets: [] };
  if (plan.regionCode === regionCode) return measured;
  const own = await ctx.db.select().from(districtTargets).where(and(eq(districtTargets.planId, planId), eq(districtTargets.regionCode, regionCode), eq(districtTargets.indicatorId, id)));
  if (own.length > 0) return { baseline: null, targets: own.map(({ year, op, value, max }) => ({ year, op, value, ...(max === null ? {} : { max }) })) };
  return isSameForAll(unit) ? measured : { baseline: null, targets: [] };
}
