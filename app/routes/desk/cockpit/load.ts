import { leadsOn } from '#app/domain/city/city-plans/model.ts';
import { type Cockpit, type Key } from '#app/domain/city/cockpit/cockpit.ts';
import { type HeatCell, isBehind, keptOf, type Known, placeSum, type Standing } from '#app/domain/city/cockpit/model.ts';
import { isOver } from '#app/domain/city/cockpit/over.ts';
import type { Frame } from '#app/domain/city/cockpit/read.ts';
import type { News } from '#app/domain/city/cockpit/week.ts';
import { type RuleCode, shareOfReal } from '#app/domain/city/early-warning/model.ts';
import type { Alert } from '#app/domain/city/early-warning/read.ts';
import { longestSilence, silencePlace } from '#app/domain/city/early-warning/silence-place.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, nearDay, shortDay } from '#app/platform/dates.ts';
import { periodName } from '../../public/statistics-database/names.ts';
import { figure, told, withUnit } from '../../public/plans/words.ts';
import { shorten } from './short-cells.ts';

type Locale = Ctx['locale'];
const mostNews = 8;

/** 一格 as the page shows it; what it does not say is not in it. */
export type Shown = Pick<HeatCell, 'light' | 'percent'> & {
  weakest?: string; isBelowLine?: true; isNew?: true; isEstimate?: true;
  /** Figures, where only some were reported. */
  partly?: Pick<HeatCell, 'asked' | 'reported'>;
  /** Milestones, where there are some. */
  marked?: Pick<HeatCell, 'done' | 'marks'>;
};
const notAsked: Shown = { light: 'not-asked', percent: null };

export function shownCell(cell: HeatCell, known: ReadonlyMap<string, Known>, locale: Locale): Shown {
  const { light, percent, asked, reported, done, marks, isNew, isEstimate, weakest } = cell;
  if (light === 'not-asked') return notAsked;
  const named = weakest ? known.get(weakest) : undefined;
  return {
    light, percent, ...(named ? { weakest: told(named, locale) } : {}), ...(named?.direction === 'hold' && isBehind(light) ? { isBelowLine: true } : {}), ...(isNew ? { isNew } : {}), ...(isEstimate ? { isEstimate } : {}),
    ...(reported > 0 && reported < asked ? { partly: { asked, reported } } : {}), ...(marks > 0 ? { marked: { done, marks } } : {}),
  };
}

/** 驾驶舱 as the page shows it: words in the reader's language, nothing that is not drawn. */
export function shownCockpit(view: Cockpit, locale: Locale) {
  const { heat, own, year, years, plan, chosen } = view;
  const known = new Map(heat.known.map((each) => [each.code, each]));
  const day = view.today > heat.endsOn ? heat.endsOn : view.today;
  const names = new Map<string, number>();
  return {
    plan: { id: plan.id, name: told(plan, locale), place: plan.place, regionCode: plan.regionCode, isExample: plan.isExample, state: plan.state }, year, years, today: view.today, kpi: kpiOf(view, locale), ended: endedOf(view, locale),
    regions: heat.regions.map(({ code, name }) => ({ code, name: shortPlace(name, heat.place) })),
    rows: heat.actions.map((action) => ({ code: action.code, name: told(action, locale), own: shownCell(own[action.code]!, known, locale), cells: shorten(heat.regions.map(({ code }) => shownCell(heat.cells[action.code]![code]!, known, locale)), names) })),
    names: [...names.keys()],
    tiles: heat.regions.map(({ code, name }) => tileOf(view, { code, name })),
    keys: view.keys.map(({ code, known: each, light }) => ({ code, name: told(each, locale), light })),
    chosen: chosen ? { code: chosen.code, name: told(chosen.known, locale), unit: chosen.known.unit, trajectory: chosen.trajectory } : null,
    alerts: view.alerts.map((alert) => alertOf(view, alert, locale)), needs: needsOf(view), news: isOver(plan) ? null : newsOf(view, freshOf(view), locale),
    departments: view.departments.map((each) => {
      const roles = heat.actions.flatMap(({ leads }) => leadsOn(leads, day)).filter(({ department }) => department === each.id).map(({ role }) => role);
      return { id: each.id, name: told(each, locale), lead: roles.filter((role) => role === 'lead').length, co: roles.filter((role) => role === 'co').length };
    }).filter(({ lead, co }) => lead + co > 0),
  };
}

/** 短地名: a column of the plan's own place does not begin with its name: 合肥高新技术产业开发区, Hefei High-tech Development Zone. */
export function shortPlace(name: string, place: string): string {
  const own = place.replace(/(市|省|自治区|自治州| City| Province)$/, '').split(/[\s,]+/).at(-1)!;
  const rest = own !== '' && name.startsWith(own) ? name.slice(own.length).trim() : name;
  return /开发区$|园区$|Zone$|Park$/.test(rest) ? rest : name;
}

function kpiOf({ heat, own, keys, sums, judged, progress }: Cockpit, locale: Locale) {
  const tasks = heat.actions.flatMap((action) => action.tasks);
  return { tasks: { all: tasks.length, done: tasks.filter(({ id }) => progress[id]?.state === 'done').length }, actions: keptOf(heat.actions.map(({ code }) => own[code]!.light)), keys: keys.slice(0, 2).map((key) => keyOf(key, locale)), alerts: sums, judged: { ...judged, share: shareOfReal(judged) } };
}

function keyOf({ before, code, known, isEstimate, actual, target, light, percent, askedIn, toldIn, behindIn, action }: Cockpit['keys'][number], locale: Locale) {
  const words = cityWords[locale];
  return {
    code, action, since: before && actual !== null ? cockpitWords[locale].kpi.since(periodName(before.period, locale), changeSaid(actual - before.value, known.unit, locale), Math.sign(round(actual - before.value))) : '', name: told(known, locale), isEstimate: isEstimate === true, light, percent, askedIn, toldIn, behindIn: behindIn.slice(0, 2), more: behindIn.length, actual: actual === null ? null : figure(actual, locale), unit: words.units[known.unit],
    target: target === null ? '' : withUnit(target, known.unit, words, locale),
  };
}

function tileOf({ heat }: Pick<Cockpit, 'heat'>, { code, name }: { code: string; name: string }) {
  return { code, name: shortPlace(name, heat.place), ...placeSum(heat.actions.map((action) => heat.cells[action.code]![code]!)) };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** 差多少: in points where it is a share. */
function changeSaid(difference: number, unit: Key['known']['unit'], locale: Locale): string {
  const much = Math.abs(round(difference));
  return unit === 'percent' ? cockpitWords[locale].kpi.points(figure(much, locale)) : withUnit(much, unit, cityWords[locale], locale);
}

type Told = Pick<Cockpit, 'departments' | 'today'> & { heat: Pick<Frame, 'regionCode' | 'place' | 'regions' | 'known'> };

/** 一条预警 in words; what one place has not reported is one. */
export function alertOf({ heat, departments, today, named }: Told & Pick<Cockpit, 'named'>, alert: Alert, locale: Locale) {
  const words = cockpitWords[locale];
  const known = heat.known.find(({ id }) => id === alert.indicatorId) ?? named.known.get(alert.indicatorId);
  const at = alert.many > 1 ? silencePlace(alert.regionCode) : alert.regionCode;
  const place = at === heat.regionCode ? heat.place || words.nation : (heat.regions.find(({ code }) => code === at)?.name ?? named.places.get(at) ?? at);
  const department = departments.find(({ id }) => id === alert.department);
  const shown = { id: alert.id, level: alert.level, state: alert.state, dueOn: alert.dueOn, due: nearDay(alert.dueOn, locale, today), isLate: alert.state === 'open' && alert.dueOn < today, isToday: alert.dueOn === today };
  if (alert.many > 1) return { ...shown, to: `/desk/warnings?state=${alert.state}&silent=${at}`, title: warningWords[locale].silence.line(place, alert.many, longestSilence(alert.oldest, today)), says: '', owner: '', department: '' };
  return {
    ...shown, to: `/desk/warnings/${alert.id}`, title: `${place} · ${known ? told(known, locale) : String(alert.indicatorId)}`, says: known ? warningWords[locale].says(alert.rule, alert.ground, (value) => (value === null ? '—' : withUnit(Math.round(value * 100) / 100, known.unit, cityWords[locale], locale))) : '',
    owner: alert.ownerName ?? '', department: department ? told(department, locale) : '',
  };
}

/** 结束的日子 of a plan that is closed; null while it runs. */
export function endedOf({ plan }: Pick<Cockpit, 'plan'>, locale: Locale) {
  return isOver(plan) ? { on: plan.closedAt === null ? '' : shortDay(beijingDay(plan.closedAt), locale) } : null;
}

function needsOf({ heat, progress, late, sums, today, waiting, mayMark, plan }: Cockpit) {
  const overdue = !mayMark || isOver(plan) ? [] : heat.actions.flatMap(({ tasks }) => tasks).filter(({ id, dueOn }) => dueOn < today && !['done', 'stopped'].includes(progress[id]?.state ?? 'open'));
  const mine = late.filter(({ isMine }) => isMine);
  return { alerts: sums.all, late: mine.length, longest: Math.max(0, ...mine.map(({ daysLate }) => daysLate)), sheets: waiting, tasks: overdue.length };
}

function freshOf({ heat, own }: Cockpit) {
  const standings = (cells: readonly HeatCell[]) => freshIn(cells.flatMap((cell) => cell.standings));
  return [{ code: heat.regionCode, n: standings(Object.values(own)) }, ...heat.regions.map(({ code }) => ({ code, n: standings(heat.actions.map((action) => heat.cells[action.code]![code]!)) }))];
}

/** 本周新报的数 among some figures. */
export const freshIn = (standings: readonly Standing[]): number => standings.filter(({ isNew, light }) => isNew && light !== 'not-asked').length;

/** 这一周变了什么, in words: new figures first, then what happened, newest first. */
export function newsOf({ heat, week, today }: Told & { heat: Pick<Frame, 'actions'>; week: readonly News[] }, fresh: readonly { code: string; n: number }[], locale: Locale) {
  const words = cockpitWords[locale];
  const placeOf = (code: string) => (code === heat.regionCode ? heat.place || words.nation : (heat.regions.find((region) => region.code === code)?.name ?? code));
  const nameOf = (id: number | null) => { const known = heat.known.find((each) => each.id === id); return known ? told(known, locale) : ''; };
  const amount = ({ indicatorId, from }: News) => withUnit(from ?? 0, heat.known.find(({ id }) => id === indicatorId)?.unit ?? 'count', cityWords[locale], locale);
  const tasks = new Map(heat.actions.flatMap((action) => action.tasks).map((task) => [task.id, told(task, locale)]));
  const counted = fresh.filter(({ n }) => n > 0);
  const said = week.map((each) => {
    const place = placeOf(each.regionCode);
    const rule = warningWords[locale].rules[each.subject as RuleCode]?.name ?? '';
    const text = each.kind === 'corrected' ? words.week.corrected(place, nameOf(each.indicatorId), amount(each))
      : each.kind === 'task' ? words.week.task(tasks.get(each.subject) ?? '', words.taskStates[(each.state ?? 'open') as keyof typeof words.taskStates])
        : each.many > 1 && (each.kind === 'raised' || each.kind === 'rose' || each.kind === 'closed') ? words.week.silent[each.kind](place, each.many)
        : each.kind === 'raised' || each.kind === 'rose' ? words.week[each.kind](place, nameOf(each.indicatorId), rule)
          : each.kind === 'closed' ? words.week.closed(place, nameOf(each.indicatorId)) : words.week[each.kind](place);
    const at = beijingDay(each.at);
    return { at, on: nearDay(at, locale, today), text };
  });
  const all = [...(counted.length > 0 ? [{ at: '', on: '', text: words.week.fresh(counted.reduce((sum, { n }) => sum + n, 0), counted.map(({ code, n }) => `${placeOf(code)} ${n}`)) }] : []), ...said];
  return { lines: all.slice(0, mostNews), more: Math.max(0, all.length - mostNews), since: nearDay(addDays(today, -7), locale, today) };
}

export type CockpitPage = ReturnType<typeof shownCockpit>;
