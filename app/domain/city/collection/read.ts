import { and, asc, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { daysBetween } from '#app/platform/dates.ts';
import { rangeOf } from '#app/domain/city/indicators/period.ts';
import { isStanding } from '#app/domain/city/indicators/model.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { itemsOf } from './cells.ts';
import { collectionEntries, collectionRounds, collectionSheets } from './tables.server.ts';
import { mayCheck, mayFill } from './who-may.ts';

export type LateSheet = { sheetId: string; regionCode: string; department: string; roundId: string; period: number; dueOn: string; daysLate: number; indicatorIds: number[]; isMine: boolean };

/** 逾期的填报表 inside a region on a day, for those who warn of silence; alone, without what lies below; `isMine` where the reader would fill it in or check it. Whoever shows them asks for the right first. */
export async function lateSheets(ctx: Ctx, regionCode: string, day: string, { isAlone = false } = {}): Promise<LateSheet[]> {
  const s = collectionSheets;
  const rows = await ctx.db.select({ sheetId: s.id, regionCode: s.regionCode, roundId: s.roundId, period: s.period, dueOn: s.dueOn, level: s.level, department: s.department, isMine: sql<boolean>`(${mayFill(ctx)} or ${mayCheck(ctx)})` }).from(s).innerJoin(collectionRounds, eq(collectionRounds.id, s.roundId))
    .where(and(inArray(s.state, ['open', 'returned']), lt(s.dueOn, day), isAlone ? eq(s.regionCode, regionCode) : inside(s.regionCode, regionCode))).orderBy(asc(s.dueOn), asc(s.id));
  const asked = await itemsOf(ctx, rows.map(({ roundId }) => roundId));
  return rows.map(({ level, department, ...row }) => ({ ...row, department, daysLate: daysBetween(row.dueOn, day), indicatorIds: asked({ roundId: row.roundId, level, department }) }));
}

export type Reported = { indicatorId: number; period: number; reportedAt: Date; acceptedAt: Date; byName: string; department: string; isLate: boolean; enteredFor: string };

/** 谁在什么时候报的: of the standing figures of one region and year, or years, who told them and when; what came by no sheet says who recorded it. */
export async function whenReported(ctx: Ctx, regionCode: string, indicatorIds: readonly number[], year: number, through = year): Promise<Reported[]> {
  if (indicatorIds.length === 0) return [];
  const [s, e, v] = [collectionSheets, collectionEntries, indicatorValues];
  const [first, last] = rangeOf(year, through);
  const here = countyCode(regionCode);
  const sheet = ctx.db.select({
    countyCode: s.countyCode, indicatorId: e.indicatorId, period: s.period, reportedAt: s.reportedAt, acceptedAt: s.acceptedAt, byName: s.reportedByName, department: s.department, isLate: s.isLate, enteredFor: s.enteredFor,
  }).from(s).innerJoin(e, and(eq(e.countyCode, s.countyCode), eq(e.sheetId, s.id)))
    .where(and(eq(s.countyCode, here), eq(s.regionCode, regionCode), inArray(s.state, ['accepted', 'locked']), sql`${s.period} between ${first} and ${last}`, inArray(e.indicatorId, [...indicatorIds]), eq(e.breakdown, 0), isNotNull(e.figure))).as('sheet');
  const rows = await ctx.db.select({
    indicatorId: v.indicatorId, period: v.period, status: v.status, recordedAt: v.recordedAt, recordedBy: v.recordedByName,
    reportedAt: sheet.reportedAt, acceptedAt: sheet.acceptedAt, byName: sheet.byName, department: sheet.department, isLate: sheet.isLate, enteredFor: sheet.enteredFor,
  }).from(v).leftJoin(sheet, and(eq(sheet.countyCode, v.countyCode), eq(sheet.indicatorId, v.indicatorId), eq(sheet.period, v.period)))
    .where(and(eq(v.countyCode, here), eq(v.regionCode, regionCode), inArray(v.indicatorId, [...indicatorIds]), sql`${v.period} between ${first} and ${last}`, eq(v.breakdown, 0))).orderBy(asc(v.indicatorId), asc(v.period), desc(sheet.acceptedAt));
  const one = rows.filter(({ status, indicatorId, period }, at) => isStanding(status) && !(rows[at - 1]?.indicatorId === indicatorId && rows[at - 1]?.period === period)); // of several sheets the one taken over last
  return one.map(({ indicatorId, period, recordedAt, recordedBy, reportedAt, acceptedAt, byName, department, isLate, enteredFor }) =>
    (reportedAt && acceptedAt ? { indicatorId, period, reportedAt, acceptedAt, byName: byName!, department: department!, isLate: isLate!, enteredFor: enteredFor! }
      : { indicatorId, period, reportedAt: recordedAt, acceptedAt: recordedAt, byName: recordedBy, department: '', isLate: false, enteredFor: '' }));
}
