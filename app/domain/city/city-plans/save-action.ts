import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { edit } from './edit.ts';
import type { ActionInput } from './input.ts';
import { type Action, yearsOf } from './model.ts';
import type { Plan } from './read.ts';

/** 保存行动: a new one, or the one that bore this code; every target lies in the plan's years and every indicator is known. */
export function saveAction(ctx: Ctx, id: string, former: string | null, input: ActionInput): Promise<void> {
  return edit(ctx, id, { edition: input.edition, event: 'city-plan.action-saved', facts: { action: input.code } }, async (plan, tx) => {
    const { actions } = plan.content;
    const before = former === null ? undefined : actions.find(({ code }) => code === former);
    if (former !== null && !before) throw new Refusal('city-action-not-found', 404);
    if (input.code !== former && actions.some(({ code }) => code === input.code)) throw new Refusal('city-action-twice', 422);
    const codes = input.targets.map(({ code }) => code);
    const known = await indicatorsByCode(tx, codes);
    if (codes.some((code) => !known.has(code))) throw new Refusal('indicator-not-found', 422);
    const elsewhere = actions.filter((each) => each !== before).flatMap(({ indicators }) => indicators.map(({ code }) => code));
    if (new Set(codes).size < codes.length || codes.some((code) => elsewhere.includes(code))) throw new Refusal('indicator-twice', 422);
    const departments = await listDepartments(tx);
    if (input.leads.some((lead) => !departments.some((each) => each.id === lead.department))) throw new Refusal('department-not-found', 422);
    refuseOtherYears(plan, input);
    if (input.campaign !== 0 && !plan.content.campaigns.some(({ no }) => no === input.campaign)) throw new Refusal('city-campaign-not-found', 422);
    const saved = actionOf(input, before, known);
    const rest = actions.filter((each) => each !== before);
    return { content: { ...plan.content, actions: [...rest, saved].toSorted((one, other) => one.no - other.no) } };
  });
}

/** 年份对不上: a target, an amount or a task outside the plan's years is a slip. */
function refuseOtherYears(plan: Plan, input: ActionInput): void {
  const years = yearsOf(plan);
  const named = [...input.targets.flatMap(({ targets }) => targets.map(({ year }) => year)), ...input.budgets.map(({ year }) => year), ...input.tasks.map(({ dueOn }) => Number(dueOn.slice(0, 4)))];
  if (named.some((year) => !years.includes(year))) throw new Refusal('plan-year-outside', 422);
}

function actionOf(input: ActionInput, before: Action | undefined, known: Awaited<ReturnType<typeof indicatorsByCode>>): Action {
  const { code, no, campaign, zh, en, aboutZh, aboutEn, leads, budgets } = input;
  const held = new Map(before?.tasks.map((task) => [task.zh, task.id]));
  const taken = new Set(held.values());
  let next = 0;
  const fresh = () => {
    do next += 1; while (taken.has(`${code}-t${next}`));
    return `${code}-t${next}`;
  };
  return {
    code, no, campaign: campaign || null, zh, en, about: { zh: aboutZh, en: aboutEn }, leads, budgets,
    indicators: input.targets.map((each) => ({ ...each, provenance: before?.indicators.find((one) => one.code === each.code)?.provenance ?? known.get(each.code)!.definition.provenance })),
    tasks: input.tasks.map((task) => ({ ...task, id: held.get(task.zh) ?? fresh() })),
  };
}
