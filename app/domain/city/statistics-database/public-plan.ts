import { yearOf } from '#app/domain/city/indicators/period.ts';
import { publicValues } from './public-values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { lastTarget } from '#app/domain/city/city-plans/progress.ts';
import { standingsOf, type WholePlan, wholePlan, yearly } from '#app/domain/city/city-plans/whole-plan.ts';

/** 公众看到的整个计划: figures as the statistics database shows them; a target whose figure is hidden stands neither here nor there. */
export async function publicPlan(ctx: Ctx, id: string, revision?: number) {
  const whole = await wholePlan(ctx, id, revision);
  const values = await publicValues(ctx, [...whole.indicators.values()], whole.values);
  return { ...whole, values, ...stoodOf(whole, values) };
}

export type PublicPlan = Awaited<ReturnType<typeof publicPlan>>;

/** 公众看到的完成情况: only how the targets stand, so that only figures of their years are looked at. */
export async function publicStandings(ctx: Ctx, id: string, revision?: number) {
  const { figures, ...whole } = await wholePlan(ctx, id, revision);
  const meant = new Set(whole.said.content.actions.flatMap(({ indicators }) => indicators.map((measured) => `${whole.indicators.get(measured.code)!.id} ${lastTarget(measured)?.year}`)));
  const asked = [...figures.values()].filter(({ indicatorId, period }) => meant.has(`${indicatorId} ${yearOf(period)}`));
  return { ...whole, standings: stoodOf(whole, await publicValues(ctx, [...whole.indicators.values()], asked)).standings };
}

export type PublicStandings = Awaited<ReturnType<typeof publicStandings>>;

function stoodOf({ indicators, said, today }: Pick<WholePlan, 'indicators' | 'said' | 'today'>, values: Awaited<ReturnType<typeof publicValues>>) {
  const figures = yearly(values, new Map([...indicators.values()].map((each) => [each.id, each.code])));
  return { figures, standings: standingsOf(said.content.actions, figures, today) };
}
