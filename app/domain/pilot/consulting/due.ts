import { and, eq, inArray, lte, min, sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Due, Moment } from '#app/domain/base/communities/due.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { consultingFindings, consultingSessions, constructionPlans, planTasks, planVersions } from './tables.server.ts';

/** Days ahead within which a task is something to do next. */
const ahead = 14;

/** 建设计划的待办 of communities: tasks that are due soon or late, findings not answered, a plan that waits for its signature. */
export async function planDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'plan.edit', { regionCode }));
  if (mine.length === 0) return [];
  const counties = [...new Set(mine.map(countyCode))];
  const count = sql<number>`count(*)::int`;
  const inForce = sql`exists (select from construction_plans p where p.county_code = ${planTasks.countyCode} and p.id = ${planTasks.planId} and p.state = 'in-force')`;
  const tasks = await ctx.db
    .select({ regionCode: planTasks.regionCode, dueOn: min(planTasks.dueOn), figure: count })
    .from(planTasks)
    .where(and(inArray(planTasks.countyCode, counties), inArray(planTasks.regionCode, mine), inArray(planTasks.state, ['planned', 'under-way']), lte(planTasks.dueOn, addDays(beijingDay(ctx.now), ahead)), inForce))
    .groupBy(planTasks.regionCode);
  const findings = await ctx.db
    .select({ regionCode: consultingFindings.regionCode, dueOn: min(consultingFindings.dueOn), figure: count })
    .from(consultingFindings)
    .where(and(inArray(consultingFindings.countyCode, counties), inArray(consultingFindings.regionCode, mine), eq(consultingFindings.state, 'open')))
    .groupBy(consultingFindings.regionCode);
  const drafts = await ctx.db
    .select({ regionCode: constructionPlans.regionCode })
    .from(constructionPlans)
    .where(and(inArray(constructionPlans.countyCode, counties), inArray(constructionPlans.regionCode, mine), inArray(constructionPlans.state, ['draft', 'in-force']), eq(constructionPlans.isChanged, true)));
  return [
    ...tasks.map((row): Due => ({ ...row, kind: 'plan-tasks', path: 'plan' })),
    ...findings.map((row): Due => ({ ...row, kind: 'plan-findings', path: 'plan/advice' })),
    ...drafts.filter((row) => may(ctx.actor, 'plan.adopt', row)).map(({ regionCode }): Due => ({ regionCode, kind: 'plan-sign', dueOn: null, path: 'plan' })),
  ];
}

/** 计划和咨询的大事 of one community. */
export async function planMoments(ctx: Ctx, code: string): Promise<Moment[]> {
  const county = countyCode(code);
  const signed = await ctx.db
    .select({ version: planVersions.version, at: planVersions.adoptedAt })
    .from(planVersions)
    .innerJoin(constructionPlans, and(eq(constructionPlans.countyCode, planVersions.countyCode), eq(constructionPlans.id, planVersions.planId)))
    .where(and(eq(planVersions.countyCode, county), eq(constructionPlans.regionCode, code)))
    .limit(50);
  const held = await ctx.db
    .select({ topic: consultingSessions.topic, at: consultingSessions.startsAt })
    .from(consultingSessions)
    .where(and(eq(consultingSessions.countyCode, county), eq(consultingSessions.regionCode, code), eq(consultingSessions.state, 'held')))
    .limit(50);
  return [
    ...signed.map(({ version, at }): Moment => ({ kind: 'plan-adopted', day: beijingDay(at), path: 'plan', figure: version })),
    ...held.flatMap(({ topic, at }): Moment[] => (at ? [{ kind: 'advice-held', day: beijingDay(at), path: 'plan/advice', figure: topic }] : [])),
  ];
}
