import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { constructionPlans, planGoals, planTasks, planVersions } from './tables.server.ts';
import { allowToSee } from './who-sees.ts';

export type Plan = typeof constructionPlans.$inferSelect;
export type Task = typeof planTasks.$inferSelect;
export type Goal = typeof planGoals.$inferSelect;

/** 正在执行或编制的计划 of a community. */
export async function findPlan(ctx: Ctx, regionCode: string): Promise<Plan | undefined> {
  await allowToSee(ctx, regionCode);
  const [plan] = await ctx.db
    .select()
    .from(constructionPlans)
    .where(and(eq(constructionPlans.countyCode, countyCode(regionCode)), eq(constructionPlans.regionCode, regionCode), ne(constructionPlans.state, 'closed')));
  return plan;
}

export async function getPlan(ctx: Ctx, regionCode: string): Promise<Plan> {
  const plan = await findPlan(ctx, regionCode);
  if (!plan) throw new Refusal('plan-not-found', 404);
  return plan;
}

/** 目标和任务 of a plan, in its order. */
export async function partsOf(ctx: Ctx, plan: Pick<Plan, 'countyCode' | 'id'>): Promise<{ goals: Goal[]; tasks: Task[] }> {
  const goals = await ctx.db.select().from(planGoals).where(and(eq(planGoals.countyCode, plan.countyCode), eq(planGoals.planId, plan.id))).orderBy(asc(planGoals.position), asc(planGoals.id)).limit(60);
  const tasks = await ctx.db.select().from(planTasks).where(and(eq(planTasks.countyCode, plan.countyCode), eq(planTasks.planId, plan.id))).orderBy(asc(planTasks.position), asc(planTasks.id)).limit(300);
  return { goals, tasks };
}

export async function getTask(ctx: Ctx, plan: Pick<Plan, 'countyCode' | 'id'>, taskId: string): Promise<Task> {
  const [task] = await ctx.db.select().from(planTasks).where(and(eq(planTasks.countyCode, plan.countyCode), eq(planTasks.id, taskId), eq(planTasks.planId, plan.id)));
  if (!task) throw new Refusal('task-not-found', 404);
  return task;
}

/** 各版本, newest first. */
export async function versionsOf(ctx: Ctx, plan: Pick<Plan, 'countyCode' | 'id' | 'regionCode'>) {
  await allowToSee(ctx, plan.regionCode);
  return ctx.db.select().from(planVersions).where(and(eq(planVersions.countyCode, plan.countyCode), eq(planVersions.planId, plan.id))).orderBy(desc(planVersions.version)).limit(50);
}

/** 以前的计划 of a community, newest first. */
export async function closedPlans(ctx: Ctx, regionCode: string): Promise<Plan[]> {
  await allowToSee(ctx, regionCode);
  return ctx.db
    .select()
    .from(constructionPlans)
    .where(and(eq(constructionPlans.countyCode, countyCode(regionCode)), eq(constructionPlans.regionCode, regionCode), eq(constructionPlans.state, 'closed')))
    .orderBy(desc(constructionPlans.id))
    .limit(20);
}
