import { and, asc, gte, lte } from 'drizzle-orm';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Day, daysOfYear, isDay } from './model.ts';
import { isOfficialYear, officialDay } from './official.ts';
import { calendarDays } from './tables.server.ts';

const furthest = 3700;

/** 日历: every day of a span as it counts here; our own table wins over the library. */
export async function listDays(ctx: Ctx, from: string, to: string): Promise<Day[]> {
  const own = await ctx.db
    .select()
    .from(calendarDays)
    .where(and(gte(calendarDays.day, from), lte(calendarDays.day, to)))
    .orderBy(asc(calendarDays.day))
    .limit(furthest);
  const byDay = new Map(own.map((row) => [row.day, row]));
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(byDay.get(day) ?? officialDay(day));
  return days;
}

/** 是否工作日. */
export async function isWorkday(ctx: Ctx, day: string): Promise<boolean> {
  const [found] = await listDays(ctx, day, day);
  return found!.isWorkday;
}

/** 加工作日: the n-th working day after a day; 0 is the day itself, negative counts back. */
export async function addWorkdays(ctx: Ctx, day: string, n: number): Promise<string> {
  if (!isDay(day) || Math.abs(n) > 1000) throw new Refusal('calendar-out-of-range', 400);
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let last = day;
  while (left > 0) {
    const edge = addDays(last, step * (left * 2 + 12));
    const days = step > 0 ? await listDays(ctx, addDays(last, 1), edge) : (await listDays(ctx, edge, addDays(last, -1))).toReversed();
    for (const next of days) {
      last = next.day;
      if (next.isWorkday) left -= 1;
      if (left === 0) break;
    }
  }
  return last;
}

/** 工作日数: the working days after `from` up to and including `to`; negative when `to` lies before. */
export async function workdaysBetween(ctx: Ctx, from: string, to: string): Promise<number> {
  if (to < from) return -(await workdaysBetween(ctx, to, from)) || 0;
  if (!isDay(from) || !isDay(to) || addDays(from, furthest) < to) throw new Refusal('calendar-out-of-range', 400);
  const days = await listDays(ctx, addDays(from, 1), to);
  return days.filter((day) => day.isWorkday).length;
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
