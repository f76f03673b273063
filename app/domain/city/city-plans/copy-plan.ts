import { allow } from '#app/domain/base/accounts/access.ts';
import { addDays } from '#app/platform/dates.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import { figureOfYear } from './figure-of-year.ts';
import type { CopyPlanInput } from './input.ts';
import { type Action, type Measured, type PlanContent, yearsOf } from './model.ts';
import { getPlan, type Plan } from './read.ts';
import { cityPlans } from './tables.server.ts';

/**
 * 复制到下一期: the same campaigns, actions and indicators for the next years. Targets come along as they were, each marked to be
 * looked at, and the years that words of actions name move along with them; what was reached in the last year becomes the baseline; who leads goes on leading from the first day.
 */
export function copyPlan(ctx: Ctx, id: string, input: CopyPlanInput): Promise<string> {
  return change(ctx, async (tx) => {
    const plan = await getPlan(tx, id);
    allow(tx, 'city-plan.edit', { regionCode: plan.regionCode });
    const codes = plan.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code));
    const known = await indicatorsByCode(tx, codes);
    const last = yearsOf(plan).at(-1)!;
    const figures = Map.groupBy(await valuesIn(tx, plan.regionCode, [...known.values()].map((each) => each.id), yearsOf(plan)[0]!, last), ({ indicatorId }) => indicatorId);
    const isMilestone = (code: string) => known.get(code)?.definition.kind === 'milestone';
    const reached = (code: string) => { const { id: of, definition: { kind } } = known.get(code)!; return figureOfYear(figures.get(of) ?? [], kind, last)?.value ?? null; };
    const content = nextContent(plan, input, (code) => (isMilestone(code) ? null : reached(code)), (code) => isMilestone(code) && reached(code) === 1);
    const { zh, en, startsOn, endsOn } = input;
    const [made] = await tx.db.insert(cityPlans).values({ regionCode: plan.regionCode, zh, en, startsOn, endsOn, issuer: plan.issuer, source: plan.source, content, copiedFrom: id, isExample: plan.isExample }).returning({ id: cityPlans.id });
    await tx.record('city-plan.copied', { id: made!.id, regionCode: plan.regionCode }, { from: id, title: zh });
    return made!.id;
  });
}

function nextContent(plan: Plan, input: CopyPlanInput, reached: (code: string) => number | null, isDone: (code: string) => boolean): PlanContent {
  const shift = Number(input.startsOn.slice(0, 4)) - Number(plan.startsOn.slice(0, 4));
  const [years, last] = [yearsOf(input), yearsOf(plan).at(-1)!];
  const was = yearsOf(plan);
  // A year in brackets, or from … to, is the name of a document.
  const moved = (words: string) => words.replace(/(?<![\d（(〔—–-])20\d\d(?![\d）)〕—–-])/g, (said) => (was.includes(Number(said)) ? String(Number(said) + shift) : said));
  const measured = (each: Measured): Measured => {
    const value = reached(each.code);
    const targets = each.targets.map((target) => ({ ...target, year: target.year + shift, isToReview: true })).filter(({ year }) => years.includes(year));
    return { ...each, baseline: value === null ? null : { year: last, value }, targets };
  };
  const action = (each: Action): Action => ({
    ...each, zh: moved(each.zh), en: moved(each.en), about: { zh: moved(each.about.zh), en: moved(each.about.en) }, budgets: [], tasks: each.tasks.map((task) => ({ ...task, dueOn: addYears(task.dueOn, shift) })).filter(({ dueOn }) => dueOn <= input.endsOn && dueOn >= input.startsOn),
    leads: each.leads.filter(({ until }) => until === null || until >= plan.endsOn).map((lead) => ({ ...lead, from: input.startsOn, until: null })),
    indicators: each.indicators.filter(({ code }) => !isDone(code)).map(measured), // what is done once is not asked for again
  });
  return { ...plan.content, goal: { zh: '', en: '' }, caveats: [], actions: plan.content.actions.map(action) };
}

const addYears = (day: string, years: number) => addDays(`${Number(day.slice(0, 4)) + years}-${day.slice(5, 7)}-01`, Number(day.slice(8)) - 1);
