import { and, asc, eq, lt, or } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { silencePlace } from './silence-place.ts';
import { takeStep } from './hold-alert.ts';
import { alerts } from './tables.server.ts';

/** 再上一级 after so many working days more. */
const againAfter = 5;
const most = 500;

/** 报到哪一级: of a district or what lies in it to the city, then to the province; of a city to the province; of a province to the nation. As the length of a code. */
const highestFor = (regionCode: string, level: number): number => (regionCode.length > 4 ? [4, 2][level - 1]! : regionCode.length === 4 ? 2 : 1);

/** 逾期上报: what nobody answered in time is told to the region above, what stays so to the next above; each level once, and silence of one place in one message. */
export async function escalateAlerts(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const longAgo = await addWorkdays(ctx, today, -againAfter);
  const isLate = or(and(lt(alerts.dueOn, today), eq(alerts.escalation, 0)), and(lt(alerts.dueOn, longAgo), eq(alerts.escalation, 1)));
  const late = await ctx.db.select().from(alerts).where(and(eq(alerts.state, 'open'), isLate)).orderBy(asc(alerts.dueOn)).limit(most);
  const name = await placeNames(ctx, late.flatMap(({ regionCode }) => [regionCode, silencePlace(regionCode)]));
  for (const alert of late) {
    const level = alert.escalation + 1;
    await change(ctx, async (tx) => {
      await takeStep(tx, alert, 'escalated', { escalation: level });
      await tx.record('alert.escalated', alert, { level, rule: alert.rule });
      const people = await whoMay(tx, 'warning.answer', alert.regionCode, highestFor(alert.regionCode, level));
      const place = silencePlace(alert.regionCode);
      if (alert.rule === 'W1') await tell(tx, people, 'silence-late', { place: name(place), day: alert.dueOn }, `/desk/warnings?silent=${place}`, `silence:${place}:${today}:${level}`);
      else await tell(tx, people, 'warning-late', { place: name(alert.regionCode), day: alert.dueOn }, `/desk/warnings/${alert.id}`, `${alert.id}:${alert.dueOn}:${level}`);
    });
  }
  return String(late.length);
}
