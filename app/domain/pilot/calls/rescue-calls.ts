import { and, eq, gt, lt } from 'drizzle-orm';
import { countBrokenMinutes } from '#app/domain/base/availability/read.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { moveLastDay } from './extend-call.ts';
import { calls } from './tables.server.ts';

const lastHour = 3_600_000;

/**
 * 故障顺延: a call whose last hour the service spoilt for longer than the call allows goes on until the end of the next
 * working day. The clock does it before it closes calls; everybody with a draft is told as with any extension.
 */
export async function rescueCalls(ctx: Ctx): Promise<string[]> {
  const today = beijingDay(ctx.now);
  const over = await ctx.db
    .select({ id: calls.id, regionCode: calls.regionCode, title: calls.title, closesOn: calls.closesOn, allowed: calls.rescueMinutes })
    .from(calls)
    .where(and(eq(calls.state, 'published'), lt(calls.closesOn, today), gt(calls.rescueMinutes, 0)));
  const rescued: string[] = [];
  for (const { allowed, ...call } of over) {
    const end = startOfBeijingDay(addDays(call.closesOn, 1));
    const broken = await countBrokenMinutes(ctx, new Date(end.getTime() - lastHour), end);
    if (broken < allowed) continue;
    const to = await addWorkdays(ctx, addDays(today, -1), 1);
    await change(ctx, (tx) => moveLastDay(tx, call, to, reasonOf(broken), { brokenMinutes: broken }));
    rescued.push(call.id);
  }
  return rescued;
}

/** The reason stands on public pages in both languages, as an officer's would in one. */
function reasonOf(minutes: number): string {
  return `截止前一小时系统有 ${minutes} 分钟不能正常办理，按批次约定自动延期。The service failed for ${minutes} minutes of the last hour, so the call goes on by itself.`;
}
