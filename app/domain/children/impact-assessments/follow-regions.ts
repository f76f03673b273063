import { eq } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { impactAssessments } from './tables.server.ts';

/** 评估随区划变更: to the principal successor. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const found = await ctx.db.select({ id: impactAssessments.id }).from(impactAssessments).where(eq(impactAssessments.regionCode, from));
    if (found.length === 0) continue;
    await change(ctx, async (tx) => {
      await tx.db.update(impactAssessments).set({ regionCode: to }).where(eq(impactAssessments.regionCode, from));
      await tx.record('impact.region-followed', { id: to, regionCode: to }, { from, assessments: found.length });
    });
    moved += found.length;
  }
  return String(moved);
}
