import { leadsOn, yearsOf } from '#app/domain/city/city-plans/model.ts';
import { progressOf } from '#app/domain/city/city-plans/read.ts';
import { lateSheets } from '#app/domain/city/collection/read.ts';
import { openAlerts } from '#app/domain/city/early-warning/read.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { chosenOf, plansInSight, scopeIn, yearOfPlan } from './choose-plan.ts';
import { isBehind } from './model.ts';
import { nameAlerts } from './name-alerts.ts';
import { isOver, sheetsOf } from './over.ts';
import { placeRow } from './place-row.ts';
import { cellsIn, frameOf, newSince, ownValues } from './read.ts';

/** How many alerts are named on the page. */
const atOnce = 8;

/** 一个部门 in a plan: what it leads and shares on the day, its tasks, the indicators it answers for, its late sheets and alerts. */
export async function departmentInCockpit(ctx: Ctx, id: string, asked: { plan?: string | undefined; year?: number | undefined }) {
  const [departments, plans] = await Promise.all([listDepartments(ctx), plansInSight(ctx, asked.plan)]);
  const department = departments.find((each) => each.id === id);
  if (!department) throw new Refusal('department-not-found', 404);
  const plan = chosenOf(plans, asked.plan);
  if (!plan) throw new Refusal('city-plan-not-found', 404);
  const today = beijingDay(ctx.now);
  const year = yearOfPlan(plan, asked.year, today);
  const [frame, progress] = await Promise.all([frameOf(ctx, plan.id), progressOf(ctx, plan.id)]);
  const day = today > frame.endsOn ? frame.endsOn : today < frame.startsOn ? frame.startsOn : today;
  const mine = frame.actions.map((action) => ({ action, lead: leadsOn(action.leads, day).find((each) => each.department === id) })).filter((each) => each.lead !== undefined);
  const led = new Set(mine.filter(({ lead }) => lead!.role === 'lead').flatMap(({ action }) => action.indicators).map(({ code }) => code));
  const waiting = { today, size: atOnce, department: { id, indicatorIds: frame.known.filter(({ code }) => led.has(code)).map((each) => each.id) } };
  const scope = scopeIn(ctx, plan.regionCode);
  const [cells, values, late, { alerts, sums }] = await Promise.all([
    cellsIn(ctx, { ...frame, actions: mine.map(({ action }) => action) }, year), ownValues(ctx, frame), scope ? lateSheets(ctx, scope, today).then((sheets) => sheetsOf(frame, sheets)) : [], scope && !isOver(plan) ? openAlerts(ctx, scope, waiting) : { alerts: [], sums: { all: 0 } },
  ]);
  const own = placeRow({ ...frame, values, year, today, since: newSince(frame, today) });
  const ids = new Set(frame.known.filter(({ owner }) => owner === id).map((each) => each.id));
  return {
    department, departments, plans, plan, year, years: yearsOf(frame), today, heat: frame,
    actions: mine.map(({ action, lead }) => ({ action, role: lead!.role, from: lead!.from, own: own[action.code]!, behindIn: frame.regions.filter(({ code }) => isBehind(cells[action.code]![code]!.light)).map(({ name }) => name) })),
    tasks: mine.filter(({ lead }) => lead!.role === 'lead').flatMap(({ action }) => action.tasks.map((task) => {
      const state = progress[task.id]?.state ?? 'open';
      return { ...task, action: action.code, state, isOverdue: task.dueOn < today && state !== 'done' && state !== 'stopped' };
    })).toSorted((one, other) => Number(other.isOverdue) - Number(one.isOverdue) || (one.dueOn < other.dueOn ? -1 : 1)),
    figures: frame.actions.flatMap((action) => own[action.code]!.standings.map((standing) => ({ ...standing, action: action.code, known: frame.known.find(({ code }) => code === standing.code)! }))).filter(({ known }) => known.owner === id),
    late: late.filter((sheet) => sheet.department === id || (sheet.department === '' && sheet.indicatorIds.some((each) => ids.has(each)))), alerts, named: await nameAlerts(ctx, frame, alerts), open: sums.all,
  };
}

export type DepartmentView = Awaited<ReturnType<typeof departmentInCockpit>>;
