import { lt } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { sessions, verifications } from './tables.server.ts';

/** 清除过期会话: sessions and codes whose time is over go, with the addresses and devices they name; their sign-ins stay in the records. */
export async function forgetExpired(ctx: Ctx): Promise<number> {
  const ended = await ctx.db.delete(sessions).where(lt(sessions.expiresAt, ctx.now)).returning({ id: sessions.id });
  const used = await ctx.db.delete(verifications).where(lt(verifications.expiresAt, ctx.now)).returning({ id: verifications.id });
  return ended.length + used.length;
}
