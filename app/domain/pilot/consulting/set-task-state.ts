import { and, eq } from 'drizzle-orm';
import { cite } from '#app/domain/base/evidence/cite.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan } from './hold-plan.ts';
import type { TaskStateInput } from './input.ts';
import { nextTaskStates } from './model.ts';
import { getTask } from './read.ts';
import { planTasks } from './tables.server.ts';

/** 任务进度: begun, done with what came of it and the evidence, dropped with the reason, or taken up again. No new version is needed for it. */
export function setTaskState(ctx: Ctx, regionCode: string, taskId: string, { state, outcome, spent, evidence }: TaskStateInput): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    if (plan.version === 0) throw new Refusal('plan-not-signed');
    const task = await getTask(tx, plan, taskId);
    if (!nextTaskStates[task.state].includes(state)) throw new Refusal('task-cannot-move');
    const today = beijingDay(tx.now);
    const days = {
      startedOn: state === 'planned' ? null : state === 'dropped' ? task.startedOn : (task.startedOn ?? (today < task.startsOn ? today : task.startsOn)),
      doneOn: state === 'done' ? today : null,
    };
    const said = state === 'done' || state === 'dropped' ? { outcome } : {};
    await tx.db.update(planTasks).set({ state, ...days, ...said, spent: spent ?? task.spent, updatedByName: tx.actor.name, updatedAt: tx.now }).where(and(eq(planTasks.countyCode, plan.countyCode), eq(planTasks.id, taskId)));
    for (const evidenceId of evidence) await cite(tx, { evidenceId, regionCode, by: 'plan', subjectId: taskId });
    await tx.record('construction-plan.task-state', plan, { taskId, title: task.title, from: task.state, to: state });
  });
}
