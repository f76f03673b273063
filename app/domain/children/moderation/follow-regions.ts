import { and, eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { moderationComplaints, moderationFiles, moderationItems, moderationLimits, moderationPortraits } from './tables.server.ts';

/**
 * 待审内容随区划变更: items with their files and portraits, complaints and limits go on under the principal successor. The county is part of the
 * key, so rows are written anew. Reports to authorities are only ever added to: they keep the code under which they were made.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const items = await ctx.db.select().from(moderationItems).where(and(eq(moderationItems.countyCode, countyCode(from)), eq(moderationItems.regionCode, from)));
    const complaints = await ctx.db.$count(moderationComplaints, and(eq(moderationComplaints.countyCode, countyCode(from)), eq(moderationComplaints.regionCode, from)));
    const limits = await ctx.db.select().from(moderationLimits).where(eq(moderationLimits.regionCode, from));
    if (items.length + complaints + limits.length === 0) continue;
    await change(ctx, async (tx) => {
      await carry(tx, items.map(({ id }) => id), countyCode(from), { regionCode: to, countyCode: countyCode(to) });
      await tx.db.update(moderationComplaints).set({ regionCode: to, countyCode: countyCode(to) }).where(and(eq(moderationComplaints.countyCode, countyCode(from)), eq(moderationComplaints.regionCode, from)));
      if (limits.length > 0) await tx.db.insert(moderationLimits).values(limits.map((row) => ({ ...row, regionCode: to }))).onConflictDoNothing();
      await tx.record('moderation.region-followed', { id: to, regionCode: to }, { from, items: items.length });
    });
    moved += items.length;
  }
  return String(moved);
}

async function carry({ db }: Change, ids: readonly string[], county: number, place: { regionCode: string; countyCode: number }): Promise<void> {
  if (ids.length === 0) return;
  const own = and(eq(moderationItems.countyCode, county), inArray(moderationItems.id, [...ids]));
  if (place.countyCode === county) {
    await db.update(moderationItems).set({ regionCode: place.regionCode }).where(own);
    return;
  }
  const attached = await db.delete(moderationFiles).where(and(eq(moderationFiles.countyCode, county), inArray(moderationFiles.itemId, [...ids]))).returning();
  const portraits = await db.delete(moderationPortraits).where(and(eq(moderationPortraits.countyCode, county), inArray(moderationPortraits.itemId, [...ids]))).returning();
  const items = await db.delete(moderationItems).where(own).returning();
  await db.insert(moderationItems).values(items.map((row) => ({ ...row, ...place })));
  if (attached.length > 0) await db.insert(moderationFiles).values(attached.map((row) => ({ ...row, countyCode: place.countyCode })));
  if (portraits.length > 0) await db.insert(moderationPortraits).values(portraits.map((row) => ({ ...row, countyCode: place.countyCode })));
}
