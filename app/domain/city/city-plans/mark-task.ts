import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { TaskInput } from './input.ts';
import { getPlan } from './read.ts';
import { cityTaskProgress } from './tables.server.ts';

/** 任务进展: how far a task is; one that is done names the day and the paper that proves it. */
export function markTask(ctx: Ctx, id: string, { taskId, ...input }: TaskInput): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await getPlan(tx, id);
    allow(tx, 'city-plan.edit', { regionCode: plan.regionCode });
    if (!plan.content.actions.some(({ tasks }) => tasks.some((task) => task.id === taskId))) throw new Refusal('city-task-not-found', 404);
    if (input.doneOn !== null && input.doneOn > beijingDay(tx.now)) throw new Refusal('day-to-come', 422);
    const row = { ...input, doneOn: input.state === 'done' ? input.doneOn : null, markedByName: tx.actor.name, markedAt: tx.now };
    await tx.db.insert(cityTaskProgress).values({ planId: id, taskId, ...row }).onConflictDoUpdate({ target: [cityTaskProgress.planId, cityTaskProgress.taskId], set: row });
    await tx.record('city-plan.task-marked', { id, regionCode: plan.regionCode }, { task: taskId, state: input.state });
  });
}
