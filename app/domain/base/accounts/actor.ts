import { and, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { config } from '#app/platform/config.ts';
import { type Actor, type Ctx, type Grant, visitor } from '#app/platform/ctx.ts';
import { isIdle, isStaff, seenEverySeconds } from './model.ts';
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
      role: roleGrants.role,
      regionCode: roleGrants.regionCode,
      organisationId: roleGrants.organisationId,
      oldCodes: oldCodes(roleGrants.regionCode),
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(and(eq(sessions.token, hashToken(token)), gt(sessions.expiresAt, now), isNull(users.disabledAt)));
  const [first] = rows;
  if (!first) return visitor;

  const grants: Grant[] = rows.flatMap(({ role, regionCode, organisationId, oldCodes: old }) =>
    role && regionCode ? [regionCode, ...old].map((code) => ({ role, regionCode: code, organisationId })) : [],
  );
  const held = grants.map((grant) => grant.role);
  if (isIdle(first.lastSeen, now, held)) return visitor;
  await markSeen(db, first.sessionId, first.lastSeen, now);

  const person = { id: first.id, name: first.name, sessionId: first.sessionId };
  const isHeldBack = isStaff(held) && !first.hasSecondFactor && config().DEMO === 'no';
  return isHeldBack ? { ...person, grants: [], isHeldBack } : { ...person, grants };
}

/** 沿革中的旧代码: a role in a region also counts for what lay elsewhere and lies in it today, unless another unit bears that code now. */
function oldCodes(column: typeof roleGrants.regionCode): SQL<string[]> {
  return sql<string[]>`array(select distinct l.old_code from region_lineage l
    where ${column} <> '*' and l.present_code >= ${column} and l.present_code < ${column} || ':' and not l.is_reused
      and not (l.old_code >= ${column} and l.old_code < ${column} || ':'))`;
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
