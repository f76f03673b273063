import { isYearKnown } from '#app/domain/base/calendar/read.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';

/** 提醒补录放假安排: from November on, those who keep the calendar are told once that the next year's arrangement is missing. */
export async function warnOfMissingYears(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5) >= '11-15' ? [year, year + 1] : [year];
  const missing: number[] = [];
  for (const each of wanted) if (!(await isYearKnown(ctx, each))) missing.push(each);
  for (const each of missing) {
    await tell(ctx, await whoMay(ctx, 'calendar.edit', '*'), 'calendar-missing', { year: each }, `/desk/calendar?year=${each}`, `calendar-${each}`);
  }
  return missing.join(' ');
}
