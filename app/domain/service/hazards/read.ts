import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { shownOf } from '#app/domain/children/moderation/shown.ts';
import { coarse, type LngLat } from '#app/domain/service/spaces/model.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, daysBetween } from '#app/platform/dates.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { type HazardKind, type HazardState, isOpen, openStates } from './model.ts';
import { afterOf } from './repair-hazard.ts';
import { hazards } from './tables.server.ts';

/** 可公开的: approved by a moderator, or found by an inspection, or left without any words; never a duplicate, never one that was no hazard. */
export function isPublic(): SQL {
  return and(ne(hazards.state, 'duplicate'), ne(hazards.state, 'declined'), or(eq(hazards.source, 'inspection'), isApproved('hazard', hazards.id), and(eq(hazards.text, ''), ne(hazards.state, 'reported'))))!;
}

export type HazardFilter = Cursor & { region?: string | undefined; kind?: HazardKind | undefined; state?: 'open' | 'verified' | undefined };

/** 公开的隐患, newest first: what and about where, its state, since how many days; never who, never the exact place. */
export async function listHazards(ctx: Ctx, filter: HazardFilter = {}, size = 30) {
  const cursor = cursorOf(filter);
  const page = keyset(hazards.id, cursor, size);
  const rows = await ctx.db
    .select({
      id: hazards.id, regionCode: hazards.regionCode, kind: hazards.kind, danger: hazards.danger, source: hazards.source, text: hazards.text, placeText: hazards.placeText, state: hazards.state,
      spaceId: hazards.spaceId, lng: hazards.lng, lat: hazards.lat, body: hazards.body, reportedAt: hazards.reportedAt, verifiedAt: hazards.verifiedAt, verifiedBy: hazards.verifiedBy,
    })
    .from(hazards)
    .where(and(
      isPublic(), await insideToday(ctx, hazards.regionCode, filter.region), filter.kind ? eq(hazards.kind, filter.kind) : undefined,
      filter.state === 'open' ? inArray(hazards.state, [...openStates]) : filter.state === 'verified' ? eq(hazards.state, 'verified') : undefined, page.where,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  const found = pageOf(rows, cursor, (row) => row.id, size);
  const ids = found.rows.map(({ id }) => id);
  const [shown, nameOf] = await Promise.all([shownOf(ctx, 'hazard', [...ids, ...ids.map(afterOf)]), placeNames(ctx, found.rows.map(({ regionCode }) => regionCode))]);
  return {
    ...found,
    rows: found.rows.map(({ lng, lat, text, placeText, ...row }) => {
      const [before, after] = [shown.get(row.id), shown.get(afterOf(row.id))];
      const said = (field: string) => before?.texts.find((one) => one.field === field)?.text;
      const at: LngLat | null = lng === null || lat === null ? null : [coarse(lng), coarse(lat)];
      return {
        ...row, at, text: said('text') ?? (row.source === 'inspection' ? text : ''), placeText: said('place') ?? (row.source === 'inspection' ? placeText : ''), place: nameOf(row.regionCode),
        days: daysBetween(beijingDay(row.reportedAt), beijingDay(row.verifiedAt ?? ctx.now)), before: before?.files.find(({ isPicture }) => isPicture)?.fileId, after: after?.files.find(({ isPicture }) => isPicture)?.fileId,
      };
    }),
  };
}

export type PublicHazard = Awaited<ReturnType<typeof listHazards>>['rows'][number];

/** 办理队列 of a community: the dangerous first, then the late, then by their day; nobody sees here who reported. */
export async function listQueue(ctx: Ctx, regionCode: string, asked: { state?: HazardState | undefined; all?: boolean } = {}) {
  allow(ctx, 'hazard.handle', { regionCode });
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select({
      id: hazards.id, kind: hazards.kind, danger: hazards.danger, source: hazards.source, text: hazards.text, placeText: hazards.placeText, state: hazards.state, body: hazards.body,
      assigneeName: hazards.assigneeName, dueOn: hazards.dueOn, escalation: hazards.escalation, reopened: hazards.reopened, reportedAt: hazards.reportedAt,
    })
    .from(hazards)
    .where(and(
      eq(hazards.countyCode, countyCode(regionCode)), eq(hazards.regionCode, regionCode), within(ctx, 'hazard.handle', hazards.regionCode),
      asked.state ? eq(hazards.state, asked.state) : asked.all ? undefined : inArray(hazards.state, [...openStates]),
    ))
    .orderBy(desc(sql`${hazards.state} in ('reported', 'checked', 'assigned', 'repaired')`), desc(hazards.danger), desc(sql`${hazards.dueOn} < ${today}`), sql`${hazards.dueOn} asc nulls last`, asc(hazards.id))
    .limit(200);
  return rows.map((row) => ({ ...row, isLate: isOpen(row.state) && row.dueOn !== null && row.dueOn < today, days: daysBetween(beijingDay(row.reportedAt), today) }));
}

/** 多少处在哪一步: for the filters above the queue. */
export async function countQueue(ctx: Ctx, regionCode: string): Promise<Partial<Record<HazardState, number>>> {
  allow(ctx, 'hazard.handle', { regionCode });
  const rows = await ctx.db.select({ state: hazards.state, many: sql<number>`count(*)`.mapWith(Number) }).from(hazards).where(and(eq(hazards.countyCode, countyCode(regionCode)), eq(hazards.regionCode, regionCode))).groupBy(hazards.state);
  return Object.fromEntries(rows.map(({ state, many }) => [state, many]));
}
