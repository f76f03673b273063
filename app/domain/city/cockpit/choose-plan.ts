import { and, desc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { contains, parentCandidates } from '#app/domain/base/regions/model.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { cityPlanRevisions, cityPlans } from '#app/domain/city/city-plans/tables.server.ts';
import { mostOffered } from './model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';

const p = cityPlans;
const newest = and(eq(cityPlanRevisions.planId, p.id), eq(cityPlanRevisions.revision, p.revision));
const shownTo = (ctx: Ctx) => ({
  id: p.id, zh: cityPlanRevisions.zh, en: cityPlanRevisions.en, regionCode: p.regionCode, state: p.state, isExample: p.isExample, startsOn: cityPlanRevisions.startsOn, endsOn: cityPlanRevisions.endsOn, closedAt: p.closedAt,
  place: sql<string>`coalesce((select ${nameIn(ctx)} from ${regions} where ${regions.code} = ${p.regionCode}), '')`,
});

/** 能看的计划 at the desk: published ones of the own regions, of those above, and of the nation; one's own place and what runs now come first, the one that is asked for is always among them. `over` takes only those over one region. */
export async function plansInSight(ctx: Ctx, asked?: string, over?: string) {
  allowAnywhere(ctx, 'city-plan.edit');
  const own = regionsFor(ctx.actor, 'city-plan.edit');
  const above = ['*', ...new Set(own.flatMap((code) => (code === '*' ? [] : parentCandidates(code))))];
  const inSight = and(ne(p.state, 'draft'), or(within(ctx, 'city-plan.edit', p.regionCode), inArray(p.regionCode, above)), over ? inArray(p.regionCode, ['*', ...parentCandidates(over)]) : undefined);
  const offered = await ctx.db.select(shownTo(ctx)).from(p).innerJoin(cityPlanRevisions, newest).where(inSight)
    .orderBy(sql`${p.regionCode} = '*'`, sql`${p.regionCode} <> all(${sql.param(own)}::text[])`, desc(sql`${p.state} = 'published'`), desc(cityPlanRevisions.startsOn), desc(p.id)).limit(mostOffered);
  if (offered.length < mostOffered || !asked || !isId(asked) || offered.some(({ id }) => id === asked)) return offered;
  return [...offered, ...(await ctx.db.select(shownTo(ctx)).from(p).innerJoin(cityPlanRevisions, newest).where(and(inSight, eq(p.id, asked))))];
}

export type PlanInSight = Awaited<ReturnType<typeof plansInSight>>[number];

/** 公众看的计划 of a region: the one that was asked for, else its own, else that of the place above it; what runs now before what is over. */
export async function publicPlanOf(ctx: Ctx, regionCode: string, asked?: string): Promise<PlanInSight | undefined> {
  if (asked !== undefined && !isId(asked)) throw new Refusal('city-plan-not-found', 404);
  const places = [regionCode, ...parentCandidates(regionCode)];
  const [found] = await ctx.db.select(shownTo(ctx)).from(p).innerJoin(cityPlanRevisions, newest).where(and(ne(p.state, 'draft'), inArray(p.regionCode, places), asked === undefined ? undefined : eq(p.id, asked)))
    .orderBy(desc(sql`length(${p.regionCode})`), desc(sql`${p.state} = 'published'`), desc(cityPlanRevisions.startsOn), desc(p.id)).limit(1);
  if (asked !== undefined && !found) throw new Refusal('city-plan-not-found', 404);
  return found;
}

/** 选定的计划: the one that was asked for, if it is in sight. */
export function chosenOf(plans: readonly PlanInSight[], asked: string | undefined): PlanInSight | undefined {
  const found = asked ? plans.find(({ id }) => id === asked) : plans[0];
  if (asked && !found) throw new Refusal('city-plan-not-found', 404);
  return found;
}

/** 可见的预警和填报: those of the plan's place for whoever answers for it, else only those of the own region inside it; nothing for the rest. */
export function scopeIn(ctx: Ctx, regionCode: string): string | undefined {
  const own = regionsFor(ctx.actor, 'city-plan.edit');
  return own.some((code) => contains(code, regionCode)) ? regionCode : own.find((code) => contains(regionCode, code));
}

/** 选定的年份: that which was asked for, else this year or the plan's year next to it. */
export function yearOfPlan(plan: { startsOn: string; endsOn: string }, asked: number | undefined, today: string): number {
  const years = yearsOf(plan);
  return asked && years.includes(asked) ? asked : Math.min(years.at(-1)!, Math.max(years[0]!, Number(today.slice(0, 4))));
}
