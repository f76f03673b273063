import { and, eq, isNull } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { within } from './inside-identity.ts';
import { accessGrants, children, classCodes, guardianSlips, openings, rightsRequests } from './tables.server.ts';

/** 儿童随区划变更: children, slips, grants and requests go on under the principal successor through the sealed room's own door, unopened; class codes too. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const codes = await ctx.db.$count(classCodes, and(eq(classCodes.regionCode, from), isNull(classCodes.revokedAt)));
    const [kids, slips] = await within(ctx.db, async (db) => [await db.$count(children, eq(children.regionCode, from)), await db.$count(guardianSlips, eq(guardianSlips.regionCode, from))] as const);
    if (codes + kids + slips === 0) continue;
    await change(ctx, async (tx) => {
      await within(tx.db, async (db) => {
        for (const table of [children, guardianSlips, accessGrants, openings, rightsRequests] as const) await db.update(table).set({ regionCode: to }).where(eq(table.regionCode, from));
      });
      await tx.db.update(classCodes).set({ regionCode: to }).where(eq(classCodes.regionCode, from));
      await tx.record('child.region-followed', { id: to, regionCode: to }, { from, children: kids });
    });
    moved += kids;
  }
  return String(moved);
}
