import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { clearedCookie } from './session-token.ts';
import { sessions, users } from './tables.server.ts';

/** 退出: ends this session and takes its cookie back; a visitor only loses the cookie. */
export async function signOut(ctx: Ctx): Promise<string[]> {
  const { id, sessionId } = ctx.actor;
  if (id && sessionId) {
    await change(ctx, async (tx) => {
      const [account] = await tx.db.select().from(users).where(eq(users.id, id));
      await tx.db.delete(sessions).where(eq(sessions.id, sessionId));
      await tx.record('account.signed-out', { id, regionCode: account?.regionCode ?? '*' });
    });
  }
  return [clearedCookie()];
}
