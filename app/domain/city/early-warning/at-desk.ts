import { and, desc, eq, sql } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { getPlan } from '#app/domain/city/city-plans/read.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aimOf } from './aims.ts';
import { hasHandled } from './hold-alert.ts';
import { awaitsMeasure } from './promised-measure.ts';
import { alerts, alertSteps } from './tables.server.ts';
import { trajectoryOf } from './trajectory-of.ts';
import { ownersFor } from './who-may-own.ts';

const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));

/** 一条预警 at the desk: its figures as a trajectory, who may own it, its steps. */
export async function alertAtDesk(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'warning.read');
  const before = sql<number>`(select count(*)::int from ${alerts} earlier where earlier.county_code = ${alerts.countyCode} and earlier.region_code = ${alerts.regionCode} and earlier.indicator_id = ${alerts.indicatorId} and earlier.id < ${alerts.id})`;
  const [found] = isId(id) ? await ctx.db.select({ alert: alerts, definition: indicatorVersions.definition, code: indicators.code, before }).from(alerts).innerJoin(indicators, eq(indicators.id, alerts.indicatorId)).innerJoin(indicatorVersions, inForce).where(eq(alerts.id, id)) : [];
  if (!found) throw new Refusal('alert-not-found', 404);
  const { alert, definition, code } = found;
  allow(ctx, 'warning.read', alert);
  const today = beijingDay(ctx.now);
  const plan = alert.planId ? await getPlan(ctx, alert.planId) : null;
  const aim = plan ? await aimOf(ctx, plan.id, alert.regionCode, { id: alert.indicatorId, code, unit: definition.unit }) : { baseline: null, targets: [] };
  const thisYear = Number(today.slice(0, 4));
  const years = plan ? yearsOf(plan) : [thisYear - 2, thisYear - 1, thisYear];
  const values = await valuesIn(ctx, alert.regionCode, [alert.indicatorId], years[0]! - 2, years.at(-1)!);
  const steps = await ctx.db.select().from(alertSteps).where(and(eq(alertSteps.countyCode, alert.countyCode), eq(alertSteps.alertId, id))).orderBy(desc(alertSteps.id)).limit(200).then((newest) => newest.toReversed());
  const people = alert.state === 'open' ? await ownersFor(ctx, alert.regionCode) : [];
  return {
    alert, definition, code, place: (await placeNames(ctx, [alert.regionCode]))(alert.regionCode), plan: plan && { id: plan.id, zh: plan.zh, en: plan.en }, steps, people, before: found.before, today,
    department: (await listDepartments(ctx)).find((each) => each.id === alert.department) ?? { zh: alert.department, en: alert.department }, drawn: trajectoryOf({ definition, measured: aim, values, years, today }), isHandled: hasHandled(alert, ctx.actor.id), isMeasureAwaited: awaitsMeasure(alert, steps),
  };
}
