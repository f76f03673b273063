import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import type { Kind } from '#app/domain/city/indicators/model.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { figureOfYear, yearToAsk } from './figure-of-year.ts';
import { type Action, yearsOf } from './model.ts';
import { standingOf, lastTarget, type Standing } from './progress.ts';
import { getPublished, progressOf } from './read.ts';

/** 整个计划 as the public reads it: the newest revision, the definitions in force, the figures of its region and how each target stands. */
export async function wholePlan(ctx: Ctx, id: string, revision?: number) {
  const { plan, said, place } = await getPublished(ctx, id, revision);
  const years = yearsOf(said);
  const codes = said.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const [indicators, departments, progress] = await Promise.all([indicatorsByCode(ctx, codes), listDepartments(ctx), progressOf(ctx, id)]);
  const values = await valuesIn(ctx, plan.regionCode, [...indicators.values()].map((each) => each.id), years[0]! - 3, years.at(-1)!);
  const today = beijingDay(ctx.now);
  return { plan, said, place, years, indicators, departments, progress, values, today, standings: standingsOf(said.content.actions, indicators, values, today) };
}

export type WholePlan = Awaited<ReturnType<typeof wholePlan>>;
export type Stood = { code: string; year: number | null; standing: Standing; actual: number | null };

type Known = ReadonlyMap<string, { id: number; definition: { kind: Kind } }>;
type Said = { indicatorId: number; period: number; value: number | null };

/** 各指标现在如何: by its last target and the figure that counts for it (`figure-of-year.ts`); a figure without a value is there and not shown. */
export function standingsOf(actions: readonly Pick<Action, 'code' | 'indicators'>[], indicators: Known, values: readonly Said[], today: string): Map<string, Stood[]> {
  const by = Map.groupBy(values, ({ indicatorId }) => indicatorId);
  return new Map(actions.map((action) => [action.code, action.indicators.map((measured) => {
    const target = lastTarget(measured);
    const { id, definition: { kind } } = indicators.get(measured.code)!;
    const held = target && figureOfYear(by.get(id) ?? [], kind, yearToAsk(kind, target.year, today));
    return { code: measured.code, year: target?.year ?? null, actual: held?.value ?? null, standing: held?.value === null ? 'not-shown' : standingOf(target, held?.value ?? null, target !== undefined && `${target.year}-12-31` < today) };
  })]));
}
