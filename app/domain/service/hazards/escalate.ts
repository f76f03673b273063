import { and, asc, eq, gte, inArray, lt, or } from 'drizzle-orm';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { openStates } from './model.ts';
import { ofHazard, writeStep } from './step.ts';
import { hazards } from './tables.server.ts';

/** 再上一级 after so many working days more. */
const againAfter = 5;

/** 逾期上报: what is late is told to the county, what stays late to the city; each level once for each step on its way. */
export async function escalateHazards(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const longAgo = await addWorkdays(ctx, today, -againAfter);
  const isLate = or(and(lt(hazards.dueOn, today), eq(hazards.escalation, 0)), and(lt(hazards.dueOn, longAgo), eq(hazards.escalation, 1)));
  const late = await ctx.db.select().from(hazards).where(and(inArray(hazards.state, [...openStates]), gte(hazards.dueOn, '2000-01-01'), isLate)).orderBy(asc(hazards.dueOn)).limit(1000);
  for (const hazard of late) {
    const level = hazard.escalation + 1;
    await change(ctx, async (tx) => {
      await tx.db.update(hazards).set({ escalation: level }).where(and(ofHazard(hazard), eq(hazards.escalation, hazard.escalation)));
      await writeStep(tx, hazard, 'escalated', '', '');
      await tx.record('hazard.escalated', hazard, { level, state: hazard.state });
      const people = await whoMay(tx, 'hazard.handle', hazard.regionCode, level === 1 ? 6 : 4);
      await tell(tx, people, 'hazard-late', { unit: (await getRegion(tx, hazard.regionCode)).name, day: hazard.dueOn! }, `/work/${hazard.regionCode}/children/hazards/${hazard.id}`, `${hazard.id}:${hazard.state}:${level}:${hazard.dueOn}`);
    });
  }
  return String(late.length);
}
