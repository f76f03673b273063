import { and, eq, sql } from 'drizzle-orm';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { within } from './inside-identity.ts';
import { guardianships } from './tables.server.ts';

/** 告诉监护人: a new version of the notice asks every guardian of a child to look again. */
export async function tellRenewal(ctx: Ctx, version: number, cause: string): Promise<string> {
  const rows = await within(ctx.db, (db) => db.selectDistinct({ userId: guardianships.userId }).from(guardianships));
  const people = await ctx.db.selectDistinct({ userId: roleGrants.userId }).from(roleGrants).where(and(eq(roleGrants.role, 'guardian'), sql`${roleGrants.userId} = any(${sql.param(rows.map(({ userId }) => userId))}::text[])`));
  return String(await tell(ctx, people.map(({ userId }) => userId), 'consent-renewal', { version }, '/family', cause));
}
