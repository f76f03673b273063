import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { attempts } from '#app/platform/tables.server.ts';
import { lockMinutes, maxWrongPasswords } from './model.ts';
import { hashToken } from './session-token.ts';

/** What tries are counted under: the account, or whatever name was typed where there is none. */
export function lockKey(userId: string | undefined, login: string): string {
  return `password:${userId ?? hashToken(login)}`;
}

/**
 * 计一次: takes one try before the password is looked at, so that a hundred at once are still five. Says until when the
 * account is locked, if it is. The last try starts the full wait; a name without an account is counted just the same.
 */
export async function takeTry(ctx: Ctx, key: string): Promise<Date | undefined> {
  const now = ctx.now.toISOString();
  const until = new Date(ctx.now.getTime() + lockMinutes * 60_000).toISOString();
  const { rows } = await ctx.db.execute<{ count: number; until: string }>(sql`
    insert into attempts (key, count, until) values (${key}, 1, ${until})
    on conflict (key) do update set
      count = case when attempts.until <= ${now} then 1 else attempts.count + 1 end,
      until = case when attempts.until <= ${now} or attempts.count + 1 = ${maxWrongPasswords} then excluded.until else attempts.until end
    returning count, until`);
  const [row] = rows;
  return row && row.count > maxWrongPasswords ? new Date(row.until) : undefined;
}

/** 解锁: a right password, or an administrator, forgets the tries. */
export async function forgetTries(ctx: Ctx, key: string): Promise<void> {
  await ctx.db.delete(attempts).where(eq(attempts.key, key));
}

/** Until when an account is locked; undefined when it is not. */
export async function lockedUntil(ctx: Ctx, userId: string): Promise<Date | undefined> {
  const [row] = await ctx.db.select().from(attempts).where(eq(attempts.key, lockKey(userId, '')));
  return row && row.count >= maxWrongPasswords && row.until > ctx.now ? row.until : undefined;
}
