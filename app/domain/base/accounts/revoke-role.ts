import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allow } from './access.ts';
import { roleGrants } from './tables.server.ts';

/** 收回角色: the grant must lie within the security administrator's region; it stops counting with the next request. */
export function revokeRole(ctx: Ctx, userId: string, grantId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const mine = and(eq(roleGrants.id, grantId), eq(roleGrants.userId, userId));
    const [grant] = await tx.db.select().from(roleGrants).where(mine).for('update');
    allow(tx, 'role.revoke', { regionCode: grant?.regionCode ?? '*' });
    if (!grant) throw new Refusal('not-found', 404);
    if (userId === tx.actor.id) throw new Refusal('grant-to-self', 403);
    await tx.db.delete(roleGrants).where(mine);
    const { role, regionCode, organisationId } = grant;
    await tx.record('role.revoked', { id: userId, regionCode }, { role, regionCode, organisationId });
  });
}
