import { and, asc, eq, inArray, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import { allowAnywhere, mayAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { collectionEntries, collectionRounds, collectionSheets } from './tables.server.ts';

const [r, s] = [collectionRounds, collectionSheets];
const listed = { id: s.id, regionCode: s.regionCode, department: s.department, dueOn: s.dueOn, state: s.state, isLate: s.isLate, zh: r.zh, en: r.en };
const most = 100;

const ownRegions = (ctx: Ctx): string[] => [...new Set(regionsFor(ctx.actor, 'collection.fill'))];
/** Also what was asked of a unit that has become one of mine. */
const isMine = (ctx: Ctx) => {
  const [own, l] = [ownRegions(ctx), regionLineage];
  const former = ctx.db.select({ code: l.oldCode }).from(l).where(and(inArray(l.presentCode, own), eq(l.isPrincipal, true), eq(l.isReused, false)));
  return and(or(inArray(s.regionCode, own), inArray(s.regionCode, former)), inArray(s.state, ['open', 'returned']));
};

const above = sql`case length(${s.regionCode}) when 12 then left(${s.regionCode}, 9) when 9 then left(${s.regionCode}, 6) when 6 then left(${s.regionCode}, 4) when 4 then left(${s.regionCode}, 2) else '*' end`;
const isIn = (inner: SQL, outer: SQL) => sql`(${outer} = '*' or starts_with(${inner}, ${outer}))`;
const held = sql`${r.regionCode}`;
/** `checkedAt` and `mayCheck` of hold-sheet.ts and `isOwnSheet`, asked of all sheets at once. */
const isForMe = (ctx: Ctx) => {
  const at = sql`case when ${s.regionCode} <> ${r.regionCode} and ${isIn(above, held)} then ${above} else ${r.regionCode} end`;
  const mine = sql`exists (select from unnest(${sql.param(regionsFor(ctx.actor, 'collection.check'))}::text[]) as own (code) where ${isIn(at, sql`own.code`)} and (${s.regionCode} = ${r.regionCode} or ${s.enteredFor} <> '' or ${isIn(sql`own.code`, held)}))`;
  const e = collectionEntries;
  const typed = ctx.db.select({ one: sql`1` }).from(e).where(and(eq(e.countyCode, s.countyCode), eq(e.sheetId, s.id), eq(e.savedBy, ctx.actor.id)));
  return and(eq(s.state, 'reported'), mine, ne(s.reportedBy, ctx.actor.id), notExists(typed));
};

/** 我要填的: sheets asked of one's own unit itself that are open or came back, the nearest day first. */
export async function mySheets(ctx: Ctx) {
  allowAnywhere(ctx, 'collection.fill');
  return named(ctx, await ctx.db.select(listed).from(s).innerJoin(r, eq(r.id, s.roundId)).where(isMine(ctx)).orderBy(asc(s.dueOn), asc(s.id)).limit(most));
}

/** 待我审核的: handed in and not checked yet, the oldest first; for those who only fill in, nothing. */
export async function sheetsToCheck(ctx: Ctx) {
  if (!mayAnywhere(ctx.actor, 'collection.check')) return [];
  return named(ctx, await ctx.db.select(listed).from(s).innerJoin(r, eq(r.id, s.roundId)).where(isForMe(ctx)).orderBy(asc(s.reportedAt), asc(s.id)).limit(most));
}

async function named<T extends { regionCode: string }>(ctx: Ctx, rows: T[]) {
  const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
  return rows.map((row) => ({ ...row, place: place(row.regionCode) }));
}

/** 要填的各表的截止日, for the desk's list of what waits. */
export async function mySheetsDue(ctx: Ctx): Promise<string[]> {
  return together<string>(ctx, ctx.db.select({ dueOn: s.dueOn }).from(s).where(isMine(ctx)).limit(most));
}

/** How many sheets wait for me to check them. */
export async function countSheetsToCheck(ctx: Ctx): Promise<number> {
  return (await together<string>(ctx, ctx.db.select({ id: s.id }).from(s).innerJoin(r, eq(r.id, s.roundId)).where(isForMe(ctx)).limit(most))).length;
}
