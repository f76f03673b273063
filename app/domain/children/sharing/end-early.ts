import { and, eq, isNull, sql } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { shareChildren, shares } from './tables.server.ts';

type Held = { countyCode: number; id: string; regionCode: string; receiver: string };

/**
 * 提前结束: one child's part of a share is over. Where nobody else is left in it, so is the share; whoever records shares there is told
 * to have the receiver stop and delete.
 */
export async function endEarly(tx: Change, { countyCode, id, regionCode, receiver }: Held, why: 'withdrawn' | 'erased'): Promise<void> {
  const left = await tx.db.$count(shareChildren, and(eq(shareChildren.countyCode, countyCode), eq(shareChildren.shareId, id), isNull(shareChildren.withdrawnAt)));
  if (left === 0) await tx.db.update(shares).set({ endedEarly: why }).where(and(eq(shares.countyCode, countyCode), eq(shares.id, id)));
  const cause = `share:${id}:${tx.now.getTime()}`;
  await tell(tx, await whoMay(tx, 'sharing.record', regionCode, 4), 'share-to-stop', { unit: receiver }, `/desk/privacy/shares/${id}`, cause);
}

/** 撤回之后: what rested on a consent that was taken back is over for that child, at once. */
export async function endWithdrawn(ctx: Ctx): Promise<string> {
  const found = await ctx.db
    .select({ countyCode: shares.countyCode, id: shares.id, regionCode: shares.regionCode, receiver: shares.receiver, childId: shareChildren.childId })
    .from(shares)
    .innerJoin(shareChildren, and(eq(shareChildren.countyCode, shares.countyCode), eq(shareChildren.shareId, shares.id)))
    .where(and(isNull(shares.settledAt), eq(shares.basis, 'consent'), isNull(shareChildren.withdrawnAt), sql`child_withdrew(${shareChildren.childId}, 'sharing')`))
    .limit(500);
  for (const { childId, ...share } of found) {
    await change(ctx, async (tx) => {
      await tx.db.update(shareChildren).set({ withdrawnAt: tx.now }).where(and(eq(shareChildren.countyCode, share.countyCode), eq(shareChildren.shareId, share.id), eq(shareChildren.childId, childId)));
      await endEarly(tx, share, 'withdrawn');
      await tx.record('share.consent-ended', share);
    });
  }
  return String(found.length);
}
