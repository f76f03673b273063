import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { linksOf } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { publicPlanOf, yearOfPlan } from './choose-plan.ts';
import { keptOf, type Known, type Standing } from './model.ts';
import { placeRow } from './place-row.ts';
import { cellsIn, frameOf, newSince, ownValues } from './read.ts';

/** 领域: UNICEF's five goal areas of a child-friendly city; 0 is what speaks to none of them. */
export const areas = [1, 2, 3, 4, 5, 0] as const;
export type Area = (typeof areas)[number];

/** 一件答应的事: one indicator with a target, as everybody may see it. */
export type Promised = Standing & { action: string; known: Known; target: { year: number; op: string; value: number; max?: number } | null };

/** 记分卡 of a city or a district: what was promised, area by area, and how far it is; null where nothing was published yet. Pages take away what small counts of people would give away. */
export async function scorecardOf(ctx: Ctx, code: string, asked: { plan?: string | undefined; year?: number | undefined } = {}) {
  const region = await getRegion(ctx, code);
  if (levelOf(code) > levels.county) throw new Refusal('scorecard-not-found', 404);
  const plan = await publicPlanOf(ctx, code, asked.plan);
  if (!plan) return { region, card: null };
  const today = beijingDay(ctx.now);
  const year = yearOfPlan(plan, asked.year, today);
  const frame = await frameOf(ctx, plan.id);
  const isOwn = frame.regionCode === code;
  if (!isOwn && !frame.regions.some((each) => each.code === code)) return { region, card: null };
  const since = newSince(frame, today);
  const [cells, links] = await Promise.all([
    isOwn ? ownValues(ctx, frame).then((values) => placeRow({ ...frame, values, year, today, since }))
      : cellsIn(ctx, frame, year).then((rows) => Object.fromEntries(Object.entries(rows).map(([action, row]) => [action, row[code]!]))),
    linksOf(ctx, frame.known.map(({ id }) => id)),
  ]);
  const areaOf = (id: number) => Number(links.get(id)?.find(({ frame }) => frame === 'unicef')?.target ?? 0) as Area;
  const promised: Promised[] = frame.actions.flatMap((action) => cells[action.code]!.standings.filter(({ light }) => light !== 'not-asked').map((standing) => {
    const known = frame.known.find((each) => each.code === standing.code)!;
    const own = isOwn ? [] : frame.own.filter((target) => target.regionCode === code && target.indicatorId === known.id).map(({ max, ...target }) => ({ ...target, ...(max === null ? {} : { max }) }));
    const targets = own.length > 0 ? own : action.indicators.find((each) => each.code === standing.code)!.targets;
    return { ...standing, action: action.code, known, target: targets.toSorted((one, other) => one.year - other.year).find((each) => each.year >= year) ?? targets.at(-1) ?? null };
  }));
  return {
    region,
    card: {
      plan, year, years: yearsOf(frame), isOwn, place: frame.place, regions: frame.regions, total: keptOf(promised.map(({ light }) => light)),
      areas: areas.map((area) => { const own = promised.filter(({ known }) => areaOf(known.id) === area); return { area, promised: own, kept: keptOf(own.map(({ light }) => light)) }; }).filter(({ promised: own }) => own.length > 0),
    },
  };
}

export type Scorecard = NonNullable<Awaited<ReturnType<typeof scorecardOf>>['card']>;
