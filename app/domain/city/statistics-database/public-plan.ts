import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import { turnsOf } from '#app/domain/city/indicators/meanings.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { type PublicValue, publicValues } from './public-values.ts';
import { standingAt } from '#app/domain/city/cockpit/standing.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { lastTarget } from '#app/domain/city/city-plans/progress.ts';
import { figureOfYear } from '#app/domain/city/city-plans/figure-of-year.ts';
import { standingsOf, type WholePlan, wholePlan } from '#app/domain/city/city-plans/whole-plan.ts';

/** 公众看到的整个计划: figures as the statistics database shows them; a target whose figure is hidden stands neither here nor there. */
export async function publicPlan(ctx: Ctx, id: string, revision?: number) {
  const whole = await wholePlan(ctx, id, revision);
  const values = await publicValues(ctx, [...whole.indicators.values()], whole.values);
  const breaks = breaksIn(values.filter(({ value }) => value !== null), await turnsOf(ctx, [...whole.indicators.values()]));
  return { ...whole, values, breaks, standings: standingsOf(whole.said.content.actions, whole.indicators, values, whole.today) };
}

export type PublicPlan = Awaited<ReturnType<typeof publicPlan>>;

/** 公众看到的完成情况: only how the targets stand and which figures of this year are on their path, so that only figures that may count for them are looked at. */
export async function publicStandings(ctx: Ctx, id: string, revision?: number) {
  const whole = await wholePlan(ctx, id, revision);
  const { indicators, said: { content: { actions } } } = whole;
  const meant = new Map(actions.flatMap((action) => action.indicators.map((measured) => [indicators.get(measured.code)!.id, lastTarget(measured)?.year] as const)));
  const milestones = new Set([...indicators.values()].filter(({ definition }) => definition.kind === 'milestone').map((each) => each.id));
  const year = Number(whole.today.slice(0, 4));
  const asked = whole.values.filter(({ indicatorId, period }) => milestones.has(indicatorId) || meant.get(indicatorId) === yearOf(period) || yearOf(period) === year);
  const values = await publicValues(ctx, [...indicators.values()], asked);
  return { ...whole, standings: standingsOf(actions, indicators, values, whole.today), onPath: onPath(whole, values) };
}

/** 按进度的指标: by the light of the cockpit, this year's figure is on its path or has reached what this year asks. */
function onPath({ said: { content }, indicators, today }: WholePlan, values: readonly PublicValue[]): ReadonlySet<string> {
  const year = Number(today.slice(0, 4));
  const since = startOfBeijingDay(today);
  return new Set(content.actions.flatMap((action) => action.indicators).filter((measured) => {
    const { id, code, definition } = indicators.get(measured.code)!;
    const said = figureOfYear(values.filter(({ indicatorId }) => indicatorId === id), definition.kind, year);
    const told = said && said.value !== null ? { ...said, value: said.value } : undefined;
    const { light } = standingAt({ known: { ...definition, id, code }, measured, targets: measured.targets, told, year, today, since });
    return light === 'on-path' || light === 'reached';
  }).map(({ code }) => code));
}

export type PublicStandings = Awaited<ReturnType<typeof publicStandings>>;
