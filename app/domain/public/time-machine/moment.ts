import { z } from 'zod';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';

/** 哪一天: a day that is not yet over counts up to now, one in the future is today. */
export const DayInput = z.object({ day: z.iso.date().optional().catch(undefined) });

/** The last moment of a Beijing day, and never later than now. */
export function momentOf(day: string | undefined, now: Date): { day: string; at: Date } {
  const today = beijingDay(now);
  if (!day || day >= today) return { day: today, at: now };
  return { day, at: new Date(startOfBeijingDay(addDays(day, 1)).getTime() - 1) };
}
