import { desc, inArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { HoursInput } from './input.ts';
import { type Hours, usualHours } from './model.ts';
import { incidentHours } from './tables.server.ts';

/** 时限 that count here: of the place, else of the nearest above, else the usual ones. */
export async function hoursOf(ctx: Ctx, regionCode: string): Promise<Hours> {
  const [row] = await ctx.db
    .select({ authorityHours: incidentHours.authorityHours, tellHours: incidentHours.tellHours })
    .from(incidentHours)
    .where(inArray(incidentHours.regionCode, [regionCode, ...parentCandidates(regionCode), '*']))
    .orderBy(desc(sql`case ${incidentHours.regionCode} when '*' then 0 else length(${incidentHours.regionCode}) end`))
    .limit(1);
  return row ?? usualHours;
}

/** 设定时限 of one's region; what was reported before keeps its own. */
export async function setHours(ctx: Ctx, { regionCode, ...hours }: HoursInput): Promise<void> {
  allow(ctx, 'incident.handle', { regionCode });
  return change(ctx, async (tx) => {
    const row = { ...hours, setByName: tx.actor.name, setAt: tx.now };
    await tx.db.insert(incidentHours).values({ regionCode, ...row }).onConflictDoUpdate({ target: incidentHours.regionCode, set: row });
    await tx.record('incident.hours-set', { id: regionCode, regionCode }, hours);
  });
}
