import { randomBytes } from 'node:crypto';
import { and, count, eq, gt, isNull } from 'drizzle-orm';
import { allow, may, type Verb } from '#app/domain/base/accounts/access.ts';
import { hashToken } from '#app/domain/base/accounts/session-token.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { SystemTokenInput, TokenInput } from './input.ts';
import { mostTokens, perMinute, tokenOf } from './model.ts';
import { accessTokens, systemClients } from './tables.server.ts';

/** What is told once. */
export type NewToken = { id: string; token: string };

/** 生成令牌: a person's own, for what they may do themselves in that place, and no more. The token is told once and kept as a hash. */
export function makeToken(ctx: Ctx, input: TokenInput): Promise<NewToken> {
  return change(ctx, async (tx) => {
    if (tx.actor.id === '') throw new Refusal('sign-in-needed', 401);
    if (tx.actor.token || !input.verbs.every((verb) => mayThere(tx, verb, input))) throw new Refusal('token-beyond-you', 403);
    return write(tx, tx.actor.id, { ...input, perMinute: perMinute.usual });
  });
}

/** 生成系统令牌: for a registered system; what it may do is bounded by the roles that the security administrator gave it. */
export function makeSystemToken(ctx: Ctx, userId: string, input: SystemTokenInput): Promise<NewToken> {
  return change(ctx, async (tx) => {
    const regionCode = await regionOfSystem(tx, userId);
    allow(tx, 'interface.manage', { regionCode });
    return write(tx, userId, input);
  });
}

function mayThere(ctx: Ctx, verb: Verb, { regionCode, organisationId }: TokenInput): boolean {
  if (regionCode !== '*') return may(ctx.actor, verb, { regionCode, organisationId: organisationId ?? null });
  return ctx.actor.grants.some((grant) => may(ctx.actor, verb, grant)); // the nation narrows nothing: wherever the person may
}

/** Where a system is at home; whoever is no system does not exist here. */
async function regionOfSystem(ctx: Ctx, userId: string): Promise<string> {
  const [found] = isId(userId)
    ? await ctx.db
        .select({ regionCode: users.regionCode })
        .from(systemClients)
        .innerJoin(users, eq(users.id, systemClients.userId))
        .where(and(eq(systemClients.userId, userId), isNull(users.disabledAt)))
    : [];
  if (!found) throw new Refusal('system-not-found', 404);
  return found.regionCode;
}

async function write(tx: Change, userId: string, input: SystemTokenInput): Promise<NewToken> {
  await tx.db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update'); // two at once are counted one after the other
  const alive = and(eq(accessTokens.userId, userId), isNull(accessTokens.revokedAt), gt(accessTokens.expiresAt, tx.now));
  const [held] = await tx.db.select({ n: count() }).from(accessTokens).where(alive);
  if ((held?.n ?? 0) >= mostTokens) throw new Refusal('tokens-too-many');
  const token = tokenOf(randomBytes(32).toString('base64url'));
  const { name, verbs, regionCode, organisationId = null } = input;
  const [made] = await tx.db
    .insert(accessTokens)
    .values({
      userId, name, tokenHash: hashToken(token), ending: token.slice(-4), verbs, regionCode, organisationId, perMinute: input.perMinute,
      createdBy: tx.actor.id, createdAt: tx.now, expiresAt: new Date(tx.now.getTime() + input.days * 86_400_000),
    })
    .returning({ id: accessTokens.id });
  await tx.record('token.made', { id: made!.id, regionCode }, { userId, name, verbs, regionCode, days: input.days });
  return { id: made!.id, token };
}
