import { and, eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { walkEntries, walkPhones, walkPhotos, walks, walkTickets } from './tables.server.ts';

/** 走查随区划变更: with all that was said, to the principal successor; the county is part of the key, so rows are written anew. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const [old, county] = [countyCode(from), countyCode(to)];
    const found = await ctx.db.select().from(walks).where(and(eq(walks.countyCode, old), eq(walks.regionCode, from)));
    if (found.length === 0) continue;
    await change(ctx, async (tx) => {
      const ids = found.map(({ id }) => id);
      const [entries, photos, phones, tickets] = [
        await tx.db.delete(walkEntries).where(and(eq(walkEntries.countyCode, old), inArray(walkEntries.walkId, ids))).returning(),
        await tx.db.delete(walkPhotos).where(and(eq(walkPhotos.countyCode, old), inArray(walkPhotos.walkId, ids))).returning(),
        await tx.db.delete(walkPhones).where(and(eq(walkPhones.countyCode, old), inArray(walkPhones.walkId, ids))).returning(),
        await tx.db.delete(walkTickets).where(and(eq(walkTickets.countyCode, old), inArray(walkTickets.walkId, ids))).returning(),
      ];
      await tx.db.delete(walks).where(and(eq(walks.countyCode, old), inArray(walks.id, ids)));
      await tx.db.insert(walks).values(found.map((row) => ({ ...row, countyCode: county, regionCode: to })));
      for (const some of inParts(entries, 1000)) await tx.db.insert(walkEntries).values(some.map((row) => ({ ...row, countyCode: county })));
      if (photos.length > 0) await tx.db.insert(walkPhotos).values(photos.map((row) => ({ ...row, countyCode: county })));
      if (phones.length > 0) await tx.db.insert(walkPhones).values(phones.map((row) => ({ ...row, countyCode: county })));
      if (tickets.length > 0) await tx.db.insert(walkTickets).values(tickets.map((row) => ({ ...row, countyCode: county })));
      await tx.record('walk.region-followed', { id: to, regionCode: to }, { from, walks: ids.length });
    });
    moved += found.length;
  }
  return String(moved);
}
