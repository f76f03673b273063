import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan } from './hold-plan.ts';
import type { PlanContent } from './model.ts';
import { type Goal, partsOf, type Plan, type Task } from './read.ts';
import { constructionPlans, planVersions } from './tables.server.ts';

/** 签发计划: the government puts its name under what stands now, as the next version, with the reason for it. */
export function adoptPlan(ctx: Ctx, regionCode: string, reason: string): Promise<number> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    allow(tx, 'plan.adopt', { regionCode });
    if (!plan.isChanged) throw new Refusal('plan-unchanged');
    const { goals, tasks } = await partsOf(tx, plan);
    if (tasks.length === 0) throw new Refusal('plan-empty');
    if (tasks.some((task) => task.owner === '' && task.state !== 'dropped')) throw new Refusal('task-without-owner');
    const version = plan.version + 1;
    const content = contentOf(plan, goals, tasks);
    await tx.db.insert(planVersions).values({ countyCode: plan.countyCode, planId: plan.id, version, reason, content, adoptedBy: tx.actor.id, adoptedByName: tx.actor.name, adoptedAt: tx.now });
    await tx.db.update(constructionPlans).set({ version, state: 'in-force', isChanged: false }).where(and(eq(constructionPlans.countyCode, plan.countyCode), eq(constructionPlans.id, plan.id)));
    await tx.record('construction-plan.adopted', plan, { version, reason });
    return version;
  });
}

/** 内容 of a version: what was dropped is no longer in it. */
export function contentOf(plan: Pick<Plan, 'aim' | 'startsOn' | 'endsOn'>, goals: readonly Goal[], tasks: readonly Task[]): PlanContent {
  return {
    aim: plan.aim, startsOn: plan.startsOn, endsOn: plan.endsOn,
    goals: goals.map(({ id, title, measure }) => ({ id, title, measure })),
    tasks: tasks
      .filter(({ state }) => state !== 'dropped')
      .map(({ id, goalId, title, details, owner, partner, startsOn, dueOn, cost, ruleIds }) => ({ id, goalId, title, details, owner, partner, startsOn, dueOn, cost, rules: ruleIds })),
  };
}

/** 结束计划: everything in it stays to be read; another one may begin. */
export function closePlan(ctx: Ctx, regionCode: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    allow(tx, 'plan.adopt', { regionCode });
    await tx.db.update(constructionPlans).set({ state: 'closed', closedReason: reason }).where(and(eq(constructionPlans.countyCode, plan.countyCode), eq(constructionPlans.id, plan.id)));
    await tx.record('construction-plan.closed', plan, { reason });
  });
}
