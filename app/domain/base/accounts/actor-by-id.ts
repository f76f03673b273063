import { eq } from 'drizzle-orm';
import { config } from '#app/platform/config.ts';
import { type Actor, type Ctx, visitor } from '#app/platform/ctx.ts';
import { isStaff } from './model.ts';
import { roleGrants, users } from './tables.server.ts';

/** 代其办理: somebody as they are today, for work they ordered that runs while they are away; a disabled account is nobody. */
export async function actorById(ctx: Ctx, userId: string): Promise<Actor> {
  const rows = await ctx.db
    .select({
      name: users.name, disabledAt: users.disabledAt, hasSecondFactor: users.twoFactorEnabled,
      role: roleGrants.role, regionCode: roleGrants.regionCode, organisationId: roleGrants.organisationId,
    })
    .from(users)
    .leftJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(eq(users.id, userId));
  const [first] = rows;
  if (!first || first.disabledAt) return visitor;
  const grants = rows.flatMap(({ role, regionCode, organisationId }) => (role && regionCode ? [{ role, regionCode, organisationId }] : []));
  const isHeldBack = isStaff(grants.map((grant) => grant.role)) && !first.hasSecondFactor && config().DEMO === 'no';
  return { id: userId, name: first.name, grants: isHeldBack ? [] : grants, ...(isHeldBack ? { isHeldBack } : {}) };
}
