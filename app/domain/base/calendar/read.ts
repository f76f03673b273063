import { and, asc, gte, lte, sql, type SQL } from 'drizzle-orm';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Day, daysOfYear, isDay } from './model.ts';
import { isOfficialYear, officialDay } from './official.ts';
import { calendarDays } from './tables.server.ts';

const furthest = 3700;

/** 日历: every day of a span as it counts here; our own table wins over the library. */
export async function listDays(ctx: Ctx, from: string, to: string): Promise<Day[]> {
  const byDay = new Map((await ownDays(ctx, from, to)).map((row) => [row.day, row]));
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(byDay.get(day) ?? officialDay(day));
  return days;
}

function ownDays(ctx: Ctx, from: string, to: string): Promise<Day[]> {
  return ctx.db
    .select()
    .from(calendarDays)
    .where(and(gte(calendarDays.day, from), lte(calendarDays.day, to)))
    .orderBy(asc(calendarDays.day))
    .limit(furthest);
}

/** 是否工作日. */
export async function isWorkday(ctx: Ctx, day: string): Promise<boolean> {
  const [found] = await listDays(ctx, day, day);
  return found!.isWorkday;
}

/** How far ahead or back the n-th working day is looked for: nobody stops working for four months. */
const reach = (n: number) => Math.abs(n) * 3 + 120;

/** 加工作日: the n-th working day after a day; 0 is the day itself, negative counts back. */
export async function addWorkdays(ctx: Ctx, day: string, n: number): Promise<string> {
  if (!isDay(day) || Math.abs(n) > 1000) throw new Refusal('calendar-out-of-range', 400);
  const edge = addDays(day, n < 0 ? -reach(n) : reach(n));
  return nthWorkday(day, n, await ownDays(ctx, day < edge ? day : edge, day < edge ? edge : day));
}

/** 数工作日: the same with our own table's days at hand; they must cover the way. */
export function nthWorkday(day: string, n: number, own: readonly Day[]): string {
  const byDay = new Map(own.map((one) => [one.day, one]));
  const step = n < 0 ? -1 : 1;
  let last = day;
  for (let left = Math.abs(n), gone = 0; left > 0; gone += 1) {
    if (gone > reach(n)) throw new Refusal('calendar-out-of-range', 400);
    last = addDays(last, step);
    if ((byDay.get(last) ?? officialDay(last)).isWorkday) left -= 1;
  }
  return last;
}

/** 往后的自有日历: our own table's days after a day, as part of a larger question; far enough for `most` working days. */
export function ownDaysAfter(day: string, most: number): SQL {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('day', day, 'isWorkday', is_workday, 'name', name, 'source', source)), '[]')
    from calendar_days where day > ${day} and day <= ${addDays(day, reach(most))})`;
}

/** 有无放假安排: whether the official arrangement of a year is known, from the library or from our table. */
export async function isYearKnown(ctx: Ctx, year: number): Promise<boolean> {
  if (isOfficialYear(year)) return true;
  const national = await ctx.db.select({ day: calendarDays.day }).from(calendarDays)
    .where(and(gte(calendarDays.day, `${year}-10-01`), lte(calendarDays.day, `${year}-10-07`))).limit(1);
  return national.length > 0;
}

/** 已知年份: of the years that a span touches, those whose arrangement is missing; a page that counts across them says so. */
export async function yearsKnown(ctx: Ctx, from: string, to: string): Promise<{ known: number[]; missing: number[] }> {
  const known: number[] = [];
  const missing: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)) && known.length + missing.length < 20; year += 1) {
    ((await isYearKnown(ctx, year)) ? known : missing).push(year);
  }
  return { known, missing };
}

/** 全年: the days of one year for the year view. */
export function getYear(ctx: Ctx, year: number): Promise<Day[]> {
  const days = daysOfYear(year);
  return listDays(ctx, days[0]!, days.at(-1)!);
}

/** 缺安排的年份数: among the days to come that running periods may touch. */
export async function countMissingYears(ctx: Ctx): Promise<number> {
  const today = beijingDay(ctx.now);
  return (await yearsKnown(ctx, today, addDays(today, 60))).missing.length;
}
