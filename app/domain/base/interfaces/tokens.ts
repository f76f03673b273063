import { and, desc, eq, exists, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import type { TokenFilter } from './input.ts';
import { accessTokens, systemClients } from './tables.server.ts';

const shown = {
  id: accessTokens.id, userId: accessTokens.userId, owner: users.name, systemId: systemClients.userId, name: accessTokens.name, ending: accessTokens.ending,
  verbs: accessTokens.verbs, regionCode: accessTokens.regionCode, perMinute: accessTokens.perMinute, createdAt: accessTokens.createdAt,
  expiresAt: accessTokens.expiresAt, lastUsedAt: accessTokens.lastUsedAt, revokedAt: accessTokens.revokedAt,
};
type Row = { [K in keyof typeof shown]: (typeof shown)[K]['_']['data'] | null };

export type TokenState = 'alive' | 'expired' | 'revoked';
export type TokenLine = {
  id: string; userId: string; owner: string; isSystem: boolean; name: string; ending: string; verbs: string[]; region: string; perMinute: number;
  createdAt: Date; expiresAt: Date; lastUsedAt: Date | null; state: TokenState;
};

async function asLines(ctx: Ctx, rows: Row[]): Promise<TokenLine[]> {
  const placeOf = await placeNames(ctx, rows.map((row) => row.regionCode!));
  return rows.map(({ systemId, regionCode, revokedAt, ...row }) => ({
    ...(row as Omit<TokenLine, 'isSystem' | 'region' | 'state'>),
    isSystem: systemId !== null,
    region: placeOf(regionCode!),
    state: revokedAt ? 'revoked' : row.expiresAt! <= ctx.now ? 'expired' : 'alive',
  }));
}

const found = (ctx: Ctx) =>
  ctx.db.select(shown).from(accessTokens).innerJoin(users, eq(users.id, accessTokens.userId)).leftJoin(systemClients, eq(systemClients.userId, users.id));

function inState(ctx: Ctx, state: TokenFilter['state']): SQL | undefined {
  if (state === 'alive') return and(isNull(accessTokens.revokedAt), gt(accessTokens.expiresAt, ctx.now));
  return state === 'over' ? or(isNotNull(accessTokens.revokedAt), lte(accessTokens.expiresAt, ctx.now)) : undefined;
}

/** 令牌列表: of everybody whose account lies in the administrator's region, newest first. */
export async function listTokens(ctx: Ctx, filter: TokenFilter): Promise<Page<TokenLine>> {
  allowAnywhere(ctx, 'interface.list');
  const step = keyset(accessTokens.id, filter);
  const where = and(within(ctx, 'interface.list', users.regionCode), inState(ctx, filter.state), step.where);
  const page = pageOf(await found(ctx).where(where).orderBy(step.order).limit(step.limit), filter, (row) => row.id);
  return { ...page, rows: await asLines(ctx, page.rows) };
}

/** 令牌在用: a part of a question about accounts: one of this account's tokens was used since. */
export const usesToken = (since: Date): SQL => exists(sql`(select from ${accessTokens} t where t.user_id = ${users.id} and t.last_used_at > ${since.toISOString()})`);

/** 我的令牌, newest first; those that are over stay to be seen. */
export async function listOwnTokens(ctx: Ctx): Promise<TokenLine[]> {
  return asLines(ctx, await found(ctx).where(eq(accessTokens.userId, ctx.actor.id)).orderBy(desc(accessTokens.id)).limit(50));
}

/** 一个系统的令牌; the page has asked for the system first. */
export async function listTokensOf(ctx: Ctx, userId: string): Promise<TokenLine[]> {
  allowAnywhere(ctx, 'interface.list');
  const where = and(eq(accessTokens.userId, userId), within(ctx, 'interface.list', users.regionCode));
  return asLines(ctx, await found(ctx).where(where).orderBy(desc(accessTokens.id)).limit(50));
}
