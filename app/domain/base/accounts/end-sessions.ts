import { and, eq, ne } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getOwnAccount } from './own-account.ts';
import { accountWithinReach } from './reach.ts';
import { sessions } from './tables.server.ts';

/** 结束一个会话: one of one's own, this very one included. */
export function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const account = await getOwnAccount(tx);
    const ended = await tx.db
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, account.id)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new Refusal('not-found', 404);
    await tx.record('session.ended', account, { sessionId });
  });
}

/** 结束其他会话: everything but this one. */
export function endOtherSessions(ctx: Ctx): Promise<void> {
  return change(ctx, async (tx) => {
    const account = await getOwnAccount(tx);
    const others = and(eq(sessions.userId, account.id), ne(sessions.id, tx.actor.sessionId ?? ''));
    const ended = await tx.db.delete(sessions).where(others).returning({ id: sessions.id });
    await tx.record('session.others-ended', account, { count: ended.length });
  });
}

/** 强制下线: an administrator ends every session of somebody in their region. */
export function endSessionsOf(ctx: Ctx, userId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const account = await accountWithinReach(tx, 'account.disable', userId);
    const ended = await tx.db.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
    await tx.record('session.all-ended', account, { count: ended.length });
  });
}
