import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import { laterOf, yearOf } from '#app/domain/city/indicators/period.ts';
import { type Value, valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Action, yearsOf } from './model.ts';
import { standingOf, lastTarget, type Standing } from './progress.ts';
import { getPublished, progressOf } from './read.ts';

/** 年末的值: of each indicator and year the one figure that counts for the year. */
export type Yearly<Said = Value> = Map<string, Said>;

export function yearly<Said extends Pick<Value, 'indicatorId' | 'period'>>(values: readonly Said[], codeOf: ReadonlyMap<number, string>): Yearly<Said> {
  const found: Yearly<Said> = new Map();
  for (const value of values) {
    const key = `${codeOf.get(value.indicatorId)} ${yearOf(value.period)}`;
    const held = found.get(key);
    if (!held || laterOf(held.period, value.period) === value.period) found.set(key, value);
  }
  return found;
}

/** 整个计划 as the public reads it: the newest revision, the definitions in force, the figures of its region and how each target stands. */
export async function wholePlan(ctx: Ctx, id: string, revision?: number) {
  const { plan, said, place } = await getPublished(ctx, id, revision);
  const years = yearsOf(said);
  const codes = said.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const [indicators, departments, progress] = [await indicatorsByCode(ctx, codes), await listDepartments(ctx), await progressOf(ctx, id)];
  const values = await valuesIn(ctx, plan.regionCode, [...indicators.values()].map((each) => each.id), years[0]! - 3, years.at(-1)!);
  const figures = yearly(values, new Map([...indicators.values()].map((each) => [each.id, each.code])));
  const today = beijingDay(ctx.now);
  return { plan, said, place, years, indicators, departments, progress, figures, values, today, standings: standingsOf(said.content.actions, figures, today) };
}

export type WholePlan = Awaited<ReturnType<typeof wholePlan>>;
export type Stood = { code: string; year: number | null; standing: Standing; actual: number | null };

/** 各指标现在如何: by its last target; a figure without a value is there and not shown. */
export function standingsOf(actions: readonly Pick<Action, 'code' | 'indicators'>[], figures: Yearly<{ value: number | null }>, today: string): Map<string, Stood[]> {
  return new Map(actions.map((action) => [action.code, action.indicators.map((measured) => {
    const target = lastTarget(measured);
    const held = target ? figures.get(`${measured.code} ${target.year}`) : undefined;
    const actual = held?.value ?? null;
    return { code: measured.code, year: target?.year ?? null, actual, standing: held?.value === null ? 'not-shown' : standingOf(target, actual, target !== undefined && `${target.year}-12-31` < today) };
  })]));
}
