import { and, eq, gt, inArray, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { collectionEntries, collectionRounds, collectionSheets } from './tables.server.ts';

/**
 * 填报表随区划变更: a round goes with the place that holds it. What was never handed in goes with what was typed to the principal
 * successor, unless its round asks that one already; where a unit alone became another in the same county, so does all that it handed in. Other
 * sheets stay in the name of the unit that told them: the successor may mend them (hold-sheet.ts), and they are checked as before.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  const [s, e, r] = [collectionSheets, collectionEntries, collectionRounds];
  for (const { from, to, isAlone } of await movesOf(ctx, changeId)) {
    const [old, county] = [countyCode(from), countyCode(to)];
    const here = and(eq(s.countyCode, old), eq(s.regionCode, from), eq(s.turn, 0));
    if ((await ctx.db.$count(s, and(eq(s.countyCode, old), eq(s.regionCode, from)))) + (await ctx.db.$count(r, eq(r.regionCode, from))) === 0) continue;
    moved += await change(ctx, async (tx) => {
      await tx.db.update(r).set({ regionCode: to }).where(eq(r.regionCode, from));
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
      const told = isAlone && county === old ? await carryTold(tx, from, to) : 0;
      await tx.record('collection.region-followed', { id: to, regionCode: to }, { from, sheets: gone.size + told });
      return gone.size + told;
    });
  }
  return String(moved);
}

/** What was handed in is never written anew: within a county only its name changes. */
async function carryTold(tx: Change, from: string, to: string): Promise<number> {
  const s = collectionSheets;
  const other = alias(s, 'other');
  const taken = tx.db.select({ one: sql`1` }).from(other).where(and(eq(other.countyCode, s.countyCode), eq(other.roundId, s.roundId), eq(other.regionCode, to), eq(other.level, s.level), eq(other.department, s.department)));
  const { rowCount } = await tx.db.update(s).set({ regionCode: to }).where(and(eq(s.countyCode, countyCode(from)), eq(s.regionCode, from), gt(s.turn, 0), notExists(taken)));
  return rowCount ?? 0;
}
