import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { users } from './tables.server.ts';

/** 以登录名找人: by user name, e-mail address or mobile number, whole; a disabled account is as good as none. */
export async function findByLogin(ctx: Ctx, login: string) {
  const name = login.toLowerCase();
  const [person] = await ctx.db
    .select({ id: users.id, email: users.email, name: users.name, regionCode: users.regionCode })
    .from(users)
    .where(and(or(eq(users.username, name), eq(users.email, name), eq(users.phoneNumber, name)), isNull(users.disabledAt)))
    .limit(1);
  return person;
}

/** 姓名: of many people at once, by id; who is not there (any more) has none. */
export async function namesOf(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, [...new Set(userIds)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
