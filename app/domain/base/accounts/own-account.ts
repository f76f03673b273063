import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { roleGrants, sessions, users } from './tables.server.ts';

/** 我的账号: of whoever is signed in. */
export async function getOwnAccount(ctx: Ctx) {
  const [account] = await ctx.db
    .select({
      id: users.id,
      name: users.name,
      username: users.username,
      email: users.email,
      phoneNumber: users.phoneNumber,
      hasSecondFactor: users.twoFactorEnabled,
      regionCode: users.regionCode,
    })
    .from(users)
    .where(eq(users.id, ctx.actor.id));
  if (!account) throw new Refusal('sign-in-needed', 401);
  return account;
}

/** The roles held, those held back until the second factor is set up included. */
export function listOwnGrants(ctx: Ctx) {
  return ctx.db
    .select({ role: roleGrants.role, regionCode: roleGrants.regionCode, organisationId: roleGrants.organisationId })
    .from(roleGrants)
    .where(eq(roleGrants.userId, ctx.actor.id))
    .orderBy(roleGrants.grantedAt);
}

/** Where one is signed in, the latest first; at most fifty are shown. */
export function listOwnSessions(ctx: Ctx) {
  return ctx.db
    .select({
      id: sessions.id,
      address: sessions.ipAddress,
      device: sessions.userAgent,
      since: sessions.createdAt,
      lastSeen: sessions.updatedAt,
    })
    .from(sessions)
    .where(eq(sessions.userId, ctx.actor.id))
    .orderBy(desc(sessions.updatedAt))
    .limit(50);
}
