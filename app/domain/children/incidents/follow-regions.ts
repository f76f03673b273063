import { eq } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { incidentChildren, incidentHours, incidents } from './tables.server.ts';

/** 事件随区划变更: incidents, their lists and a region's own time limits go to the principal successor. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const tables = [incidents, incidentChildren, incidentHours] as const;
    let many = 0;
    for (const table of tables) many += await ctx.db.$count(table, eq(table.regionCode, from));
    if (many === 0) continue;
    await change(ctx, async (tx) => {
      if ((await tx.db.$count(incidentHours, eq(incidentHours.regionCode, from))) > 0) await tx.db.delete(incidentHours).where(eq(incidentHours.regionCode, to));
      for (const table of tables) await tx.db.update(table).set({ regionCode: to }).where(eq(table.regionCode, from));
      await tx.record('incident.region-followed', { id: to, regionCode: to }, { from, many });
    });
    moved += many;
  }
  return String(moved);
}
