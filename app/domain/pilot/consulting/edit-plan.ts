import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan, markChanged } from './hold-plan.ts';
import type { GoalInput, PlanInput } from './input.ts';
import { partsOf } from './read.ts';
import { constructionPlans, planGoals, planTasks } from './tables.server.ts';

/** 修改计划: its aim and its span. */
export function editPlan(ctx: Ctx, regionCode: string, input: PlanInput): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    await tx.db.update(constructionPlans).set({ ...input, isChanged: true }).where(and(eq(constructionPlans.countyCode, plan.countyCode), eq(constructionPlans.id, plan.id)));
    await tx.record('construction-plan.edited', plan, { was: { aim: plan.aim, startsOn: plan.startsOn, endsOn: plan.endsOn } });
  });
}

const mostGoals = 30;

/** 增加或修改目标. */
export function saveGoal(ctx: Ctx, regionCode: string, goalId: string | null, input: GoalInput): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    const { goals } = await partsOf(tx, plan);
    const before = goals.find(({ id }) => id === goalId);
    if (goalId && !before) throw new Refusal('goal-not-found', 404);
    if (!before && goals.length >= mostGoals) throw new Refusal('plan-full');
    const { countyCode } = plan;
    if (before) await tx.db.update(planGoals).set(input).where(and(eq(planGoals.countyCode, countyCode), eq(planGoals.id, before.id)));
    else await tx.db.insert(planGoals).values({ countyCode, planId: plan.id, position: (goals.at(-1)?.position ?? -1) + 1, ...input });
    await markChanged(tx, plan);
    await tx.record('construction-plan.goal-saved', plan, { title: input.title });
  });
}

/** 删除目标: its tasks stay, without a goal. */
export function removeGoal(ctx: Ctx, regionCode: string, goalId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    const mine = and(eq(planGoals.countyCode, plan.countyCode), eq(planGoals.planId, plan.id), eq(planGoals.id, goalId));
    const [gone] = await tx.db.delete(planGoals).where(mine).returning();
    if (!gone) throw new Refusal('goal-not-found', 404);
    await tx.db.update(planTasks).set({ goalId: null }).where(and(eq(planTasks.countyCode, plan.countyCode), eq(planTasks.planId, plan.id), eq(planTasks.goalId, goalId)));
    await markChanged(tx, plan);
    await tx.record('construction-plan.goal-removed', plan, { title: gone.title });
  });
}
