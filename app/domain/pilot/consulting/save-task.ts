import { and, eq } from 'drizzle-orm';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan, markChanged, refuseUnknownRules } from './hold-plan.ts';
import type { TaskInput } from './input.ts';
import type { TaskSource } from './model.ts';
import { getTask, partsOf, type Plan } from './read.ts';
import { planTasks } from './tables.server.ts';

/** Where a new task comes from. */
export type Origin = { source: TaskSource; sourceId: string };
const own: Origin = { source: 'own', sourceId: '' };

/** 增加任务. */
export function addTask(ctx: Ctx, regionCode: string, input: TaskInput, origin: Origin = own): Promise<string> {
  return change(ctx, async (tx) => addTaskTo(tx, await holdPlan(tx, regionCode), input, origin));
}

const mostTasks = 200;

/** 加进计划: at its end; part of a change that holds the plan. */
export async function addTaskTo(tx: Change, plan: Plan, { rules, ...input }: TaskInput, origin: Origin): Promise<string> {
  const { tasks, goals } = await partsOf(tx, plan);
  if (tasks.length >= mostTasks) throw new Refusal('plan-full');
  if (input.goalId && !goals.some(({ id }) => id === input.goalId)) throw new Refusal('goal-not-found', 404);
  await refuseUnknownRules(tx, plan.editionId, rules);
  const position = (tasks.at(-1)?.position ?? -1) + 1;
  const { countyCode, regionCode } = plan;
  const [task] = await tx.db
    .insert(planTasks)
    .values({ countyCode, regionCode, planId: plan.id, position, ...input, ruleIds: rules, ...origin, updatedByName: tx.actor.name, updatedAt: tx.now })
    .returning({ id: planTasks.id });
  await markChanged(tx, plan);
  await tx.record('construction-plan.task-added', plan, { taskId: task!.id, title: input.title, ...origin });
  return task!.id;
}

/** 修改任务; what is done or dropped stays as it was said. */
export function saveTask(ctx: Ctx, regionCode: string, taskId: string, { rules, ...input }: TaskInput): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    const task = await getTask(tx, plan, taskId);
    if (task.state === 'done' || task.state === 'dropped') throw new Refusal('task-over');
    const { goals } = await partsOf(tx, plan);
    if (input.goalId && !goals.some(({ id }) => id === input.goalId)) throw new Refusal('goal-not-found', 404);
    await refuseUnknownRules(tx, plan.editionId, rules);
    await tx.db.update(planTasks).set({ ...input, ruleIds: rules, updatedByName: tx.actor.name, updatedAt: tx.now }).where(and(eq(planTasks.countyCode, plan.countyCode), eq(planTasks.id, taskId)));
    await markChanged(tx, plan);
    await tx.record('construction-plan.task-saved', plan, { taskId, title: input.title, was: { dueOn: task.dueOn, cost: task.cost } });
  });
}

/** 删除任务: only while nobody has signed the plan; afterwards it is dropped, with the reason. */
export function removeTask(ctx: Ctx, regionCode: string, taskId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    if (plan.version > 0) throw new Refusal('plan-in-force');
    const task = await getTask(tx, plan, taskId);
    await tx.db.delete(planTasks).where(and(eq(planTasks.countyCode, plan.countyCode), eq(planTasks.id, taskId)));
    await tx.record('construction-plan.task-removed', plan, { title: task.title });
  });
}

/** 调整顺序: changes places with its neighbour. */
export function moveTask(ctx: Ctx, regionCode: string, taskId: string, to: 'up' | 'down'): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    const { tasks } = await partsOf(tx, plan);
    const at = tasks.findIndex(({ id }) => id === taskId);
    if (at < 0) throw new Refusal('task-not-found', 404);
    const order = tasks.map(({ id }) => id);
    const other = to === 'up' ? at - 1 : at + 1;
    if (order[other]) [order[at], order[other]] = [order[other], order[at]!];
    for (const [position, id] of order.entries()) {
      if (tasks.find((task) => task.id === id)!.position === position) continue;
      await tx.db.update(planTasks).set({ position }).where(and(eq(planTasks.countyCode, plan.countyCode), eq(planTasks.id, id)));
    }
    await markChanged(tx, plan);
    await tx.record('construction-plan.task-moved', plan, { taskId, to });
  });
}
