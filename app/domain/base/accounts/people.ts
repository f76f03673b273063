import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { access, type Verb } from './access.ts';
import { roleGrants, users } from './tables.server.ts';

/** 谁可以办: everybody who may do this for a place, for telling them about it. */
export function peopleWith(ctx: Ctx, verb: Verb, regionCode: string): Promise<{ id: string; name: string }[]> {
  const above = [...new Set([regionCode, ...parentCandidates(regionCode), '*'])];
  return ctx.db
    .selectDistinct({ id: users.id, name: users.name })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(inArray(roleGrants.role, [...access[verb]]), inArray(roleGrants.regionCode, above), isNull(users.disabledAt)))
    .orderBy(users.id);
}

/** 姓名: of one person; empty when there is no such account (any more). */
export async function getPersonName(ctx: Ctx, userId: string): Promise<string> {
  const [person] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return person?.name ?? '';
}

/** Names of many people at once, by id. */
export async function namesOf(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, [...new Set(userIds)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
