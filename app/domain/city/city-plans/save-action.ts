import { isUsableIn } from '#app/domain/city/indicators/model.ts';
import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { edit } from './edit.ts';
import type { ActionInput } from './action-input.ts';
import { type Action, type Target, type Task, yearsOf } from './model.ts';
import type { Plan } from './read.ts';

/** 保存行动: a new one, or the one that bore this code; every target lies in the plan's years and every indicator is known. */
export function saveAction(ctx: Ctx, id: string, former: string | null, input: ActionInput): Promise<void> {
  return edit(ctx, id, { edition: input.edition, event: 'city-plan.action-saved', facts: { action: input.code } }, async (plan, tx) => {
    const { actions } = plan.content;
    const before = former === null ? undefined : actions.find(({ code }) => code === former);
    if (former !== null && !before) throw new Refusal('city-action-not-found', 404);
    if (input.code !== former && actions.some(({ code }) => code === input.code)) throw new Refusal('city-action-twice', 422);
    const codes = input.indicators.map(({ code }) => code);
    const known = await indicatorsByCode(tx, codes);
    if (codes.some((code) => !known.has(code))) throw new Refusal('indicator-not-found', 422);
    if ([...known.values()].some(({ definition }) => !isUsableIn(definition, plan.regionCode))) throw new Refusal('indicator-elsewhere', 422);
    const elsewhere = actions.filter((each) => each !== before).flatMap(({ indicators }) => indicators.map(({ code }) => code));
    if (new Set(codes).size < codes.length || codes.some((code) => elsewhere.includes(code))) throw new Refusal('indicator-twice', 422);
    const departments = await listDepartments(tx);
    if (input.leads.some((lead) => !departments.some((each) => each.id === lead.department))) throw new Refusal('department-not-found', 422);
    refuseOtherYears(plan, input);
    if (input.campaign !== 0 && !plan.content.campaigns.some(({ no }) => no === input.campaign)) throw new Refusal('city-campaign-not-found', 422);
    const rest = actions.filter((each) => each !== before);
    const saved = actionOf(input, before, known, rest.flatMap(({ tasks }) => tasks.map((task) => task.id)));
    return { content: { ...plan.content, actions: [...rest, saved].toSorted((one, other) => one.no - other.no) } };
  });
}

/** 年份对不上: a target, an amount or a task outside the plan's years is a slip. */
function refuseOtherYears(plan: Plan, input: ActionInput): void {
  const years = yearsOf(plan);
  const named = [...input.indicators.flatMap(({ targets }) => targets.map(({ year }) => year)), ...input.budgets.map(({ year }) => year), ...input.tasks.map(({ dueOn }) => Number(dueOn.slice(0, 4)))];
  if (named.some((year) => !years.includes(year))) throw new Refusal('plan-year-outside', 422);
}

function actionOf(input: ActionInput, before: Action | undefined, definitions: Awaited<ReturnType<typeof indicatorsByCode>>, elsewhere: readonly string[]): Action {
  const { code, no, campaign, zh, en, aboutZh, aboutEn, leads, budgets } = input;
  return {
    code, no, campaign: campaign || null, zh, en, about: { zh: aboutZh, en: aboutEn }, leads, budgets,
    indicators: input.indicators.map((each) => {
      const held = before?.indicators.find((one) => one.code === each.code);
      return { ...each, provenance: held?.provenance ?? definitions.get(each.code)!.definition.provenance, targets: each.targets.map((target) => targetOf(target, held?.targets ?? [])) };
    }),
    tasks: withIds(input.tasks, before?.tasks ?? [], code, elsewhere),
  };
}

/** 核对: a target that a copy brought along is checked once it is ticked or another; saved as it was, it still waits. */
function targetOf({ isChecked, ...target }: ActionInput['indicators'][number]['targets'][number], before: readonly Target[]): Target {
  const isSame = (held: Target) => held.year === target.year && held.op === target.op && held.value === target.value && held.max === ('max' in target ? target.max : undefined);
  const held = before.find(isSame);
  return held?.isToReview && !isChecked ? { ...target, isToReview: true } : target;
}

/** 任务编号: a task keeps its own, also under another name, so that its progress stays with it; a new one gets one that no task of the plan has had. */
function withIds(tasks: ActionInput['tasks'], before: readonly Task[], code: string, elsewhere: readonly string[]): Task[] {
  const free = new Map(before.map((task) => [task.id, task.zh]));
  const taken = new Set([...elsewhere, ...free.keys()]);
  const own = tasks.map(({ id, zh }) => {
    const known = free.has(id) ? id : [...free].find(([, name]) => id === '' && name === zh)?.[0];
    if (known) free.delete(known);
    return known;
  });
  let next = 0;
  const fresh = () => {
    do next += 1; while (taken.has(`${code}-t${next}`));
    return `${code}-t${next}`;
  };
  return tasks.map(({ dueOn, zh, en }, at) => ({ id: own[at] ?? fresh(), dueOn, zh, en }));
}
