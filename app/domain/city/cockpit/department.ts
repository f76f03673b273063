import { leadsOn, yearsOf } from '#app/domain/city/city-plans/model.ts';
import { progressOf } from '#app/domain/city/city-plans/read.ts';
import { lateSheets } from '#app/domain/city/collection/read.ts';
import { openAlerts } from '#app/domain/city/early-warning/read.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { chosenOf, plansInSight, scopeIn, yearOfPlan } from './choose-plan.ts';
import { isBehind } from './model.ts';
import { placeRow } from './place-row.ts';
import { heatOf, newDays } from './read.ts';

/** 一个部门 in a plan: what it leads and shares on the day, its tasks, the indicators it answers for, its late sheets and alerts. */
export async function departmentInCockpit(ctx: Ctx, id: string, asked: { plan?: string | undefined; year?: number | undefined }) {
  const departments = await listDepartments(ctx);
  const department = departments.find((each) => each.id === id);
  if (!department) throw new Refusal('department-not-found', 404);
  const plans = await plansInSight(ctx);
  const plan = chosenOf(plans, asked.plan);
  if (!plan) throw new Refusal('city-plan-not-found', 404);
  const today = beijingDay(ctx.now);
  const year = yearOfPlan(plan, asked.year, today);
  const heat = await heatOf(ctx, plan.id, year);
  const years = yearsOf(heat);
  const values = await valuesIn(ctx, heat.regionCode, heat.known.map((each) => each.id), years[0]! - 3, years.at(-1)!);
  const own = placeRow({ ...heat, values, year, today, since: startOfBeijingDay(addDays(today, -newDays)) });
  const day = today > heat.endsOn ? heat.endsOn : today < heat.startsOn ? heat.startsOn : today;
  const progress = await progressOf(ctx, plan.id);
  const mine = heat.actions.map((action) => ({ action, lead: leadsOn(action.leads, day).find((each) => each.department === id) })).filter((each) => each.lead !== undefined);
  const scope = scopeIn(ctx, plan.regionCode);
  const ids = new Set(heat.known.filter(({ owner }) => owner === id).map((each) => each.id));
  const ledCodes = new Set(mine.filter(({ lead }) => lead!.role === 'lead').map(({ action }) => action.code));
  return {
    department, departments, plans, plan, year, years, today, heat,
    actions: mine.map(({ action, lead }) => ({ action, role: lead!.role, from: lead!.from, own: own[action.code]!, behindIn: heat.regions.filter(({ code }) => isBehind(heat.cells[action.code]![code]!.light)).map(({ name }) => name) })),
    tasks: mine.filter(({ lead }) => lead!.role === 'lead').flatMap(({ action }) => action.tasks.map((task) => {
      const state = progress[task.id]?.state ?? 'open';
      return { ...task, action: action.code, state, isOverdue: task.dueOn < today && state !== 'done' && state !== 'stopped' };
    })).toSorted((one, other) => Number(other.isOverdue) - Number(one.isOverdue) || (one.dueOn < other.dueOn ? -1 : 1)),
    figures: heat.actions.flatMap((action) => own[action.code]!.standings.map((standing) => ({ ...standing, action: action.code, known: heat.known.find(({ code }) => code === standing.code)! }))).filter(({ known }) => known.owner === id),
    late: (scope ? await lateSheets(ctx, scope, today) : []).filter((sheet) => sheet.department === id || (sheet.department === '' && sheet.indicatorIds.some((each) => ids.has(each)))),
    alerts: (scope ? await openAlerts(ctx, scope) : []).filter((alert) => alert.department === id || (alert.department === '' && heat.actions.some(({ code, indicators }) => ledCodes.has(code) && indicators.some((each) => heat.known.find((known) => known.code === each.code)?.id === alert.indicatorId)))),
  };
}

export type DepartmentView = Awaited<ReturnType<typeof departmentInCockpit>>;
