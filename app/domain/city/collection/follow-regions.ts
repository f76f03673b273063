import { and, eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { collectionEntries, collectionSheets } from './tables.server.ts';

/**
 * 填报表随区划变更: what was never handed in goes with what was typed to the principal successor, unless its round asks that one already. What was
 * handed in was said by the unit that is no more and stays in its name.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  const [s, e] = [collectionSheets, collectionEntries];
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const [old, county] = [countyCode(from), countyCode(to)];
    const here = and(eq(s.countyCode, old), eq(s.regionCode, from), eq(s.turn, 0));
    if ((await ctx.db.$count(s, here)) === 0) continue;
    moved += await change(ctx, async (tx) => {
      const found = await tx.db.select().from(s).where(here).for('update');
      const ids = found.map(({ id }) => id);
      const entries = await tx.db.delete(e).where(and(eq(e.countyCode, old), inArray(e.sheetId, ids))).returning();
      await tx.db.delete(s).where(and(eq(s.countyCode, old), inArray(s.id, ids)));
      const gone = new Set<string>();
      for (const some of inParts(found, 1000)) {
        const added = await tx.db.insert(s).values(some.map((row) => ({ ...row, countyCode: county, regionCode: to }))).onConflictDoNothing().returning({ id: s.id });
        for (const { id } of added) gone.add(id);
      }
      const countyOf = (id: string) => (gone.has(id) ? county : old);
      for (const some of inParts(found.filter(({ id }) => !gone.has(id)), 1000)) await tx.db.insert(s).values(some);
      for (const some of inParts(entries, 1000)) await tx.db.insert(e).values(some.map((row) => ({ ...row, countyCode: countyOf(row.sheetId) })));
      await tx.record('collection.region-followed', { id: to, regionCode: to }, { from, sheets: gone.size });
      return gone.size;
    });
  }
  return String(moved);
}
