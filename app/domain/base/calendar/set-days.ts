import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { sql } from 'drizzle-orm';
import type { ImportLine } from './model.ts';
import { calendarDays } from './tables.server.ts';

/** 设定日子: what these days are, and who says so; they win over the library. */
export function setDays(ctx: Ctx, days: readonly ImportLine[], source: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'calendar.edit', { regionCode: '*' });
    const byDay = new Map(days.map((day) => [day.day, { ...day, source }]));
    const last = [...byDay.values()];
    await tx.db
      .insert(calendarDays)
      .values(last)
      .onConflictDoUpdate({
        target: calendarDays.day,
        set: { isWorkday: sql`excluded.is_workday`, name: sql`excluded.name`, source: sql`excluded.source` },
      });
    await tx.record('calendar.days-set', { id: 'calendar', regionCode: '*' }, { days: last.map((day) => day.day), note: source });
  });
}
