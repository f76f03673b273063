import { and, asc, eq, ilike, or } from 'drizzle-orm';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { organisations } from './tables.server.ts';

export type Offered = { id: string; name: string; place: string; creditCode: string | null };

/** 找机构: for whoever invites or grants, the organisations of their own region by part of the name or by the whole code. */
export async function findOrganisationsForGrant(ctx: Ctx, asked: string): Promise<Offered[]> {
  if (!mayAnywhere(ctx.actor, 'account.invite') && !mayAnywhere(ctx.actor, 'role.grant')) throw new Refusal('not-allowed', 403);
  const rows = await ctx.db
    .select({ id: organisations.id, name: organisations.name, regionCode: organisations.regionCode, creditCode: organisations.creditCode })
    .from(organisations)
    .where(and(within(ctx, 'account.list', organisations.regionCode), or(ilike(organisations.name, anywhere(asked)), eq(organisations.creditCode, asked.toUpperCase()))))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(20);
  const placeOf = await placeNames(ctx, rows.map((row) => row.regionCode));
  return rows.map(({ regionCode, ...row }) => ({ ...row, place: placeOf(regionCode) }));
}
