import { eq } from 'drizzle-orm';
import { type Actor, type Ctx, visitor } from '#app/platform/ctx.ts';
import { grantColumns, grantsOf, isHeldBack } from './held-grants.ts';
import { roleGrants, users } from './tables.server.ts';

/** 代其办理: somebody as they are today, for work they ordered that runs while they are away; a disabled account is nobody. */
export async function actorById(ctx: Ctx, userId: string): Promise<Actor> {
  const rows = await ctx.db
    .select({ name: users.name, disabledAt: users.disabledAt, hasSecondFactor: users.twoFactorEnabled, ...grantColumns })
    .from(users)
    .leftJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(eq(users.id, userId));
  const [first] = rows;
  if (!first || first.disabledAt) return visitor;
  const person = { id: userId, name: first.name };
  const grants = grantsOf(rows);
  return isHeldBack(grants, first.hasSecondFactor) ? { ...person, grants: [], isHeldBack: true } : { ...person, grants };
}
