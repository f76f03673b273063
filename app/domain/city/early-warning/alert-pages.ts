import { and, eq } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { type Definition } from '#app/domain/city/indicators/model.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { cursorOf, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { isUnwatched } from './is-unwatched.ts';
import { alerts } from './tables.server.ts';
import { type AlertFilter, whichAlerts } from './which-alerts.ts';

export type AlertRow = Pick<typeof alerts.$inferSelect, 'id' | 'regionCode' | 'rule' | 'level' | 'state' | 'ground' | 'raisedOn' | 'dueOn' | 'ownerName' | 'reason' | 'measure' | 'measureBy' | 'answeredByName' | 'closedByName' | 'verdict' | 'endedOn'> & {
  place: string; code: string; name: string; unit: Definition['unit']; department: string; answeredOn: string | null; closedOn: string | null; isUnwatched: boolean;
};

/** 预警 page by page for files: each alert by itself, newest first, with how it was answered and what became of it. */
export async function pageOfAlerts(ctx: Ctx, asked: AlertFilter, size = 200): Promise<Page<AlertRow>> {
  allowAnywhere(ctx, 'warning.read');
  const cursor = cursorOf(asked);
  const { where, order, limit } = keyset(alerts.id, cursor, size);
  const found = await ctx.db.select({ alert: alerts, isUnwatched: isUnwatched(), definition: indicatorVersions.definition, code: indicators.code }).from(alerts)
    .innerJoin(indicators, eq(indicators.id, alerts.indicatorId)).innerJoin(indicatorVersions, and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version)))
    .where(and(whichAlerts(ctx, asked), where)).orderBy(order).limit(limit);
  const named = await placeNames(ctx, found.map(({ alert }) => alert.regionCode));
  const told = (of: { zh: string; en: string }) => (ctx.locale === 'en' ? of.en : of.zh);
  const departments = new Map((await listDepartments(ctx)).map((each) => [each.id, told(each)]));
  const day = (at: Date | null) => (at ? beijingDay(at) : null);
  return pageOf(found.map(({ alert, definition, code, isUnwatched: isOver }): AlertRow => ({
    ...alert, place: named(alert.regionCode), code, name: told(definition), unit: definition.unit, department: departments.get(alert.department) ?? alert.department, answeredOn: day(alert.answeredAt), closedOn: day(alert.closedAt), isUnwatched: isOver && alert.state === 'ended',
  })), cursor, ({ id }) => id, size);
}
