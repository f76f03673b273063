import { takeOverCase } from '#app/domain/pilot/case-library/take-over.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan } from './hold-plan.ts';
import { partsOf } from './read.ts';
import { addTaskTo } from './save-task.ts';

const monthDays = 30;

/** 学用案例: a case of the library becomes a task of the plan, with what it cost and took there; the case counts it as its reach. */
export function takeCase(ctx: Ctx, regionCode: string, caseId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    const { tasks } = await partsOf(tx, plan);
    if (tasks.some((task) => task.source === 'case' && task.sourceId === caseId && task.state !== 'dropped')) throw new Refusal('already-in-plan');
    const { content, number } = await takeOverCase(tx, caseId, { regionCode, planId: plan.id });
    const known = new Set(rulesOf(await getEdition(tx, plan.editionId)).map(({ id }) => id));
    const today = beijingDay(tx.now);
    const startsOn = today > plan.startsOn ? today : plan.startsOn;
    return addTaskTo(tx, plan, {
      title: content.title.slice(0, 200), details: [`${number} ${content.summary}`, content.action].filter(Boolean).join('\n').slice(0, 2000), owner: '', partner: '', goalId: null,
      startsOn, dueOn: addDays(startsOn, Math.max(1, content.months) * monthDays), cost: content.cost, rules: content.ruleIds.filter((id) => known.has(id)),
    }, { source: 'case', sourceId: caseId });
  });
}
