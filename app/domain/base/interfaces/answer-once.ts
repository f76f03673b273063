import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Actor, Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { keptHours } from './model.ts';
import { keptAnswers } from './tables.server.ts';

export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };
type Asked = { key: string; method: string; path: string; body: Uint8Array | string };

/**
 * 幂等: the deed and its answer are committed together under the client's key. The same again gets the same answer, also
 * when both come at once: the second waits for the first. A refusal changes nothing, so it leaves the key free.
 */
export async function answerOnce(ctx: Ctx, asked: Asked, run: (ctx: Ctx) => Promise<KeptAnswer>): Promise<KeptAnswer & { isAgain: boolean }> {
  if (!/^[\u0021-\u007E]{1,200}$/.test(asked.key)) throw new Refusal('idempotency-key-bad', 400);
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  const requestHash = createHash('sha256').update(`${asked.method} ${asked.path}\n${mayDo(ctx.actor)}\n`).update(asked.body).digest('base64url');
  const owner = { userId: ctx.actor.id, key: asked.key };
  return ctx.db.transaction(async (db) => {
    const kept = { ...owner, requestHash, expiresAt: new Date(ctx.now.getTime() + keptHours * 3_600_000) };
    const [mine] = await db
      .insert(keptAnswers)
      .values(kept)
      .onConflictDoUpdate({
        target: [keptAnswers.userId, keptAnswers.key],
        set: { requestHash, status: 0, headers: {}, body: '', expiresAt: kept.expiresAt },
        setWhere: sql`${keptAnswers.expiresAt} <= ${ctx.now.toISOString()}::timestamptz`,
      })
      .returning({ key: keptAnswers.key });
    const place = and(eq(keptAnswers.userId, owner.userId), eq(keptAnswers.key, owner.key));
    if (!mine) {
      const [before] = await db.select().from(keptAnswers).where(place);
      if (before?.requestHash !== requestHash) throw new Refusal('idempotency-key-reused', 422);
      return { status: before.status, headers: before.headers, body: before.body, isAgain: true };
    }
    const answer = await run({ ...ctx, db });
    await db.update(keptAnswers).set(answer).where(place);
    return { ...answer, isAgain: false };
  });
}

/** Part of what was asked: a token that may do less, or an owner who has lost a role since, is not told what was answered before. */
function mayDo({ token, grants }: Actor): string {
  const held = grants.map(({ role, regionCode, organisationId }) => `${role} ${regionCode} ${organisationId}`);
  return JSON.stringify([token?.verbs.toSorted(), held.toSorted()]);
}

/** 清除: answers whose time is over. */
export async function forgetAnswers(ctx: Ctx): Promise<number> {
  return (await ctx.db.delete(keptAnswers).where(lt(keptAnswers.expiresAt, ctx.now)).returning({ key: keptAnswers.key })).length;
}
