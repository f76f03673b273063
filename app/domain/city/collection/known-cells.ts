import { and, eq, inArray, lt, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { keptAt, openPeriod, rangeOf, yearOf } from '#app/domain/city/indicators/period.ts';
import { isStanding } from '#app/domain/city/indicators/model.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Sheet } from './hold-sheet.ts';
import { keyOf } from './model.ts';
import { collectionItems, collectionRounds, collectionSheets } from './tables.server.ts';

/** 已知的一格: a figure that stands already, with who told it; it is shown and not asked. */
export type Known = { value: number; source: string; origin: number; recordedAt: Date; recordedByName: string };
export type Standing = {
  known: Map<string, Known>; elsewhere: Set<number>;
  /** What the unit said in earlier periods of the same kind, oldest first. */
  past: (key: string) => Array<{ period: number; value: number }>;
};

const pastYears = 6;

/** 不重复索要: what stands already for this unit and period, what another sheet asked first, and what the unit said in earlier periods. */
export async function standingOf(ctx: Ctx, sheet: Sheet, indicators: readonly Indicator[]): Promise<Standing> {
  const v = indicatorValues;
  const periods = new Map(indicators.map(({ id, definition }) => [id, keptAt(sheet.period, definition.frequency)]));
  const indicatorIds = [...periods.keys()];
  const [first] = rangeOf(yearOf(sheet.period) - pastYears);
  const rows = indicatorIds.length === 0 ? [] : await ctx.db.select({
    indicatorId: v.indicatorId, period: v.period, breakdown: v.breakdown, value: v.value, status: v.status, source: v.source, origin: v.origin, recordedAt: v.recordedAt, recordedByName: v.recordedByName,
  }).from(v).where(and(eq(v.countyCode, sheet.countyCode), eq(v.regionCode, sheet.regionCode), inArray(v.indicatorId, indicatorIds), sql`${v.period} between ${first} and ${Math.max(...periods.values())}`)).orderBy(v.period);
  const told = rows.filter(({ status }) => isStanding(status));
  const kindOf = (period: number) => openPeriod(period)?.frequency;
  const earlier = told.filter(({ indicatorId, period }) => period < periods.get(indicatorId)! && kindOf(period) === kindOf(periods.get(indicatorId)!));
  return {
    known: new Map(told.filter(({ indicatorId, period }) => period === periods.get(indicatorId)).map((row) => [keyOf(row), row])),
    past: (key) => earlier.filter((row) => keyOf(row) === key),
    elsewhere: await askedElsewhere(ctx, sheet, indicatorIds),
  };
}

/** 别处已在问: indicators that an earlier round, still open, asks of the same unit for the same period and no later than this one. What a place below opens never empties the sheet of a place above. */
async function askedElsewhere({ db }: Ctx, sheet: Sheet, indicatorIds: readonly number[]): Promise<Set<number>> {
  if (indicatorIds.length === 0) return new Set();
  const [s, i, r] = [collectionSheets, collectionItems, collectionRounds];
  const own = alias(r, 'own');
  const rows = await db.selectDistinct({ id: i.indicatorId }).from(s).innerJoin(r, eq(r.id, s.roundId)).innerJoin(own, eq(own.id, sheet.roundId)).innerJoin(i, and(eq(i.roundId, s.roundId), eq(i.level, s.level), eq(i.department, s.department)))
    .where(and(eq(r.state, 'open'), or(eq(r.regionCode, '*'), sql`starts_with(${own.regionCode}, ${r.regionCode})`), lte(s.dueOn, sheet.dueOn), eq(s.countyCode, sheet.countyCode), eq(s.regionCode, sheet.regionCode), eq(s.period, sheet.period), ne(s.roundId, sheet.roundId), lt(s.id, sheet.id), inArray(s.state, ['open', 'reported', 'returned']), inArray(i.indicatorId, [...indicatorIds])));
  return new Set(rows.map(({ id }) => id));
}
