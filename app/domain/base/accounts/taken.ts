import { eq, or } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { users } from './tables.server.ts';

type Names = { username?: string | undefined; email?: string | undefined; phone?: string | undefined };

/** 已占用: which of these names somebody already signs in with, as the code of a refusal. */
export async function findTaken(ctx: Ctx, names: Names): Promise<'username-taken' | 'contact-taken' | undefined> {
  const { username, email, phone } = names;
  const same = [
    ...(username ? [eq(users.username, username)] : []),
    ...(email ? [eq(users.email, email)] : []),
    ...(phone ? [eq(users.phoneNumber, phone)] : []),
  ];
  if (same.length === 0) return undefined;
  const found = await ctx.db.select({ username: users.username }).from(users).where(or(...same));
  if (found.length === 0) return undefined;
  return found.some((person) => person.username === username) ? 'username-taken' : 'contact-taken';
}
