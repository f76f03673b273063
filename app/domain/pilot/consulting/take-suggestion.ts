import { inLanguage } from '#app/domain/base/standard/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { gapsOf } from './gaps.ts';
import { holdPlan } from './hold-plan.ts';
import { method } from './next-norm.ts';
import { partsOf } from './read.ts';
import { addTaskTo } from './save-task.ts';
import { suggestNext } from './suggest.ts';

const monthDays = 30;

/** 采纳建议: a suggested rule becomes a task, with the time and the cost that others needed where that is known. */
export function takeSuggestion(ctx: Ctx, regionCode: string, ruleId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    const { gaps } = await gapsOf(tx, regionCode);
    const gap = gaps.find((one) => one.ruleId === ruleId);
    if (!gap) throw new Refusal('rule-not-open');
    const { tasks } = await partsOf(tx, plan);
    if (tasks.some((task) => task.ruleIds.includes(ruleId) && task.state !== 'dropped')) throw new Refusal('already-in-plan');
    const { suggestions } = await suggestNext(tx, regionCode);
    const effort = suggestions.find((one) => one.ruleId === ruleId)?.effort;
    const knows = effort && effort.tasks >= method.leastTasks;
    const today = beijingDay(tx.now);
    const startsOn = today > plan.startsOn ? today : plan.startsOn;
    const usual = addDays(startsOn, Math.round((knows && effort.months ? effort.months : 6) * monthDays));
    const dueOn = usual < plan.endsOn || plan.endsOn < startsOn ? usual : plan.endsOn;
    return addTaskTo(tx, plan, {
      title: inLanguage(gap.rule, 'zh-CN').slice(0, 200), details: '', owner: '', partner: '', startsOn, dueOn, goalId: null, rules: [ruleId],
      cost: knows && effort.cost !== null ? Math.round(effort.cost) : null,
    }, { source: 'suggestion', sourceId: method.name });
  });
}
