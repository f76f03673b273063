import { leadsOn } from '#app/domain/city/city-plans/model.ts';
import { type Cockpit, type Key } from '#app/domain/city/cockpit/cockpit.ts';
import { type HeatCell, isBehind, keptOf, type Known, placeSum } from '#app/domain/city/cockpit/model.ts';
import type { RuleCode } from '#app/domain/city/early-warning/model.ts';
import type { Alert } from '#app/domain/city/early-warning/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay, addDays } from '#app/platform/dates.ts';
import { figure, told, withUnit } from '../../public/plans/words.ts';

type Locale = Ctx['locale'];
const mostNews = 8;

/** 一格 as the page shows it. */
export type Shown = Pick<HeatCell, 'light' | 'percent' | 'asked' | 'reported' | 'done' | 'marks' | 'isNew'> & { weakest: string; isBelowLine: boolean };

export function shownCell(cell: HeatCell, known: ReadonlyMap<string, Known>, locale: Locale): Shown {
  const { light, percent, asked, reported, done, marks, isNew, weakest } = cell;
  const named = weakest ? known.get(weakest) : undefined;
  return { light, percent, asked, reported, done, marks, isNew, weakest: named ? told(named, locale) : '', isBelowLine: named?.direction === 'hold' && isBehind(light) };
}

/** 驾驶舱 as the page shows it: words in the reader's language, nothing that is not drawn. */
export function shownCockpit(view: Cockpit, locale: Locale) {
  const { heat, own, year, years, plan, chosen } = view;
  const known = new Map(heat.known.map((each) => [each.code, each]));
  const day = view.today > heat.endsOn ? heat.endsOn : view.today;
  return {
    plan: { id: plan.id, name: told(plan, locale), place: plan.place, regionCode: plan.regionCode, isExample: plan.isExample, state: plan.state }, year, years, kpi: kpiOf(view, locale),
    regions: heat.regions.map(({ code, name }) => ({ code, name: shortName(name, heat.place) })),
    rows: heat.actions.map((action) => ({ code: action.code, name: told(action, locale), own: shownCell(own[action.code]!, known, locale), cells: heat.regions.map(({ code }) => shownCell(heat.cells[action.code]![code]!, known, locale)) })),
    tiles: heat.regions.map(({ code, name }) => tileOf(view, { code, name: shortName(name, heat.place) })),
    keys: view.keys.map(({ code, known: each, light }) => ({ code, name: told(each, locale), light })),
    chosen: chosen ? { code: chosen.code, name: told(chosen.known, locale), action: chosen.action, unit: chosen.known.unit, trajectory: chosen.trajectory } : null,
    alerts: view.alerts.slice(0, 5).map((alert) => alertOf(view, alert, locale)), needs: needsOf(view), news: newsOf(view, locale), since: addDays(view.today, -7),
    departments: view.departments.map((each) => {
      const roles = heat.actions.flatMap(({ leads }) => leadsOn(leads, day)).filter(({ department }) => department === each.id).map(({ role }) => role);
      return { id: each.id, name: told(each, locale), lead: roles.filter((role) => role === 'lead').length, co: roles.filter((role) => role === 'co').length };
    }).filter(({ lead, co }) => lead + co > 0),
  };
}

/** 短名: a zone that bears its city's name is called without it beside the city. */
export function shortName(name: string, place: string): string {
  const stem = place.replace(/[市省]$/, '');
  return stem.length > 1 && name.startsWith(stem) && name.length > stem.length + 2 ? name.slice(stem.length) : name;
}

function kpiOf({ heat, own, keys, alerts, today }: Cockpit, locale: Locale) {
  const open = alerts.filter(({ state }) => state === 'open');
  return {
    actions: keptOf(heat.actions.map(({ code }) => own[code]!.light)), keys: keys.slice(0, 2).map((key) => keyOf(key, locale)),
    alerts: { open: open.length, red: open.filter(({ level }) => level === 'red').length, today: open.filter(({ dueOn }) => dueOn === today).length, late: open.filter(({ dueOn }) => dueOn < today).length },
  };
}

function keyOf({ code, known, actual, target, light, percent, behindIn, action }: Key, locale: Locale) {
  const words = cityWords[locale];
  return {
    code, action, name: told(known, locale), light, percent, behindIn: behindIn.slice(0, 2), more: behindIn.length, actual: actual === null ? null : figure(actual, locale), unit: words.units[known.unit],
    target: target === null ? '' : withUnit(target, known.unit, words, locale),
  };
}

function tileOf({ heat }: Pick<Cockpit, 'heat'>, { code, name }: { code: string; name: string }) {
  return { code, name, ...placeSum(heat.actions.map((action) => heat.cells[action.code]![code]!)) };
}

type Named = Pick<Cockpit, 'heat' | 'departments' | 'today'>;

/** 一条预警 in words. */
export function alertOf({ heat, departments, today }: Named, alert: Alert, locale: Locale) {
  const words = cockpitWords[locale];
  const known = heat.known.find(({ id }) => id === alert.indicatorId);
  const place = alert.regionCode === heat.regionCode ? heat.place || words.nation : (heat.regions.find(({ code }) => code === alert.regionCode)?.name ?? alert.regionCode);
  const department = departments.find(({ id }) => id === alert.department);
  return {
    id: alert.id, level: alert.level, rule: alert.rule, place, name: known ? told(known, locale) : String(alert.indicatorId), says: known ? warningWords[locale].says(alert.rule, alert.ground, (value) => (value === null ? '—' : withUnit(Math.round(value * 100) / 100, known.unit, cityWords[locale], locale))) : '', state: alert.state, dueOn: alert.dueOn, isLate: alert.state === 'open' && alert.dueOn < today, isToday: alert.dueOn === today,
    owner: alert.ownerName ?? '', department: department ? told(department, locale) : '',
  };
}

function needsOf({ heat, progress, late, alerts, today, waiting }: Cockpit) {
  const overdue = heat.actions.flatMap(({ tasks }) => tasks).filter(({ id, dueOn }) => dueOn < today && !['done', 'stopped'].includes(progress[id]?.state ?? 'open'));
  return { alerts: alerts.length, late: late.length, longest: Math.max(0, ...late.map(({ daysLate }) => daysLate)), sheets: waiting, tasks: overdue.length };
}

function newsOf({ heat, own, week, today }: Cockpit, locale: Locale) {
  const words = cockpitWords[locale];
  const since = startOfBeijingDay(addDays(today, -7));
  const placeOf = (code: string) => (code === heat.regionCode ? heat.place || words.nation : (heat.regions.find((region) => region.code === code)?.name ?? code));
  const nameOf = (id: number | null) => { const known = heat.known.find((each) => each.id === id); return known ? told(known, locale) : ''; };
  const tasks = new Map(heat.actions.flatMap((action) => action.tasks).map((task) => [task.id, told(task, locale)]));
  const fresh = (cells: readonly HeatCell[]) => cells.flatMap(({ standings }) => standings).filter(({ isNew, light }) => isNew && light !== 'not-asked').length;
  const counted = [{ code: heat.regionCode, n: fresh(Object.values(own)) }, ...heat.regions.map(({ code }) => ({ code, n: fresh(heat.actions.map((action) => heat.cells[action.code]![code]!)) }))].filter(({ n }) => n > 0);
  const said = week.map((each) => {
    const place = placeOf(each.regionCode);
    const rule = warningWords[locale].rules[each.subject as RuleCode]?.name ?? '';
    const text = each.kind === 'corrected' ? words.week.corrected(place, nameOf(each.indicatorId), figure(each.from ?? 0, locale))
      : each.kind === 'task' ? words.week.task(tasks.get(each.subject) ?? '', words.taskStates[(each.state ?? 'open') as keyof typeof words.taskStates])
        : each.kind === 'raised' || each.kind === 'rose' ? words.week[each.kind](place, nameOf(each.indicatorId), rule)
          : each.kind === 'closed' ? words.week.closed(place, nameOf(each.indicatorId)) : words.week[each.kind](place);
    return { at: beijingDay(each.at), text };
  });
  const all = [...(counted.length > 0 ? [{ at: '', text: words.week.fresh(counted.reduce((sum, { n }) => sum + n, 0), counted.map(({ code, n }) => `${shortName(placeOf(code), heat.place)} ${n}`)) }] : []), ...said];
  return { lines: all.slice(0, mostNews), more: Math.max(0, all.length - mostNews), since: beijingDay(since) };
}

export type CockpitPage = ReturnType<typeof shownCockpit>;
