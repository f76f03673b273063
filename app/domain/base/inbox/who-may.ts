import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { access, type Verb } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 该告诉谁: the people whose role lets them do this in this region, nearest or above; disabled accounts are left out. */
export async function whoMay(ctx: Ctx, verb: Verb, regionCode: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ userId: roleGrants.userId })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        inArray(roleGrants.role, [...access[verb]]),
        sql`(${roleGrants.regionCode} = '*' or starts_with(${regionCode}, ${roleGrants.regionCode}))`,
        isNull(users.disabledAt),
      ),
    )
    .limit(1000);
  return rows.map((row) => row.userId);
}
