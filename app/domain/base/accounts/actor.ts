import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { type Actor, type Ctx, visitor } from '#app/platform/ctx.ts';
import { grantColumns, grantsOf, isHeldBack } from './held-grants.ts';
import { isIdle, seenEverySeconds } from './model.ts';
import { hashToken, tokenOf } from './session-token.ts';
import { roleGrants, sessions, users } from './tables.server.ts';

/**
 * 谁在操作: the person behind a request's session cookie, with their grants; a visitor when there is none. One question
 * to the database, none without a cookie of ours; nothing is kept, so what is ended or taken away is gone at once.
 */
export async function actorOf(db: Db, headers: Headers, now: Date): Promise<Actor> {
  const token = tokenOf(headers);
  if (!token) return visitor;
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      hasSecondFactor: users.twoFactorEnabled,
      sessionId: sessions.id,
      lastSeen: sessions.updatedAt,
      ...grantColumns,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(and(eq(sessions.token, hashToken(token)), gt(sessions.expiresAt, now), isNull(users.disabledAt)));
  const [first] = rows;
  if (!first) return visitor;

  const grants = grantsOf(rows);
  if (isIdle(first.lastSeen, now, grants.map((grant) => grant.role))) return visitor;
  await markSeen(db, first.sessionId, first.lastSeen, now);

  const person = { id: first.id, name: first.name, sessionId: first.sessionId };
  return isHeldBack(grants, first.hasSecondFactor) ? { ...person, grants: [], isHeldBack: true } : { ...person, grants };
}

async function markSeen(db: Db, sessionId: string, lastSeen: Date, now: Date) {
  const before = new Date(now.getTime() - seenEverySeconds * 1000);
  if (lastSeen > before) return;
  await db
    .update(sessions)
    .set({ updatedAt: now })
    .where(and(eq(sessions.id, sessionId), lt(sessions.updatedAt, before)));
}

/**
 * 须设二次验证: whether this person's grants are held back until their second factor is set up. `actorOf` alone decides,
 * so that every verb and list refuses by itself; pages only lead the way to /account/security.
 */
export function mustSetUpSecondFactor(ctx: Ctx): boolean {
  return ctx.actor.isHeldBack === true;
}
