import { and, arrayContains, asc, desc, eq, ilike, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { listDays } from '#app/domain/base/calendar/read.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type DayKind, isOpenAt, kindOfDay } from './hours.ts';
import { type Band, coarse, isIndoor, type LngLat, type SpaceKind, spaceKinds } from './model.ts';
import { spaceInspections, spaces } from './tables.server.ts';

export type SpaceFilter = Cursor & { region?: string | undefined; text?: string | undefined; band?: Band | undefined; where?: 'indoor' | 'outdoor' | undefined; open?: 'yes' | undefined };

const line = {
  id: spaces.id, regionCode: spaces.regionCode, name: spaces.name, kind: spaces.kind, bands: spaces.bands, address: spaces.address, lng: spaces.lng, lat: spaces.lat,
  isCoarse: spaces.isCoarse, hours: spaces.hours, state: spaces.state, reopensOn: spaces.reopensOn, photoIds: spaces.photoIds, isInvented: spaces.isInvented,
};

/** 空间列表 for everybody, newest first, by keyset. */
export async function listSpaces(ctx: Ctx, filter: SpaceFilter = {}, size = 30) {
  const cursor = cursorOf(filter);
  const page = keyset(spaces.id, cursor, size);
  const today = await kindOfToday(ctx);
  const rows = await ctx.db
    .select(line)
    .from(spaces)
    .where(and(
      await insideToday(ctx, spaces.regionCode, filter.region), filter.text ? ilike(sql`${spaces.name} || ' ' || ${spaces.address}`, anywhere(filter.text)) : undefined,
      filter.band ? arrayContains(spaces.bands, [filter.band]) : undefined,
      filter.where ? inArray(spaces.kind, spaceKinds.filter((kind: SpaceKind) => isIndoor(kind) === (filter.where === 'indoor'))) : undefined,
      filter.open ? openNow(ctx, today) : undefined, page.where,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  const found = pageOf(rows, cursor, (row) => row.id, size);
  const nameOf = await placeNames(ctx, found.rows.map(({ regionCode }) => regionCode));
  return { ...found, rows: found.rows.map((row) => shownOf(ctx, row, today, nameOf(row.regionCode))) };
}

type Line = { [name in keyof typeof line]: (typeof spaces.$inferSelect)[name] };

/** What the public sees of where it lies, and whether it is open at this moment. */
function shownOf<L extends Line>(ctx: Ctx, row: L, today: DayKind, place: string) {
  const { lng, lat, ...rest } = row;
  const at: LngLat | null = lng === null || lat === null ? null : row.isCoarse ? [coarse(lng), coarse(lat)] : [lng, lat];
  return { ...rest, at, place, isIndoor: isIndoor(row.kind), isOpenNow: row.state === 'open' && isOpenAt(row.hours, today, ctx.now, beijingDay(ctx.now)) };
}

/** 今天是哪一种日子 by the calendar. */
async function kindOfToday(ctx: Ctx): Promise<DayKind> {
  const day = beijingDay(ctx.now);
  return kindOfDay((await listDays(ctx, day, day))[0]!);
}

function openNow(ctx: Ctx, kind: DayKind): SQL {
  const minute = beijingTime(ctx.now).slice(11, 16);
  return and(eq(spaces.state, 'open'), sql`exists (select from jsonb_array_elements(${spaces.hours} -> ${kind}) span where span ->> 0 <= ${minute} and ${minute} < span ->> 1)`)!;
}

/** 空间 for everybody: all of it but how the responsible person is reached, which those at work see. */
export async function getSpace(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(spaces).where(eq(spaces.id, id)) : [];
  if (!row) throw new Refusal('space-not-found', 404);
  const { responsibleContact: _, ...seen } = row;
  const [today, nameOf, inspections] = await Promise.all([kindOfToday(ctx), placeNames(ctx, [row.regionCode]), inspectionsOf(ctx, row, 3)]);
  return { ...shownOf(ctx, seen, today, nameOf(row.regionCode)), inspections: inspections.map(({ id: inspection, day, findings }) => ({ id: inspection, day, points: findings.length, bad: findings.filter(({ verdict }) => verdict === 'bad').length })) };
}

function inspectionsOf(ctx: Ctx, { id, regionCode }: { id: string; regionCode: string }, most: number) {
  return ctx.db
    .select()
    .from(spaceInspections)
    .where(and(eq(spaceInspections.countyCode, countyCode(regionCode)), eq(spaceInspections.spaceId, id)))
    .orderBy(desc(spaceInspections.id))
    .limit(most);
}

/** 本社区的空间 for those who work there: what is to be inspected first. */
export async function listOwnSpaces(ctx: Ctx, regionCode: string, asked: { due?: boolean; most?: number } = {}) {
  allow(ctx, 'space.inspect', { regionCode });
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select({ id: spaces.id, name: spaces.name, kind: spaces.kind, bands: spaces.bands, state: spaces.state, address: spaces.address, inspectNextOn: spaces.inspectNextOn, isPlaced: sql<boolean>`${spaces.lng} is not null` })
    .from(spaces)
    .where(and(eq(spaces.regionCode, regionCode), asked.due ? and(eq(spaces.state, 'open'), lte(spaces.inspectNextOn, today)) : undefined))
    .orderBy(sql`${spaces.state} = 'closed'`, asc(spaces.inspectNextOn), asc(spaces.id))
    .limit(asked.most ?? 200);
  return rows.map((row) => ({ ...row, isLate: row.state === 'open' && row.inspectNextOn < today }));
}

/** 辖区的空间, newest first, by keyset: for the list as a file. */
export async function listAllSpaces(ctx: Ctx, asked: Cursor = {}, size = 200) {
  allowAnywhere(ctx, 'space.inspect');
  const cursor = cursorOf(asked);
  const page = keyset(spaces.id, cursor, size);
  const found = pageOf(await ctx.db.select().from(spaces).where(and(within(ctx, 'space.inspect', spaces.regionCode), page.where)).orderBy(page.order).limit(page.limit), cursor, (row) => row.id, size);
  const nameOf = await placeNames(ctx, found.rows.map(({ regionCode }) => regionCode));
  return { ...found, rows: found.rows.map((row) => ({ ...row, place: nameOf(row.regionCode) })) };
}

/** 一处空间 for those who work there: with its inspections and how it is reached. */
export async function getOwnSpace(ctx: Ctx, regionCode: string, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(spaces).where(and(eq(spaces.id, id), eq(spaces.regionCode, regionCode), within(ctx, 'space.inspect', spaces.regionCode))) : [];
  if (!row) throw new Refusal('space-not-found', 404);
  return { ...row, inspections: await inspectionsOf(ctx, row, 20) };
}

/** 一次巡检, for the room that makes tickets of what was found. */
export async function getInspection(ctx: Ctx, regionCode: string, id: string) {
  const [row] = await ctx.db
    .select({ inspection: spaceInspections, space: spaces })
    .from(spaceInspections)
    .innerJoin(spaces, eq(spaces.id, spaceInspections.spaceId))
    .where(and(eq(spaceInspections.countyCode, countyCode(regionCode)), eq(spaceInspections.id, id)));
  if (!row) throw new Refusal('inspection-not-found', 404);
  return row;
}

/** 可选的地点: names of a community's places, for a form that asks where. */
export function placesToChoose(ctx: Ctx, regionCode: string) {
  return ctx.db.select({ id: spaces.id, name: spaces.name }).from(spaces).where(eq(spaces.regionCode, regionCode)).orderBy(asc(spaces.name)).limit(100);
}
