import { and, eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { hazardPhotos, hazardRoutes, hazards, hazardSteps } from './tables.server.ts';

/** 隐患随区划变更: with their pictures and steps to the principal successor; the county is part of the key, so rows are written anew. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const [old, county] = [countyCode(from), countyCode(to)];
    const found = await ctx.db.select().from(hazards).where(and(eq(hazards.countyCode, old), eq(hazards.regionCode, from)));
    const rules = await ctx.db.select().from(hazardRoutes).where(eq(hazardRoutes.regionCode, from));
    if (found.length + rules.length === 0) continue;
    await change(ctx, async (tx) => {
      const ids = found.map(({ id }) => id);
      if (ids.length > 0) {
        const photos = await tx.db.delete(hazardPhotos).where(and(eq(hazardPhotos.countyCode, old), inArray(hazardPhotos.hazardId, ids))).returning();
        const steps = await tx.db.delete(hazardSteps).where(and(eq(hazardSteps.countyCode, old), inArray(hazardSteps.hazardId, ids))).returning();
        await tx.db.delete(hazards).where(and(eq(hazards.countyCode, old), inArray(hazards.id, ids)));
        for (const some of inParts(found, 1000)) await tx.db.insert(hazards).values(some.map((row) => ({ ...row, countyCode: county, regionCode: to })));
        for (const some of inParts(photos, 1000)) await tx.db.insert(hazardPhotos).values(some.map((row) => ({ ...row, countyCode: county })));
        for (const some of inParts(steps, 1000)) await tx.db.insert(hazardSteps).values(some.map((row) => ({ ...row, countyCode: county })));
      }
      for (const some of inParts(rules, 1000)) await tx.db.insert(hazardRoutes).values(some.map((row) => ({ ...row, regionCode: to }))).onConflictDoNothing();
      await tx.record('hazard.region-followed', { id: to, regionCode: to }, { from, hazards: ids.length });
    });
    moved += found.length;
  }
  return String(moved);
}
