import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type AlertLines, alertLines, lineOf, urgencyOf } from './alert-lines.ts';
import { isUnwatched } from './is-unwatched.ts';
import { judgedIn } from './judged-in.ts';
import type { AlertState } from './model.ts';
import { measureIsDue } from './promised-measure.ts';
import { longestSilence, silencePlace } from './silence-place.ts';
import { alerts } from './tables.server.ts';
import { type AlertFilter, whichAlerts } from './which-alerts.ts';
import { ownersFor } from './who-may-own.ts';
import { withoutOwn } from './within-own.ts';

/** 一页多少行: what waits is looked through as a whole, what is over is looked up. */
const rowsOf = (state: AlertState | undefined) => (isWaiting(state) ? 50 : 20);
const mostAtOnce = 300;
const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));
const indicatorNamed = { indicatorCode: indicators.code, zh: sql<string>`${indicatorVersions.definition}->>'zh'`, en: sql<string>`${indicatorVersions.definition}->>'en'`, unit: sql<string>`${indicatorVersions.definition}->>'unit'` };

/** A page begins after the line that its cursor names: what waits in the order of urgency, the rest newest first. */
function orderOf(lines: AlertLines, cursor: Cursor, isUrgent: boolean): { where: SQL | undefined; order: SQL[] } {
  if (!isUrgent) {
    const { where, order } = keyset(lines.id, cursor);
    return { where, order: [order] };
  }
  const at = cursor.before ?? cursor.after;
  const name = (column: string) => sql.raw(`c.${column}`);
  const other = urgencyOf({ level: name('level'), dueOn: name('due_on'), regionCode: name('region_code'), rule: name('rule'), id: name('id') });
  const own = urgencyOf(lines);
  return {
    order: own.map((each) => (cursor.before ? desc(each) : asc(each))),
    where: at ? sql`(${sql.join(own, sql`, `)}) ${sql.raw(cursor.before ? '<' : '>')} (select ${sql.join(other, sql`, `)} from ${alerts} c where c.id = ${at})` : undefined,
  };
}

const isWaiting = (state: AlertState | undefined) => state === 'open' || state === 'answered';

/** 预警列表 of the own regions: what waits by its urgency, silence of one place in one line, the rest newest first; with what waits and what is late. */
export async function listAlerts(ctx: Ctx, asked: AlertFilter) {
  allowAnywhere(ctx, 'warning.read');
  const cursor = cursorOf(asked);
  const { region, silent, state } = asked;
  const lines = alertLines(ctx, whichAlerts(ctx, asked), (isWaiting(state) || state === 'ended') && !silent);
  const { where, order } = orderOf(lines, cursor, isWaiting(state));
  const rows = await ctx.db.select({
    id: lines.id, regionCode: lines.regionCode, rule: lines.rule, level: lines.level, state: lines.state, ground: lines.ground, dueOn: lines.soonest, raisedOn: lines.raisedOn, department: lines.department,
    ownerName: lines.ownerName, verdict: lines.verdict, measureBy: lines.measureBy, endedOn: lines.endedOn, many: lines.many, oldest: lines.oldest, unowned: lines.unowned, handledBy: lines.handledBy, isUnwatched: isUnwatched(lines), ...indicatorNamed,
  }).from(lines).innerJoin(indicators, eq(indicators.id, lines.indicatorId)).innerJoin(indicatorVersions, inForce).where(and(eq(lines.nth, 1), where)).orderBy(...order).limit(rowsOf(state) + 1);
  const today = beijingDay(ctx.now);
  const sums = await sumsByDistrict(ctx, today);
  const [judged, [followed]] = [await judgedIn(ctx, region), await ctx.db.select({ due: count() }).from(alerts).where(and(within(ctx, 'warning.read', alerts.regionCode), inside(alerts.regionCode, region), measureIsDue(today)))];
  const found = isWaiting(state) ? null : await foundByDistrict(ctx, asked);
  const districts = placesToChoose((found ?? sums).map((each) => each.district));
  const own = regionsFor(ctx.actor, 'warning.read').find((code) => code !== '*') ?? '';
  const named = await placeNames(ctx, [own, ...rows.flatMap(({ regionCode }) => [regionCode, silencePlace(regionCode)]), ...districts, ...(silent ? [silent] : [])]);
  const place = (code: string) => withoutOwn(named(code), named(own));
  const counted = sums.filter((each) => !region || each.district.startsWith(region));
  const sum = (name: 'open' | 'answered' | 'late' | 'soon' | 'red') => counted.reduce((all, each) => all + each[name], 0);
  const shown = rows.map(({ handledBy, ...row }) => ({
    ...row, place: place(row.regionCode), isHandled: handledBy.includes(ctx.actor.id),
    silence: row.many > 1 ? { code: silencePlace(row.regionCode), place: place(silencePlace(row.regionCode)), days: longestSilence(row.oldest, today) } : null,
  }));
  const chosen = silent ?? region;
  return {
    sums: { open: sum('open'), answered: sum('answered'), late: sum('late'), soon: sum('soon'), red: sum('red') }, districts: districts.map((code) => ({ code, name: place(code) })), people: chosen ? await ownersFor(ctx, chosen) : [],
    page: pageOf(shown, cursor, ({ id }) => id, rowsOf(state)), judged, measuresDue: followed!.due, departments: await listDepartments(ctx), found: found && found.filter(({ district }) => !region || district.startsWith(region)).reduce((all, each) => all + each.many, 0), path: region && region !== '*' ? await regionPath(ctx, region) : [], today, opened: silent ? { code: silent, place: place(silent) } : null,
  };
}

/** 整行的编号: the alerts behind one line of silence, as the list was asked for, at most so many at once; a place that is silent of nothing is no line. */
export async function idsInFold(ctx: Ctx, silent: string, asked: AlertFilter): Promise<string[]> {
  allowAnywhere(ctx, 'warning.read');
  const rows = await ctx.db.select({ id: alerts.id }).from(alerts).where(whichAlerts(ctx, { ...asked, silent })).orderBy(asc(alerts.dueOn), asc(alerts.id)).limit(mostAtOnce);
  if (rows.length === 0) throw new Refusal('silence-not-found', 404);
  return rows.map(({ id }) => id);
}

/** What waits in each district; what it has not reported counts once. */
function sumsByDistrict(ctx: Ctx, today: string) {
  const a = alerts;
  const lines = (which: SQL) => sql<number>`((count(*) filter (where ${which} and ${a.rule} <> 'W1')) + coalesce(bool_or(${which} and ${a.rule} = 'W1'), false)::int)::int`;
  const [isOpen, isAnswered] = [sql`${a.state} = 'open'`, sql`${a.state} = 'answered'`];
  return ctx.db.select({
    district: sql<string>`left(${a.regionCode}, 6)`.as('district'), open: lines(isOpen), answered: lines(isAnswered), late: lines(sql`${isOpen} and ${a.dueOn} < ${today}`),
    soon: lines(sql`${isOpen} and ${a.dueOn} between ${today} and ${addDays(today, 1)}`), red: sql<number>`${lines(sql`${isOpen} and ${a.level} = 'red'`)} + ${lines(sql`${isAnswered} and ${a.level} = 'red'`)}`,
  }).from(a).where(and(within(ctx, 'warning.read', a.regionCode), inArray(a.state, ['open', 'answered']))).groupBy(sql`1`);
}

/** 各区县有多少 of what is over and of everything, as the list is asked for but for the region. */
function foundByDistrict(ctx: Ctx, { region: _region, ...asked }: AlertFilter) {
  return ctx.db.select({ district: sql<string>`left(${alerts.regionCode}, 6)`.as('district'), many: count() }).from(alerts).where(whichAlerts(ctx, asked)).groupBy(sql`1`);
}

/** 可选的地区: districts with alerts in the list, or, where they are too many for one box, their cities or provinces. */
function placesToChoose(codes: readonly string[]): string[] {
  const cut = (length: number) => [...new Set(codes.filter((code) => code !== '*').map((code) => code.slice(0, length)))].toSorted();
  return [6, 4].map(cut).find((each) => each.length <= 150) ?? cut(2);
}

/** 待我答复: the due days of open alerts that are mine or nobody's, in my own regions; silence of one place is one. */
export async function alertsDue(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ dueOn: sql<string>`min(${alerts.dueOn})`.as('soonest') }).from(alerts)
    .where(and(eq(alerts.state, 'open'), within(ctx, 'warning.answer', alerts.regionCode), sql`coalesce(${alerts.ownerId}, ${ctx.actor.id}) = ${ctx.actor.id}`)).groupBy(lineOf).orderBy(sql`1`).limit(100);
  return rows.map(({ dueOn }) => dueOn);
}
