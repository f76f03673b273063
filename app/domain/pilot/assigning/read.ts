import { and, asc, count, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { callToAssign, type Plan } from './hold-plan.ts';
import { groupsAmong } from './model.ts';
import { assignmentPlanPairs, assignmentPlans } from './tables.server.ts';

const pageSize = 50;
const mostPlans = 20;

/** 批次的分配方案: newest first, for those who may assign in all of the call; and the one that is looked at. */
export async function listPlans(ctx: Ctx, callId: string, planId?: string) {
  const call = await callToAssign(ctx, callId);
  const plans = await ctx.db.select().from(assignmentPlans).where(eq(assignmentPlans.callId, callId)).orderBy(desc(assignmentPlans.id)).limit(mostPlans);
  const plan = planId === undefined ? (plans.find(({ state }) => state !== 'discarded') ?? null) : plans.find(({ id }) => id === planId);
  if (plan === undefined) throw new Refusal('assignment-plan-not-found', 404);
  return { call, plans, plan };
}

/** One plan, for those who may assign in all of its call. */
export async function getPlan(ctx: Ctx, planId: string): Promise<Plan> {
  const [plan] = isId(planId) ? await ctx.db.select().from(assignmentPlans).where(eq(assignmentPlans.id, planId)) : [];
  if (!plan) throw new Refusal('assignment-plan-not-found', 404);
  await callToAssign(ctx, plan.callId);
  return plan;
}

export type PlanFilter = { expertId?: string | undefined; only?: 'lacking' | 'refused' | undefined; after?: string | undefined };

/** 方案预览: a page of its applications, each with its experts and why them; refused and lacking ones can be looked at alone. */
export async function readPairs(ctx: Ctx, plan: Plan, { expertId, only, after }: PlanFilter) {
  const lacking = new Set(plan.stats?.missing.map(({ applicationId }) => applicationId));
  const pairs = assignmentPlanPairs;
  const those = sql`select 1 from ${pairs} own where own.plan_id = ${plan.id} and own.application_id = ${applications.id}`;
  const rows = await ctx.db
    .select({ id: applications.id, number: applications.number, unitName: nameThenAndNow(ctx, applications.regionCode, applications.createdAt) })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(
      eq(applications.callId, plan.callId),
      after && isId(after) ? gt(applications.id, after) : undefined,
      only === 'lacking' ? inArray(applications.id, [...lacking]) : sql`(exists (${those}) or ${inArray(applications.id, [...lacking])})`,
      expertId ? sql`exists (${those} and own.expert_id = ${expertId})` : undefined,
      only === 'refused' ? sql`exists (${those} and own.outcome not in ('', 'assigned'))` : undefined,
    ))
    .orderBy(asc(applications.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const teams = shown.length === 0 ? [] : await ctx.db
    .select({
      applicationId: pairs.applicationId, expertId: pairs.expertId, name: users.name, match: pairs.match, reasons: pairs.reasons,
      isLocked: pairs.isLocked, isByHand: pairs.isByHand, outcome: pairs.outcome,
    })
    .from(pairs)
    .innerJoin(users, eq(users.id, pairs.expertId))
    .where(and(eq(pairs.planId, plan.id), inArray(pairs.applicationId, shown.map(({ id }) => id))))
    .orderBy(desc(pairs.match), asc(pairs.expertId));
  return {
    rows: shown.map((row) => ({ ...row, team: teams.filter(({ applicationId }) => applicationId === row.id), lack: plan.stats?.missing.find(({ applicationId }) => applicationId === row.id) ?? null })),
    next: rows.length > pageSize ? shown.at(-1)!.id : null,
  };
}

/** 每位专家的负担 in a plan, the fullest first, and how often two of them share an application. */
export async function readLoads(ctx: Ctx, plan: Plan) {
  const pairs = assignmentPlanPairs;
  const loads = await ctx.db
    .select({ id: pairs.expertId, name: users.name, load: count(), most: sql<number>`max((${pairs.reasons} ->> 'most')::int)` })
    .from(pairs)
    .innerJoin(users, eq(users.id, pairs.expertId))
    .where(eq(pairs.planId, plan.id))
    .groupBy(pairs.expertId, users.name)
    .orderBy(desc(count()), asc(pairs.expertId));
  const teams = await ctx.db.select({ applicationId: pairs.applicationId, expertId: pairs.expertId, match: pairs.match, outcome: pairs.outcome, isLocked: pairs.isLocked }).from(pairs).where(eq(pairs.planId, plan.id)).orderBy(asc(pairs.applicationId));
  return { loads, ...together(loads.map(({ id }) => id), teams) };
}

type Pair = { applicationId: string; expertId: string; match: number; outcome: string; isLocked: boolean };

/** The figures of a plan as it lies there now, hand changes and all. */
function together(expertIds: readonly string[], pairs: readonly Pair[]) {
  const numberOf = new Map(expertIds.map((id, i) => [id, i]));
  const teams = Map.groupBy(pairs, ({ applicationId }) => applicationId);
  const links = new Map<string, number>();
  for (const team of teams.values()) {
    const members = team.map(({ expertId }) => numberOf.get(expertId)!).toSorted((x, y) => x - y);
    members.forEach((x, i) => members.slice(i + 1).forEach((y) => links.set(`${x} ${y}`, (links.get(`${x} ${y}`) ?? 0) + 1)));
  }
  const means = [...teams.values()].map((team) => team.reduce((sum, { match }) => sum + match, 0) / team.length);
  return {
    links: [...links].map(([ends, times]) => ({ ends: ends.split(' ').map(Number) as [number, number], times })),
    groups: groupsAmong(expertIds.length, [...teams.values()].map((team) => team.map(({ expertId }) => numberOf.get(expertId)!))).count,
    figures: {
      pairs: pairs.length, applications: teams.size, locked: pairs.filter(({ isLocked }) => isLocked).length,
      assigned: pairs.filter(({ outcome }) => outcome === 'assigned').length, refused: pairs.filter(({ outcome }) => outcome !== '' && outcome !== 'assigned').length,
      mean: means.length === 0 ? 0 : pairs.reduce((sum, { match }) => sum + match, 0) / pairs.length, worst: means.length === 0 ? 0 : Math.min(...means),
    },
  };
}
