import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { config } from '#app/platform/config.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import type { Role } from './model.ts';
import { credentials, roleGrants, users } from './tables.server.ts';

export type DemoAccount = { username: string; name: string; grants: { role: Role; regionCode: string }[] };

/** 演示账号: whom a visitor of the demonstration may sign in as; nobody at all outside demo mode. */
export async function listDemoAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  if (config().DEMO === 'no') return [];
  const rows = await ctx.db
    .select({ username: users.username, name: users.name, role: roleGrants.role, regionCode: roleGrants.regionCode })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .innerJoin(credentials, eq(credentials.userId, users.id)) // some people of the story have no password
    .where(and(isNotNull(users.username), eq(roleGrants.grantedBy, system.id)))
    .orderBy(asc(users.createdAt), asc(users.id), asc(roleGrants.grantedAt))
    .limit(60);
  const accounts = new Map<string, DemoAccount>();
  for (const { username, name, role, regionCode } of rows) {
    const account = accounts.get(username!) ?? { username: username!, name, grants: [] };
    account.grants.push({ role, regionCode });
    accounts.set(username!, account);
  }
  return [...accounts.values()];
}
