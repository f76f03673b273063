import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { endEarly } from './end-early.ts';
import { shareChildren, shares } from './tables.server.ts';

/** 忘掉一个孩子: the link goes, the record of what was handed over stays without anybody in it; the receiver has to delete it too. */
export async function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  const links = await ctx.db
    .select({ countyCode: shares.countyCode, id: shares.id, regionCode: shares.regionCode, receiver: shares.receiver, settledAt: shares.settledAt })
    .from(shareChildren)
    .innerJoin(shares, and(eq(shares.countyCode, shareChildren.countyCode), eq(shares.id, shareChildren.shareId)))
    .where(eq(shareChildren.childId, childId));
  if (links.length === 0) return '0';
  await change(ctx, async (tx) => {
    await tx.db.delete(shareChildren).where(eq(shareChildren.childId, childId));
    for (const share of links) {
      if (!share.settledAt) await endEarly(tx, share, 'erased');
      await tx.record('share.child-forgotten', share);
    }
  });
  return String(links.length);
}
