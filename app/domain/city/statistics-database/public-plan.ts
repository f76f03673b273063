import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import { turnsOf } from '#app/domain/city/indicators/meanings.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { type PublicValue, publicValues } from './public-values.ts';
import { yearOfPlan } from '#app/domain/city/cockpit/choose-plan.ts';
import { keptOf } from '#app/domain/city/cockpit/model.ts';
import { type StandingInYear, standInYear } from '#app/domain/city/cockpit/stand-in-year.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { lastTarget } from '#app/domain/city/city-plans/progress.ts';
import { standingsOf, type WholePlan, wholePlan } from '#app/domain/city/city-plans/whole-plan.ts';

/** 公众看到的整个计划: figures as the statistics database shows them; a target whose figure is hidden stands neither here nor there. */
export async function publicPlan(ctx: Ctx, id: string, revision?: number) {
  const whole = await wholePlan(ctx, id, revision);
  const values = await publicValues(ctx, [...whole.indicators.values()], whole.values);
  const breaks = breaksIn(values.filter(({ value }) => value !== null), await turnsOf(ctx, [...whole.indicators.values()]));
  return { ...whole, values, breaks, standings: standingsOf(whole.said.content.actions, whole.indicators, values, whole.today) };
}

export type PublicPlan = Awaited<ReturnType<typeof publicPlan>>;

/** 公众看到的完成情况: only how the targets stand at the end and in the year that is looked at, so that only figures that may count for them are looked at. */
export async function publicStandings(ctx: Ctx, id: string, revision?: number) {
  const whole = await wholePlan(ctx, id, revision);
  const { indicators, said: { content: { actions } } } = whole;
  const meant = new Map(actions.flatMap((action) => action.indicators.map((measured) => [indicators.get(measured.code)!.id, lastTarget(measured)?.year] as const)));
  const milestones = new Set([...indicators.values()].filter(({ definition }) => definition.kind === 'milestone').map((each) => each.id));
  const year = yearOfPlan(whole.said, undefined, whole.today);
  const asked = whole.values.filter(({ indicatorId, period }) => milestones.has(indicatorId) || meant.get(indicatorId) === yearOf(period) || yearOf(period) === year);
  const values = await publicValues(ctx, [...indicators.values()], asked);
  return { ...whole, year, standings: standingsOf(actions, indicators, values, whole.today), inYear: inYear(whole, values, year) };
}

/** 这一年各目标: each as the cockpit and the scorecard have it (`stand-in-year.ts`), by the action it belongs to; what nothing is asked of is not among them. */
function inYear({ said: { content }, indicators, today }: WholePlan, values: readonly PublicValue[], year: number): ReadonlyMap<string, (StandingInYear & { isMilestone: boolean })[]> {
  const since = startOfBeijingDay(today);
  const by = Map.groupBy(values, ({ indicatorId }) => indicatorId);
  return new Map(content.actions.map((action) => [action.code, action.indicators.map((measured) => {
    const { id, code, definition } = indicators.get(measured.code)!;
    return { ...standInYear({ known: { ...definition, id, code }, measured, figures: by.get(id) ?? [], year, today, since }), isMilestone: definition.kind === 'milestone' };
  }).filter(({ light }) => light !== 'not-asked')]));
}

/** 数一数 what stands where: of numbers, of milestones, and of both, as the scorecard counts. */
export function countStandings(stood: readonly (Pick<StandingInYear, 'light'> & { isMilestone: boolean })[]) {
  const of = (which: typeof stood) => keptOf(which.map(({ light }) => light));
  return { all: of(stood), numbers: of(stood.filter(({ isMilestone }) => !isMilestone)), milestones: of(stood.filter(({ isMilestone }) => isMilestone)) };
}

export type PublicStandings = Awaited<ReturnType<typeof publicStandings>>;
