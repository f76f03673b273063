import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { accessTokens } from './tables.server.ts';

/** 收回令牌: one's own, or that of somebody in the administrator's region; the next request with it is refused. */
export function revokeToken(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const [token] = await tx.db
      .select({ userId: accessTokens.userId, name: accessTokens.name, revokedAt: accessTokens.revokedAt, placeOfToken: accessTokens.regionCode, regionCode: users.regionCode })
      .from(accessTokens)
      .innerJoin(users, eq(users.id, accessTokens.userId))
      .where(eq(accessTokens.id, id))
      .for('update', { of: accessTokens });
    if (tx.actor.token || token?.userId !== tx.actor.id) allow(tx, 'interface.manage', { regionCode: token?.regionCode ?? '*' });
    if (!token || token.revokedAt) throw new Refusal('token-not-found', 404);
    await tx.db.update(accessTokens).set({ revokedAt: tx.now }).where(eq(accessTokens.id, id));
    await tx.record('token.revoked', { id, regionCode: token.placeOfToken }, { userId: token.userId, name: token.name });
  });
}
