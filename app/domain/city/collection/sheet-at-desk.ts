import { and, desc, eq, gte, sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { findSheet, type Sheet } from './hold-sheet.ts';
import { isEnteredFor } from './hand-in.ts';
import { lookAtSheet } from './look-at-sheet.ts';
import { isFillable, isLate } from './model.ts';
import { collectionHandIns, collectionRounds, collectionSheets } from './tables.server.ts';

/** 一张填报表 for those who fill it in or check it: its cells, what is wrong with them, what each may do. */
export async function sheetAtDesk(ctx: Ctx, id: string) {
  const found = await findSheet(ctx, id);
  const { sheet, round, heir, checkPlace, isToldByPlace, mayFill, mayCheck, isOwn } = found;
  const place = await placeNames(ctx, [sheet.regionCode, checkPlace]);
  const looked = await lookAtSheet(ctx, sheet);
  const h = collectionHandIns;
  const turns = await ctx.db.select({ turn: h.turn, at: h.reportedAt, byName: h.reportedByName, isLate: h.isLate, enteredFor: h.enteredFor, content: h.content }).from(h)
    .where(and(eq(h.countyCode, sheet.countyCode), eq(h.sheetId, id))).orderBy(desc(h.turn)).limit(20);
  const department = sheet.department === '' ? undefined : (await listDepartments(ctx)).find((each) => each.id === sheet.department);
  return {
    sheet, round, department, place: place(sheet.regionCode), checkedIn: place(checkPlace), isToldByPlace, heir, ...looked, turns,
    isOverdue: isLate(sheet, beijingDay(ctx.now)), isAbove: isEnteredFor(ctx.actor, found),
    mayFill: isFillable(sheet.state) && mayFill, mayCheck, isOwn, mayCorrect: mayCheck && (sheet.state === 'accepted' || (sheet.state === 'locked' && may(ctx.actor, 'collection.open', round))), yearly: await yearlyBurden(ctx, sheet),
  };
}

/** 今年的负担: how many sheets and figures this unit was asked for since the year began, whatever periods they are of. */
async function yearlyBurden({ db, now }: Ctx, sheet: Sheet): Promise<{ sheets: number; fields: number }> {
  const s = collectionSheets;
  const newYear = startOfBeijingDay(`${beijingDay(now).slice(0, 4)}-01-01`);
  const [row] = await db.select({
    sheets: sql<number>`count(*)::int`,
    fields: sql<number>`coalesce(sum((select sum(1 + (select count(*) from breakdowns b where i.dimension <> '' and b.dimension = i.dimension)) from collection_items i where i.round_id = ${s.roundId} and i.level = ${s.level} and i.department = ${s.department})), 0)::int`,
  }).from(s).innerJoin(collectionRounds, eq(collectionRounds.id, s.roundId))
    .where(and(eq(s.countyCode, sheet.countyCode), eq(s.regionCode, sheet.regionCode), eq(s.department, sheet.department), gte(collectionRounds.openedAt, newYear)));
  return row!;
}
