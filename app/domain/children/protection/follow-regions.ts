import { eq } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { protectionDuties, protectionReports } from './tables.server.ts';

/** 保护报告随区划变更: reports and those on duty go on under the principal successor; the reports through the sealed room's own door, unopened. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const duties = await ctx.db.select().from(protectionDuties).where(eq(protectionDuties.regionCode, from));
    const reports = await inside(ctx.db, 'protection', (db) => db.$count(protectionReports, eq(protectionReports.regionCode, from)));
    if (duties.length + reports === 0) continue;
    await change(ctx, async (tx) => {
      await inside(tx.db, 'protection', (db) => db.update(protectionReports).set({ regionCode: to }).where(eq(protectionReports.regionCode, from)));
      await tx.db.delete(protectionDuties).where(eq(protectionDuties.regionCode, from));
      if (duties.length > 0) await tx.db.insert(protectionDuties).values(duties.map((row) => ({ ...row, regionCode: to }))).onConflictDoNothing();
      await tx.record('protection.region-followed', { id: to, regionCode: to }, { from, reports });
    });
    moved += reports;
  }
  return String(moved);
}
