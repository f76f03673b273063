import { and, eq, sql } from 'drizzle-orm';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { shareChildren, shares } from './tables.server.ts';

const ofIts = sql`${shares.countyCode} = ${shareChildren.countyCode} and ${shares.id} = ${shareChildren.shareId}`;
const links: Columns = { endedAt: shares.settledAt, regionCode: shares.regionCode, subjectIds: [shares.id], childId: shareChildren.childId };

/** 了结多年的对外提供: whose data it was goes; what was handed to whom, how many it was about and how it ended stays. */
export const expireShares: Expiry = {
  recordClass: 'share-children',
  count: (ctx, plan) => countOver(ctx.db, sql`${shareChildren} join ${shares} on ${ofIts}`, plan, links),
  async expire(tx, plan, limit) {
    const rows = await tx.db
      .select({ countyCode: shareChildren.countyCode, shareId: shareChildren.shareId, childId: shareChildren.childId, regionCode: shares.regionCode })
      .from(shareChildren)
      .innerJoin(shares, ofIts)
      .where(isDue(plan, links))
      .limit(limit);
    for (const { countyCode, shareId, childId } of rows) {
      await tx.db.delete(shareChildren).where(and(eq(shareChildren.countyCode, countyCode), eq(shareChildren.shareId, shareId), eq(shareChildren.childId, childId)));
    }
    return { regionCodes: rows.map(({ regionCode }) => regionCode), files: 0 };
  },
};
