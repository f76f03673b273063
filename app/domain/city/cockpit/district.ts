import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { lateSheets } from '#app/domain/city/collection/read.ts';
import { countSheetsIn } from '#app/domain/city/collection/waiting.ts';
import { openAlerts } from '#app/domain/city/early-warning/read.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plansInSight, yearOfPlan } from './choose-plan.ts';
import { pathOf } from './cockpit.ts';
import { isBehind, isMissing, weaker } from './model.ts';
import { isOver, sheetsOf } from './over.ts';
import { nameAlerts } from './name-alerts.ts';
import { cellsIn, frameOf, type Heat, newSince } from './read.ts';
import { weekOf } from './week.ts';

/** How many lines are drawn, and how many alerts are named. */
const [drawn, atOnce] = [2, 8];

/** 一个地区 of a plan: its figures beside what was expected of it and beside the other regions, its weakest lines drawn, its alerts and sheets, and what changed there this week. */
export async function districtInCockpit(ctx: Ctx, code: string, asked: { plan?: string | undefined; year?: number | undefined }) {
  allow(ctx, 'city-plan.edit', { regionCode: code });
  const today = beijingDay(ctx.now);
  const [region, inSight, now, overdue, waiting, departments] = await Promise.all([getRegion(ctx, code), plansInSight(ctx, asked.plan, code), openAlerts(ctx, code, { today, size: atOnce }), lateSheets(ctx, code, today), countSheetsIn(ctx, code), listDepartments(ctx)]);
  const plans = inSight.filter((plan) => plan.regionCode !== code && (plan.regionCode === '*' ? code.length === 2 : code.startsWith(plan.regionCode)));
  const plan = plans.find(({ id }) => id === asked.plan) ?? plans[0];
  if (!plan) throw new Refusal('city-plan-not-found', 404);
  const year = yearOfPlan(plan, asked.year, today);
  const frame = await frameOf(ctx, plan.id);
  const [open, late] = [isOver(plan) ? noAlerts : now, sheetsOf(frame, overdue)];
  const years = yearsOf(frame);
  const [cells, week] = await Promise.all([cellsIn(ctx, frame, year, late), isOver(plan) ? [] : weekOf(ctx, { ...frame, regionCode: code, regions: [] }, newSince(frame, today))]);
  const heat: Heat = { ...frame, year, today, cells };
  const standings = heat.actions.flatMap((action) => (heat.cells[action.code]![code]?.standings ?? []).filter(({ light }) => light !== 'not-asked').map((standing) => {
    const known = heat.known.find((each) => each.code === standing.code)!;
    const others = heat.regions.map((each) => heat.cells[action.code]![each.code]!.standings.find((one) => one.code === standing.code)?.percent ?? null).filter((percent) => percent !== null);
    const better = standing.percent === null ? null : others.filter((percent) => percent > standing.percent!).length;
    return { ...standing, action: action.code, known, isOwn: heat.own.some((target) => target.regionCode === code && target.indicatorId === known.id), better, compared: others.length };
  }));
  const weakest = standings.filter(({ light, known }) => known.kind === 'numeric' && light !== 'no-figure').toSorted((one, other) => weaker(one.light, other.light) || (one.percent ?? Infinity) - (other.percent ?? Infinity)).slice(0, drawn);
  const values = await valuesIn(ctx, code, weakest.map(({ known }) => known.id), years[0]! - 3, years.at(-1)!);
  return {
    region, plans, plan, year, years, today, heat, standings,
    paths: weakest.map((each) => ({ code: each.code, known: each.known, trajectory: pathOf({ actions: targetsHere(heat, code), known: heat.known }, each.code, values, years, today) })),
    alerts: open.alerts, named: await nameAlerts(ctx, frame, open.alerts), late, waiting, departments, week: week.filter(({ kind }) => kind !== 'task'),
    sums: {
      alerts: open.sums.all,
      compared: heat.actions.filter((action) => (heat.cells[action.code]![code]?.standings ?? []).some(({ actual, light }) => actual !== null && light !== 'not-asked')).length,
      behind: heat.actions.filter((action) => isBehind(heat.cells[action.code]![code]?.light ?? 'not-asked')).length, missing: standings.filter(isMissing).length,
    },
  };
}

const noAlerts = { alerts: [], sums: { all: 0 } };

/** The plan's actions as they are asked of one region: with its own targets where it has some. */
function targetsHere({ actions, own, known }: Heat, code: string) {
  return actions.map((action) => ({
    ...action,
    indicators: action.indicators.map((measured) => {
      const id = known.find((each) => each.code === measured.code)!.id;
      const mine = own.filter((target) => target.regionCode === code && target.indicatorId === id);
      return mine.length === 0 ? measured : { ...measured, targets: mine.map(({ year, op, value, max }) => ({ year, op, value, ...(max === null ? {} : { max }) })) };
    }),
  }));
}

export type DistrictView = Awaited<ReturnType<typeof districtInCockpit>>;
