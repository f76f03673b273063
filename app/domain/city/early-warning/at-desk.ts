import { and, asc, count, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
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
import { type Cursor, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aimOf } from './aims.ts';
import { isOwnEnded } from './hold-alert.ts';
import { type AlertLevel, type AlertState, type RuleCode } from './model.ts';
import { alerts, alertSteps } from './tables.server.ts';
import { trajectoryOf } from './trajectory-of.ts';

export type AlertFilter = Cursor & { region?: string | undefined; state?: AlertState | undefined; level?: AlertLevel | undefined; rule?: RuleCode | undefined };
const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));
const named = { indicatorCode: indicators.code, zh: sql<string>`${indicatorVersions.definition}->>'zh'`, en: sql<string>`${indicatorVersions.definition}->>'en'`, unit: sql<string>`${indicatorVersions.definition}->>'unit'` };
const line = {
  id: alerts.id, regionCode: alerts.regionCode, rule: alerts.rule, level: alerts.level, state: alerts.state, ground: alerts.ground, dueOn: alerts.dueOn, raisedOn: alerts.raisedOn, department: alerts.department,
  ownerName: alerts.ownerName, verdict: alerts.verdict, endedOn: alerts.endedOn, ...named,
};

/** 预警列表 of the own regions, newest first, with what waits and what is late. */
export async function listAlerts(ctx: Ctx, { region, state, level, rule, ...cursor }: AlertFilter) {
  allowAnywhere(ctx, 'warning.read');
  const { where, order, limit } = keyset(alerts.id, cursor);
  const here = and(within(ctx, 'warning.read', alerts.regionCode), inside(alerts.regionCode, region));
  const rows = await ctx.db.select(line).from(alerts).innerJoin(indicators, eq(indicators.id, alerts.indicatorId)).innerJoin(indicatorVersions, inForce)
    .where(and(here, where, state ? eq(alerts.state, state) : undefined, level ? eq(alerts.level, level) : undefined, rule ? eq(alerts.rule, rule) : undefined)).orderBy(order).limit(limit);
  const today = beijingDay(ctx.now);
  const [sums] = await ctx.db.select({
    open: sql<number>`(count(*) filter (where ${alerts.state} = 'open'))::int`, answered: sql<number>`(count(*) filter (where ${alerts.state} = 'answered'))::int`, late: sql<number>`(count(*) filter (where ${alerts.state} = 'open' and ${alerts.dueOn} < ${today}))::int`,
    soon: sql<number>`(count(*) filter (where ${alerts.state} = 'open' and ${alerts.dueOn} between ${today} and ${addDays(today, 1)}))::int`, red: sql<number>`(count(*) filter (where ${alerts.level} = 'red'))::int`,
  }).from(alerts).where(and(here, inArray(alerts.state, ['open', 'answered'])));
  const [judged] = await ctx.db.select({ judged: count(), real: sql<number>`(count(*) filter (where ${alerts.verdict} = 'real'))::int` }).from(alerts).where(and(here, gte(alerts.closedAt, new Date(ctx.now.getTime() - 365 * 86_400_000))));
  const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
  return { page: pageOf(rows.map((row) => ({ ...row, place: place(row.regionCode) })), cursor, ({ id }) => id), sums: sums!, judged: judged!, departments: await listDepartments(ctx), path: region && region !== '*' ? await regionPath(ctx, region) : [], today };
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
  const able = alert.state === 'open' ? await whoMay(ctx, 'warning.answer', alert.regionCode, Math.min(2, alert.regionCode.length)) : [];
  const people = able.length === 0 ? [] : await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, able.slice(0, 100))).orderBy(users.name);
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

