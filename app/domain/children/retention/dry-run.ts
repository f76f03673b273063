import { desc, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Expiry } from './expiry.ts';
import type { Results } from './model.ts';
import { planOf, scheduleVersion } from './schedule.ts';
import { retentionRuns } from './tables.server.ts';

/** 试算: counts what would go tonight and what a hold would keep, touches nothing, and is kept to be looked at. */
export async function tryRun(ctx: Ctx, expiries: readonly Expiry[]): Promise<Results> {
  allow(ctx, 'retention.keep', { regionCode: '*' });
  const results: Results = {};
  for (const expiry of expiries) results[expiry.recordClass] = { ...(await expiry.count(ctx, await planOf(ctx, expiry.recordClass))), done: 0 };
  await change(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(retentionRuns)
      .values({ day: beijingDay(tx.now), isDry: true, scheduleVersion: await scheduleVersion(tx), results, startedByName: tx.actor.name, startedAt: ctx.now, finishedAt: tx.now })
      .returning({ id: retentionRuns.id });
    await tx.record('retention.tried', { id: row!.id, regionCode: '*' }, { due: Object.values(results).reduce((sum, { due }) => sum + due, 0) });
  });
  return results;
}

/** 最近一次试算. */
export async function lastTry(ctx: Ctx) {
  const [row] = await ctx.db.select().from(retentionRuns).where(eq(retentionRuns.isDry, true)).orderBy(desc(retentionRuns.id)).limit(1);
  return row ?? null;
}
