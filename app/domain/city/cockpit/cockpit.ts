import { may } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { lastTarget } from '#app/domain/city/city-plans/progress.ts';
import { progressOf } from '#app/domain/city/city-plans/read.ts';
import { lateSheets } from '#app/domain/city/collection/read.ts';
import { countSheetsIn } from '#app/domain/city/collection/waiting.ts';
import { judgedIn } from '#app/domain/city/early-warning/judged-in.ts';
import { openAlerts } from '#app/domain/city/early-warning/read.ts';
import { type Trajectory, trajectoryOf } from '#app/domain/city/early-warning/trajectory-of.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import type { Value } from '#app/domain/city/indicators/values.ts';
import { chosenOf, type PlanInSight, plansInSight, scopeIn, yearOfPlan } from './choose-plan.ts';
import { figureBefore } from './figure-before.ts';
import { type HeatCell, isBehind, type Known, type Standing, weaker } from './model.ts';
import { nameAlerts } from './name-alerts.ts';
import { isOver, sheetsOf } from './over.ts';
import { placeRow } from './place-row.ts';
import { cellsIn, frameOf, type Heat, newSince, ownValues } from './read.ts';
import { weekOf } from './week.ts';

export type CockpitAsked = { plan?: string | undefined; year?: number | undefined; indicator?: string | undefined };

/** How many alerts are named on the first page. */
const atOnce = 5;

/**
 * 驾驶舱: how one plan stands in one year, with what changed this week and what waits; of one that is closed how it stood, and what of it
 * still waits. Nothing where there is no plan to look at. Who
 * answers for one region of the plan and asks for no plan stands there first.
 */
export async function cockpitOf(ctx: Ctx, asked: CockpitAsked) {
  const [plans, ahead] = await Promise.all([plansInSight(ctx, asked.plan), asked.plan && frameOf(ctx, asked.plan)]); // what is asked for is read at once and shown only if it is in sight
  const plan = chosenOf(plans, asked.plan);
  if (!plan) return { plans, view: null, standsIn: undefined };
  const today = beijingDay(ctx.now);
  const year = yearOfPlan(plan, asked.year, today);
  const scope = scopeIn(ctx, plan.regionCode);
  const [frame, waiting, progress, departments] = await Promise.all([ahead || frameOf(ctx, plan.id), scope ? waitingIn(ctx, scope, today, plan) : nothingWaits, progressOf(ctx, plan.id), listDepartments(ctx)]);
  const standsIn = asked.plan === undefined && frame.regions.find(({ code }) => code === scope);
  if (standsIn) return { plans, view: null, standsIn: standsIn.code };
  const years = yearsOf(frame);
  const since = newSince(frame, today);
  const late = sheetsOf(frame, waiting.late);
  const [cells, values, week] = await Promise.all([cellsIn(ctx, frame, year, late), ownValues(ctx, frame), isOver(plan) ? [] : weekOf(ctx, frame, since)]);
  const named = await nameAlerts(ctx, frame, waiting.alerts);
  const heat: Heat = { ...frame, year, today, cells };
  const own = placeRow({ ...heat, values, year, today, since });
  const keys = keysOf(heat, own).map((key) => ({ ...key, before: key.actual === null || key.period === null ? null : figureBefore(values, key.known, key.period) }));
  const chosen = keys.find(({ code }) => code === asked.indicator) ?? keys[0];
  return {
    plans, standsIn: undefined,
    view: {
      plan, year, years, today, heat, own, keys, chosen: chosen && { ...chosen, trajectory: pathOf(heat, chosen.code, values, years, today) },
      ...waiting, late, named, week: week.filter((news) => scope !== undefined && contains(scope, news.regionCode)), progress, departments, mayMark: may(ctx.actor, 'city-plan.edit', plan),
    },
  };
}

const nothingWaits = { alerts: [], sums: { all: 0, open: 0, red: 0, today: 0, late: 0 }, judged: { judged: 0, real: 0 }, late: [], waiting: 0 };

/** 等着的事 inside a region; alerts are about what runs now, and of a plan that is over no page speaks of them. */
async function waitingIn(ctx: Ctx, scope: string, today: string, plan: PlanInSight) {
  const [{ alerts, sums }, judged, late, waiting] = await Promise.all([isOver(plan) ? nothingWaits : openAlerts(ctx, scope, { today, size: atOnce, forMe: true }), isOver(plan) ? nothingWaits.judged : judgedIn(ctx, scope), lateSheets(ctx, scope, today), countSheetsIn(ctx, scope, isOver(plan) ? plan : undefined)]);
  return { alerts, sums, judged, late, waiting };
}

export type Cockpit = NonNullable<Awaited<ReturnType<typeof cockpitOf>>['view']>;
/** A key figure: in how many places below it is asked and told, and where it is behind. */
export type Key = Standing & { action: string; known: Known; target: number | null; askedIn: number; toldIn: number; behindIn: string[] };

/** 关键指标: the numbers with targets, the weakest in the plan's own place first, then those behind in most places below. */
export function keysOf(heat: Heat, own: Record<string, HeatCell>): Key[] {
  const byCode = new Map(heat.known.map((each) => [each.code, each]));
  return heat.actions.flatMap((action) => own[action.code]!.standings.flatMap((standing) => {
    const known = byCode.get(standing.code)!;
    const measured = action.indicators.find(({ code }) => code === standing.code)!;
    if (known.kind === 'milestone' || measured.targets.length === 0) return [];
    const target = measured.targets.toSorted((one, other) => one.year - other.year).find((each) => each.year >= heat.year);
    const below = heat.regions.map(({ code, name }) => ({ name, cell: heat.cells[action.code]![code]!.standings.find((cell) => cell.code === standing.code && cell.light !== 'not-asked') })).filter(({ cell }) => cell);
    const behindIn = below.filter(({ cell }) => isBehind(cell!.light)).map(({ name }) => name);
    return [{ ...standing, action: action.code, known, target: (target ?? lastTarget(measured))?.value ?? null, askedIn: below.length, toldIn: below.filter(({ cell }) => cell!.actual !== null).length, behindIn }];
  })).toSorted((one, other) => weaker(one.light, other.light) || other.behindIn.length - one.behindIn.length || (one.percent ?? Infinity) - (other.percent ?? Infinity));
}

/** 轨迹 of one indicator of the plan in one place. */
export function pathOf(heat: Pick<Heat, 'actions' | 'known'>, code: string, values: readonly Value[], years: readonly number[], today: string): Trajectory {
  const definition = heat.known.find((each) => each.code === code)!;
  const measured = heat.actions.flatMap(({ indicators }) => indicators).find((each) => each.code === code)!;
  return trajectoryOf({ definition, measured, values: values.filter(({ indicatorId }) => indicatorId === definition.id), years, today });
}
