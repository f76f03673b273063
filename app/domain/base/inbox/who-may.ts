import { and, eq, inArray, isNull } from 'drizzle-orm';
import { access, type Verb } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/**
 * 该告诉谁: the people whose role lets them do this in this region, nearest or above; disabled accounts are left out.
 * `shortest` leaves out those of regions with shorter codes: a city need not hear of every community.
 */
export async function whoMay(ctx: Ctx, verb: Verb, regionCode: string, shortest = 1): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ userId: roleGrants.userId })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(
        inArray(roleGrants.role, [...access[verb]]),
        inArray(roleGrants.regionCode, [regionCode, ...parentCandidates(regionCode), '*'].filter((code) => code.length >= shortest)),
        isNull(users.disabledAt),
      ),
    )
    .limit(1000);
  return rows.map((row) => row.userId);
}
