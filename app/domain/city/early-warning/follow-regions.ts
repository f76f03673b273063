import { and, eq, inArray, isNull } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { alerts, alertSteps } from './tables.server.ts';

/**
 * 预警随区划变更: with their steps to a unit that alone became another. Where several became one, or one several, figures are no longer those
 * that were warned of: what stood ends that day and is kept, and the next night looks anew. Steps are only added: those of the old county stay beside.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to, isAlone } of await movesOf(ctx, changeId)) {
    const [old, county] = [countyCode(from), countyCode(to)];
    const here = and(eq(alerts.countyCode, old), eq(alerts.regionCode, from));
    if ((await ctx.db.$count(alerts, isAlone ? here : and(here, isNull(alerts.endedOn)))) === 0) continue;
    moved += await change(ctx, async (tx) => {
      if (!isAlone) {
        await tx.db.update(alerts).set({ endedOn: beijingDay(tx.now), state: 'ended' }).where(and(here, inArray(alerts.state, ['open', 'answered'])));
        await tx.db.update(alerts).set({ endedOn: beijingDay(tx.now) }).where(and(here, isNull(alerts.endedOn)));
        await tx.record('alerts.region-followed', { id: to, regionCode: to }, { from, alerts: 0 });
        return 0;
      }
      const found = await tx.db.select().from(alerts).where(here).for('update');
      const ids = found.map(({ id }) => id);
      const steps = await tx.db.select().from(alertSteps).where(and(eq(alertSteps.countyCode, old), inArray(alertSteps.alertId, ids)));
      await tx.db.delete(alerts).where(and(eq(alerts.countyCode, old), inArray(alerts.id, ids)));
      for (const some of inParts(found, 1000)) await tx.db.insert(alerts).values(some.map((row) => ({ ...row, countyCode: county, regionCode: to })));
      for (const some of inParts(old === county ? [] : steps, 1000)) await tx.db.insert(alertSteps).values(some.map((row) => ({ ...row, countyCode: county })));
      await tx.record('alerts.region-followed', { id: to, regionCode: to }, { from, alerts: found.length });
      return found.length;
    });
  }
  return String(moved);
}
