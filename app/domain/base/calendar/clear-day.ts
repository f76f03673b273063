import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { calendarDays } from './tables.server.ts';

/** 取消调整: the day counts again as the library says. */
export function clearDay(ctx: Ctx, day: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'calendar.edit', { regionCode: '*' });
    const gone = await tx.db.delete(calendarDays).where(eq(calendarDays.day, day)).returning();
    if (gone.length === 0) throw new Refusal('calendar-day-not-set', 404);
    await tx.record('calendar.day-cleared', { id: 'calendar', regionCode: '*' }, { day, note: gone[0]!.name });
  });
}
