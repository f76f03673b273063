import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allow, type Verb } from './access.ts';
import { roleGrants, users } from './tables.server.ts';

/**
 * 管辖: the account an administrator wants to touch. Its own region and every grant it holds must lie within the
 * administrator's region: a county does not switch off a ministry. Nobody administers their own account.
 */
export async function accountWithinReach(ctx: Ctx, verb: Verb, userId: string) {
  const [account] = await ctx.db.select().from(users).where(eq(users.id, userId)).for('update');
  if (!account) {
    allow(ctx, verb, { regionCode: '*' });
    throw new Refusal('not-found', 404);
  }
  const grants = await ctx.db.select().from(roleGrants).where(eq(roleGrants.userId, userId));
  for (const { regionCode } of [account, ...grants]) allow(ctx, verb, { regionCode });
  if (userId === ctx.actor.id) throw new Refusal('account-own', 403);
  return { ...account, grants };
}
