import { and, asc, count, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { isMachineName } from '#app/domain/base/accounts/model.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { getPlan } from '#app/domain/city/city-plans/read.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aimOf } from './aims.ts';
import { isOwnEnded } from './hold-alert.ts';
import { type AlertLevel, type AlertState, type RuleCode } from './model.ts';
import { alerts, alertSteps } from './tables.server.ts';
import { trajectoryOf } from './trajectory-of.ts';

export type AlertFilter = Cursor & { region?: string | undefined; state?: AlertState | undefined; level?: AlertLevel | undefined; rule?: RuleCode | undefined; department?: string | undefined; owner?: 'mine' | 'nobody' | undefined };
const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));
const named = { indicatorCode: indicators.code, zh: sql<string>`${indicatorVersions.definition}->>'zh'`, en: sql<string>`${indicatorVersions.definition}->>'en'`, unit: sql<string>`${indicatorVersions.definition}->>'unit'` };
const line = {
  id: alerts.id, regionCode: alerts.regionCode, rule: alerts.rule, level: alerts.level, state: alerts.state, ground: alerts.ground, dueOn: alerts.dueOn, raisedOn: alerts.raisedOn, department: alerts.department,
  ownerName: alerts.ownerName, verdict: alerts.verdict, endedOn: alerts.endedOn, ...named,
};

/** 轻重缓急: worst level first, then the nearest day, then what belongs together; a page begins after the alert that its cursor names. */
function byUrgency(cursor: Cursor) {
  const key = (of: { level: unknown; dueOn: unknown; regionCode: unknown; rule: unknown; id: unknown }) => sql`array_position(array['red', 'orange', 'yellow'], ${of.level}), ${of.dueOn}, ${of.regionCode}, ${of.rule}, ${of.id}`;
  const at = cursor.before ?? cursor.after;
  const order = [sql`array_position(array['red', 'orange', 'yellow'], ${alerts.level})`, alerts.dueOn, alerts.regionCode, alerts.rule, alerts.id].map((each) => (cursor.before ? desc(each) : asc(each)));
  const name = (column: string) => sql.raw(`a.${column}`);
  const other = key({ level: name('level'), dueOn: name('due_on'), regionCode: name('region_code'), rule: name('rule'), id: name('id') });
  return { order, where: at ? sql`(${key(alerts)}) ${sql.raw(cursor.before ? '<' : '>')} (select ${other} from ${alerts} a where a.id = ${at})` : undefined };
}

/** 预警列表 of the own regions, what waits by its urgency and the rest newest first, with what waits and what is late. */
export async function listAlerts(ctx: Ctx, { region, state, level, rule, department, owner, ...asked }: AlertFilter) {
  allowAnywhere(ctx, 'warning.read');
  const cursor = cursorOf(asked);
  const { where, order, limit } = keyset(alerts.id, cursor);
  const urgent = state === 'open' || state === 'answered' ? byUrgency(cursor) : { where, order: [order] };
  const scope = within(ctx, 'warning.read', alerts.regionCode);
  const here = and(scope, inside(alerts.regionCode, region));
  const owned = owner === 'mine' ? eq(alerts.ownerId, ctx.actor.id) : owner === 'nobody' ? isNull(alerts.ownerId) : undefined;
  const rows = await ctx.db.select(line).from(alerts).innerJoin(indicators, eq(indicators.id, alerts.indicatorId)).innerJoin(indicatorVersions, inForce)
    .where(and(here, urgent.where, owned, state ? eq(alerts.state, state) : undefined, level ? eq(alerts.level, level) : undefined, rule ? eq(alerts.rule, rule) : undefined, department ? eq(alerts.department, department) : undefined)).orderBy(...urgent.order).limit(limit);
  const today = beijingDay(ctx.now);
  const district = sql<string>`left(${alerts.regionCode}, 6)`;
  const sums = await ctx.db.select({
    district,
    open: sql<number>`(count(*) filter (where ${alerts.state} = 'open'))::int`, answered: sql<number>`(count(*) filter (where ${alerts.state} = 'answered'))::int`, late: sql<number>`(count(*) filter (where ${alerts.state} = 'open' and ${alerts.dueOn} < ${today}))::int`,
    soon: sql<number>`(count(*) filter (where ${alerts.state} = 'open' and ${alerts.dueOn} between ${today} and ${addDays(today, 1)}))::int`, red: sql<number>`(count(*) filter (where ${alerts.level} = 'red'))::int`,
  }).from(alerts).where(and(scope, inArray(alerts.state, ['open', 'answered']))).groupBy(sql`1`);
  const [judged] = await ctx.db.select({ judged: count(), real: sql<number>`(count(*) filter (where ${alerts.verdict} = 'real'))::int` }).from(alerts).where(and(here, gte(alerts.closedAt, new Date(ctx.now.getTime() - 365 * 86_400_000))));
  const districts = placesToChoose(sums.map((each) => each.district));
  const place = await placeNames(ctx, [...rows.map(({ regionCode }) => regionCode), ...districts]);
  const counted = sums.filter((each) => !region || each.district.startsWith(region));
  const sum = (name: 'open' | 'answered' | 'late' | 'soon' | 'red') => counted.reduce((all, each) => all + each[name], 0);
  return {
    sums: { open: sum('open'), answered: sum('answered'), late: sum('late'), soon: sum('soon'), red: sum('red') }, districts: districts.map((code) => ({ code, name: place(code) })), people: region ? await ownersFor(ctx, region) : [],
    page: pageOf(rows.map((row) => ({ ...row, place: place(row.regionCode) })), cursor, ({ id }) => id), judged: judged!, departments: await listDepartments(ctx), path: region && region !== '*' ? await regionPath(ctx, region) : [], today,
  };
}

/** 可选的地区: districts with alerts that are not over, or, where they are too many for one box, their cities or provinces. */
function placesToChoose(codes: readonly string[]): string[] {
  const cut = (length: number) => [...new Set(codes.filter((code) => code !== '*').map((code) => code.slice(0, length)))].toSorted();
  return [6, 4].map(cut).find((each) => each.length <= 150) ?? cut(2);
}

/** 可以承办的人 in a region: people, not systems. */
async function ownersFor(ctx: Ctx, regionCode: string): Promise<{ id: string; name: string }[]> {
  const able = await whoMay(ctx, 'warning.answer', regionCode, Math.min(2, regionCode.length));
  if (able.length === 0) return [];
  const found = await ctx.db.select({ id: users.id, name: users.name, username: users.username }).from(users).where(inArray(users.id, able.slice(0, 300))).orderBy(users.name);
  return found.flatMap(({ id, name, username }) => (isMachineName(username) ? [] : [{ id, name }])).slice(0, 100);
}

/** 一条预警 at the desk: its figures as a trajectory, who may own it, its steps. */
export async function alertAtDesk(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'warning.read');
  const [found] = isId(id) ? await ctx.db.select({ alert: alerts, definition: indicatorVersions.definition, code: indicators.code }).from(alerts).innerJoin(indicators, eq(indicators.id, alerts.indicatorId)).innerJoin(indicatorVersions, inForce).where(eq(alerts.id, id)) : [];
  if (!found) throw new Refusal('alert-not-found', 404);
  const { alert, definition, code } = found;
  allow(ctx, 'warning.read', alert);
  const today = beijingDay(ctx.now);
  const plan = alert.planId ? await getPlan(ctx, alert.planId) : null;
  const aim = plan ? await aimOf(ctx, plan.id, alert.regionCode, { id: alert.indicatorId, code, unit: definition.unit }) : { baseline: null, targets: [] };
  const thisYear = Number(today.slice(0, 4));
  const years = plan ? yearsOf(plan) : [thisYear - 2, thisYear - 1, thisYear];
  const values = await valuesIn(ctx, alert.regionCode, [alert.indicatorId], years[0]! - 2, years.at(-1)!);
  const steps = await ctx.db.select().from(alertSteps).where(and(eq(alertSteps.countyCode, alert.countyCode), eq(alertSteps.alertId, id))).orderBy(asc(alertSteps.id)).limit(200);
  const people = alert.state === 'open' ? await ownersFor(ctx, alert.regionCode) : [];
  const [known] = await ctx.db.select({ many: count() }).from(alerts).where(and(eq(alerts.countyCode, alert.countyCode), eq(alerts.regionCode, alert.regionCode), eq(alerts.indicatorId, alert.indicatorId), lt(alerts.id, id)));
  return {
    alert, definition, code, place: (await placeNames(ctx, [alert.regionCode]))(alert.regionCode), plan: plan && { id: plan.id, zh: plan.zh, en: plan.en }, steps, people, before: known!.many, today,
    department: (await listDepartments(ctx)).find((each) => each.id === alert.department) ?? { zh: alert.department, en: alert.department }, drawn: trajectoryOf({ definition, measured: aim, values, years, today }), isMine: alert.answeredById === ctx.actor.id, isOwnEnded: isOwnEnded(alert, ctx.actor.id),
  };
}

/** 待我答复: the due days of open alerts that are mine or nobody's, in my own regions. */
export async function alertsDue(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ dueOn: alerts.dueOn }).from(alerts).where(and(eq(alerts.state, 'open'), within(ctx, 'warning.answer', alerts.regionCode), sql`coalesce(${alerts.ownerId}, ${ctx.actor.id}) = ${ctx.actor.id}`)).orderBy(asc(alerts.dueOn)).limit(100);
  return rows.map(({ dueOn }) => dueOn);
}

