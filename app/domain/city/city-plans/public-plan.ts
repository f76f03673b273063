import { publicValues } from '#app/domain/city/statistics-database/public-values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { standingsOf, wholePlan, yearly } from './whole-plan.ts';

/** 公众看到的整个计划: figures as the statistics database shows them; a target whose figure is hidden stands neither here nor there. */
export async function publicPlan(ctx: Ctx, id: string, revision?: number) {
  const whole = await wholePlan(ctx, id, revision);
  const indicators = [...whole.indicators.values()];
  const values = await publicValues(ctx, indicators, whole.values);
  const figures = yearly(values, new Map(indicators.map((each) => [each.id, each.code])));
  return { ...whole, values, figures, standings: standingsOf(whole.said.content.actions, figures, whole.today) };
}

export type PublicPlan = Awaited<ReturnType<typeof publicPlan>>;
