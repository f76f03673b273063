import { and, desc, eq, gt } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { within } from './inside-identity.ts';
import { openChild, type OpenChild } from './own-child.ts';
import { accessGrants, children, openings } from './tables.server.ts';

/**
 * 打开身份: only under a grant that somebody else approved and whose hours are not over. Who looked, at whom and when is
 * committed before a letter of it is given out (网络保护条例 36).
 */
export async function openIdentity(ctx: Ctx, regionCode: string, childId: string): Promise<OpenChild & { until: Date }> {
  allow(ctx, 'identity.ask', { regionCode });
  if (!isId(childId)) throw new Refusal('not-found', 404);
  return change(ctx, async (tx) => {
    const found = await within(tx.db, async (db) => {
      const [child] = await db.select().from(children).where(and(eq(children.id, childId), eq(children.regionCode, regionCode)));
      if (!child) throw new Refusal('not-found', 404);
      const [grant] = await db.select().from(accessGrants)
        .where(and(eq(accessGrants.childId, childId), eq(accessGrants.askedBy, tx.actor.id), eq(accessGrants.isApproved, true), gt(accessGrants.expiresAt, tx.now)))
        .orderBy(desc(accessGrants.expiresAt)).limit(1);
      if (!grant) throw new Refusal('access-needed', 403);
      await db.insert(openings).values({ grantId: grant.id, childId, regionCode, openedBy: tx.actor.id, openedByName: tx.actor.name, at: tx.now });
      return { child, grant };
    });
    await tx.record('identity.opened', { id: found.grant.id, regionCode });
    return { ...openChild(found.child), until: found.grant.expiresAt! };
  });
}
