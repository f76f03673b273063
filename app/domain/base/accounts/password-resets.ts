import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hashToken } from './session-token.ts';
import { users, verifications } from './tables.server.ts';

/** What the database keeps of a link. */
export const resetIdentifier = (token: string): string => `password-reset:${hashToken(token)}`;

/** 重置链接 that still opens, and whose account it is; used, replaced and run out are all the same nothing. */
export async function findPasswordReset(ctx: Ctx, token: string) {
  await limit(ctx, `password-reset:${ctx.address ?? 'unknown'}`, 60, 15 * 60);
  const [found] = await ctx.db
    .select({ id: users.id, name: users.name, username: users.username, regionCode: users.regionCode, expiresAt: verifications.expiresAt })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.value))
    .where(and(eq(verifications.identifier, resetIdentifier(token)), gt(verifications.expiresAt, ctx.now), isNull(users.disabledAt)));
  return found;
}

/** 重置链接, or a refusal that says it is over. */
export async function getPasswordReset(ctx: Ctx, token: string) {
  const found = await findPasswordReset(ctx, token);
  if (!found) throw new Refusal('password-reset-over', 410);
  return found;
}

/** Uses the link up; of two who come at once, one is too late. */
export async function spendReset(ctx: Ctx, token: string): Promise<void> {
  const used = await ctx.db.delete(verifications).where(eq(verifications.identifier, resetIdentifier(token))).returning({ id: verifications.id });
  if (used.length === 0) throw new Refusal('password-reset-over', 410);
}
