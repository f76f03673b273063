import type { DepartmentView } from '#app/domain/city/cockpit/department.ts';
import type { DistrictView } from '#app/domain/city/cockpit/district.ts';
import { isMissing, type Known, type Standing } from '#app/domain/city/cockpit/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { told, withUnit } from '../../public/plans/words.ts';
import { alertOf, endedOf, freshIn, newsOf, shownCell } from './load.ts';

type Locale = Ctx['locale'];

/** 一个指标站在哪里, in words. */
export function lineOf(standing: Standing & { action: string; known: Known }, locale: Locale) {
  const { known, code, action, light, percent, actual, expected, period, isNew, overdue, isEstimate } = standing;
  const said = (value: number | null) => (value === null ? null : withUnit(Math.round(value * 100) / 100, known.unit, cityWords[locale], locale));
  const isMilestone = known.kind === 'milestone';
  return { code, action, name: told(known, locale), light, percent, isMilestone, actual: isMilestone ? null : said(actual), expected: isMilestone ? null : said(expected), period: period === null ? '' : periodWords(trajectoryWords[locale], period), overdue: overdue === undefined ? '' : periodWords(trajectoryWords[locale], overdue), isNew, isEstimate: isEstimate === true };
}

/** 先看要紧的: what is behind, then what was not reported, then the rest; within each in the order of the plan. */
const urgency = (standing: Standing): number => (standing.light === 'far-behind' ? 0 : standing.light === 'behind' ? 1 : isMissing(standing) ? 2 : 3);

export function shownDistrict(view: DistrictView, locale: Locale) {
  const { plan, year, years, heat, region } = view;
  return {
    plan: { id: plan.id, name: told(plan, locale), isExample: plan.isExample }, year, years, region: { code: region.code, name: region.name }, sums: view.sums,
    rows: view.standings.toSorted((one, other) => urgency(one) - urgency(other)).map((standing) => ({ ...lineOf(standing, locale), isOwn: standing.isOwn, better: standing.better, compared: standing.compared })),
    paths: view.paths.map(({ code, known, trajectory }) => ({ code, name: told(known, locale), unit: known.unit, trajectory })),
    alerts: view.alerts.map((alert) => alertOf(view, alert, locale)), late: view.late.slice(0, 20).map((sheet) => sheetOf(view, sheet, locale)), waiting: view.waiting,
    ended: endedOf(view, locale), news: newsOf(view, [{ code: region.code, n: freshIn(view.standings) }], locale), others: heat.regions.map(({ code, name }) => ({ code, name })),
  };
}

/** 一张逾期的填报表 in words. */
function sheetOf({ heat, departments }: Pick<DepartmentView, 'heat' | 'departments'>, { sheetId, regionCode, department, period, dueOn, daysLate, indicatorIds }: DistrictView['late'][number], locale: Locale) {
  const words = cockpitWords[locale];
  const owner = departments.find(({ id }) => id === department);
  const place = regionCode === heat.regionCode ? heat.place || words.nation : (heat.regions.find(({ code }) => code === regionCode)?.name ?? regionCode);
  return { id: sheetId, who: owner ? told(owner, locale) : place, period: periodWords(trajectoryWords[locale], period), dueOn, daysLate, many: indicatorIds.length };
}

export function shownDepartment(view: DepartmentView, locale: Locale) {
  const { plan, year, years, heat, department } = view;
  const known = new Map(heat.known.map((each) => [each.code, each]));
  return {
    plan: { id: plan.id, name: told(plan, locale), isExample: plan.isExample }, year, years, department: { id: department.id, name: told(department, locale) },
    actions: view.actions.map(({ action, role, own, behindIn }) => ({ code: action.code, name: told(action, locale), role, cell: shownCell(own, known, locale), behindIn })),
    tasks: view.tasks.map(({ id, action, dueOn, state, isOverdue, ...words }) => ({ id, action, dueOn, state, isOverdue, name: told(words, locale) })),
    rows: view.figures.map((standing) => ({ ...lineOf(standing, locale), isOwn: false, better: null, compared: 0 })),
    alerts: view.alerts.map((alert) => alertOf(view, alert, locale)), late: view.late.slice(0, 20).map((sheet) => sheetOf(view, sheet, locale)), sums: { tasks: view.tasks.filter(({ isOverdue }) => isOverdue).length, alerts: view.open, late: view.late.length }, ended: endedOf(view, locale),
    others: view.departments.filter(({ id }) => heat.actions.some(({ leads }) => leads.some((lead) => lead.department === id))).map((each) => ({ id: each.id, name: told(each, locale) })),
  };
}

export type StandingRow = ReturnType<typeof shownDistrict>['rows'][number];
export type SheetRow = ReturnType<typeof sheetOf>;
