import { eq } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { safeRoutes, spaceInspections, spaces } from './tables.server.ts';

/** 空间随区划变更: places, ways and inspections of a unit that ended go on in its principal successor; a name that stands there already gets the old code beside it. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const places = await ctx.db.select({ id: spaces.id, name: spaces.name }).from(spaces).where(eq(spaces.regionCode, from));
    const ways = await ctx.db.select({ id: safeRoutes.id, name: safeRoutes.name }).from(safeRoutes).where(eq(safeRoutes.regionCode, from));
    if (places.length + ways.length === 0) continue;
    await change(ctx, async (tx) => {
      const placeNames = new Set((await tx.db.select({ name: spaces.name }).from(spaces).where(eq(spaces.regionCode, to))).map(({ name }) => name));
      const wayNames = new Set((await tx.db.select({ name: safeRoutes.name }).from(safeRoutes).where(eq(safeRoutes.regionCode, to))).map(({ name }) => name));
      const named = (name: string, taken: Set<string>) => (taken.has(name) ? `${name}（${from}）` : name);
      for (const { id, name } of places) await tx.db.update(spaces).set({ regionCode: to, name: named(name, placeNames) }).where(eq(spaces.id, id));
      for (const { id, name } of ways) await tx.db.update(safeRoutes).set({ regionCode: to, name: named(name, wayNames) }).where(eq(safeRoutes.id, id));
      const looks = await tx.db.delete(spaceInspections).where(eq(spaceInspections.regionCode, from)).returning();
      for (const some of inParts(looks, 1000)) await tx.db.insert(spaceInspections).values(some.map((look) => ({ ...look, regionCode: to, countyCode: countyCode(to) })));
      await tx.record('space.region-followed', { id: to, regionCode: to }, { from, spaces: places.length, routes: ways.length });
    });
    moved += places.length + ways.length;
  }
  return String(moved);
}
