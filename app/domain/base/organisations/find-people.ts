import { and, asc, eq, ilike, isNotNull, isNull, like, or } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Organisation } from './read.ts';

const district = 6;

/**
 * 找人: whom to make an agent. The officers who verify it find the people of its district by part of a name; its own agents
 * must know the whole user name, e-mail address or number, so that nobody reads a list of strangers.
 */
export function findPeople(ctx: Ctx, organisation: Organisation, asked: string) {
  const login = asked.toLowerCase();
  const known = or(eq(users.username, login), eq(users.email, login), eq(users.phoneNumber, asked));
  const text = anywhere(asked);
  const near = and(like(users.regionCode, `${organisation.regionCode.slice(0, district)}%`), or(ilike(users.name, text), ilike(users.username, text)));
  return ctx.db
    .select({ id: users.id, name: users.name, username: users.username })
    .from(users)
    .where(and(isNull(users.disabledAt), isNotNull(users.username), may(ctx.actor, 'organisation.verify', organisation) ? or(known, near) : known))
    .orderBy(asc(users.name), asc(users.id))
    .limit(10);
}
