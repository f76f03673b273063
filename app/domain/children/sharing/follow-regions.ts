import { and, eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { shareChildren, sharePartners, shares } from './tables.server.ts';

/** 登记随区划变更: partners and shares go to the principal successor; the county is part of the key, so rows are written anew. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const [old, county] = [countyCode(from), countyCode(to)];
    const found = await ctx.db.select().from(shares).where(and(eq(shares.countyCode, old), eq(shares.regionCode, from)));
    const partners = await ctx.db.select({ id: sharePartners.id }).from(sharePartners).where(eq(sharePartners.regionCode, from));
    if (found.length + partners.length === 0) continue;
    await change(ctx, async (tx) => {
      const ids = found.map(({ id }) => id);
      if (ids.length > 0) {
        const links = await tx.db.delete(shareChildren).where(and(eq(shareChildren.countyCode, old), inArray(shareChildren.shareId, ids))).returning();
        await tx.db.delete(shares).where(and(eq(shares.countyCode, old), inArray(shares.id, ids)));
        for (const some of inParts(found, 1000)) await tx.db.insert(shares).values(some.map((row) => ({ ...row, countyCode: county, regionCode: to })));
        for (const some of inParts(links, 1000)) await tx.db.insert(shareChildren).values(some.map((row) => ({ ...row, countyCode: county })));
      }
      await tx.db.update(sharePartners).set({ regionCode: to }).where(eq(sharePartners.regionCode, from));
      await tx.record('share.region-followed', { id: to, regionCode: to }, { from, shares: ids.length, partners: partners.length });
    });
    moved += found.length + partners.length;
  }
  return String(moved);
}
