import { and, asc, between, count, eq, inArray, or, sql } from 'drizzle-orm';
import { allowAnywhere, mayAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { rangeOf } from '#app/domain/city/indicators/period.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';
import { waitsForCheck } from './who-may.ts';

const [r, s] = [collectionRounds, collectionSheets];
const listed = { id: s.id, regionCode: s.regionCode, department: s.department, dueOn: s.dueOn, state: s.state, isLate: s.isLate, zh: r.zh, en: r.en, all: sql<number>`(count(*) over ())::int` };
const most = 100;

const ownRegions = (ctx: Ctx): string[] => [...new Set(regionsFor(ctx.actor, 'collection.fill'))];
/** Also what was asked of a unit that has become one of mine. */
const isMine = (ctx: Ctx) => {
  const [own, l] = [ownRegions(ctx), regionLineage];
  const former = ctx.db.select({ code: l.oldCode }).from(l).where(and(inArray(l.presentCode, own), eq(l.isPrincipal, true), eq(l.isReused, false)));
  return and(or(inArray(s.regionCode, own), inArray(s.regionCode, former)), inArray(s.state, ['open', 'returned']));
};

/** 我要填的: sheets asked of one's own unit itself that are open or came back, the nearest day first; each says how many there are in `all`. */
export async function mySheets(ctx: Ctx) {
  allowAnywhere(ctx, 'collection.fill');
  return named(ctx, await ctx.db.select(listed).from(s).innerJoin(r, eq(r.id, s.roundId)).where(isMine(ctx)).orderBy(asc(s.dueOn), asc(s.id)).limit(most));
}

/** 待我审核的: handed in and not checked yet, the oldest first; for those who only fill in, nothing. */
export async function sheetsToCheck(ctx: Ctx) {
  if (!mayAnywhere(ctx.actor, 'collection.check')) return [];
  return named(ctx, await ctx.db.select(listed).from(s).innerJoin(r, eq(r.id, s.roundId)).where(waitsForCheck(ctx)).orderBy(asc(s.reportedAt), asc(s.id)).limit(most));
}

async function named<T extends { regionCode: string }>(ctx: Ctx, rows: T[]) {
  const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
  return rows.map((row) => ({ ...row, place: place(row.regionCode) }));
}

/** 要填的各表的截止日, for the desk's list of what waits. */
export async function mySheetsDue(ctx: Ctx): Promise<string[]> {
  return together<string>(ctx, ctx.db.select({ dueOn: s.dueOn }).from(s).where(isMine(ctx)));
}

/** How many sheets wait for me to check them. */
export async function countSheetsToCheck(ctx: Ctx): Promise<number> {
  const [many] = await together<number>(ctx, ctx.db.select({ many: count() }).from(s).innerJoin(r, eq(r.id, s.roundId)).where(waitsForCheck(ctx)));
  return many!;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** How many of them lie in one region; `during` takes only periods of the years between its days. */
export async function countSheetsIn(ctx: Ctx, regionCode: string, during?: { startsOn: string; endsOn: string }): Promise<number> {
  const [row] = await ctx.db.select({ many: count() }).from(s).innerJoin(r, eq(r.id, s.roundId)).where(and(inside(s.regionCode, regionCode), during && between(s.period, ...rangeOf(yearOf(during.startsOn), yearOf(during.endsOn))), waitsForCheck(ctx)));
  return row!.many;
}
