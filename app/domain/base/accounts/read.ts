import { and, desc, eq, exists, ilike, inArray, isNotNull, isNull, like, or, type SQL } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { records } from '#app/platform/tables.server.ts';
import { allow, allowAnywhere } from './access.ts';
import type { AccountFilter } from './input.ts';
import { lockedUntil } from './lockout.ts';
import type { Role } from './model.ts';
import { namesOf } from './people.ts';
import { within } from './scope.ts';
import { roleGrants, sessions, users } from './tables.server.ts';

export type Held = { id: string; role: Role; regionCode: string; region: string; organisationId: string | null };
export type AccountLine = { id: string; name: string; username: string | null; isDisabled: boolean; hasSecondFactor: boolean; createdAt: Date; held: Held[] };

/** 在辖区内: the account belongs there or holds a role there. */
function isVisible(ctx: Ctx): SQL {
  const held = ctx.db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, users.id), within(ctx, 'account.list', roleGrants.regionCode)));
  return or(within(ctx, 'account.list', users.regionCode), exists(held))!;
}

function holds(ctx: Ctx, condition: SQL): SQL {
  return exists(ctx.db.select({ id: roleGrants.id }).from(roleGrants).where(and(eq(roleGrants.userId, users.id), condition)));
}

/** 账号列表: of the administrator's region, newest first. */
export async function listAccounts(ctx: Ctx, filter: AccountFilter): Promise<Page<AccountLine>> {
  allowAnywhere(ctx, 'account.list');
  const step = keyset(users.id, filter);
  const text = filter.q && anywhere(filter.q);
  const found = await ctx.db
    .select({
      id: users.id,
      name: users.name,
      username: users.username,
      disabledAt: users.disabledAt,
      hasSecondFactor: users.twoFactorEnabled,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(
      and(
        isVisible(ctx),
        text ? or(ilike(users.name, text), ilike(users.username, text), ilike(users.email, text), like(users.phoneNumber, text)) : undefined,
        filter.role ? holds(ctx, eq(roleGrants.role, filter.role)) : undefined,
        filter.region ? or(inside(users.regionCode, filter.region), holds(ctx, inside(roleGrants.regionCode, filter.region)!)) : undefined,
        filter.state === 'disabled' ? isNotNull(users.disabledAt) : undefined,
        filter.state === 'active' ? isNull(users.disabledAt) : undefined,
        step.where,
      ),
    )
    .orderBy(step.order)
    .limit(step.limit);
  const page = pageOf(found, filter, (row) => row.id);
  const held = await heldBy(ctx, page.rows.map((row) => row.id));
  return { ...page, rows: page.rows.map(({ disabledAt, ...row }) => ({ ...row, isDisabled: disabledAt !== null, held: held.get(row.id) ?? [] })) };
}

/** What these people hold, with the names of the places. */
async function heldBy(ctx: Ctx, userIds: string[]): Promise<Map<string, Held[]>> {
  if (userIds.length === 0) return new Map();
  const rows = await ctx.db.select().from(roleGrants).where(inArray(roleGrants.userId, userIds)).orderBy(roleGrants.id);
  const placeOf = await placeNames(ctx, rows.map((row) => row.regionCode));
  const held = new Map<string, Held[]>();
  for (const { userId, id, role, regionCode, organisationId } of rows) {
    const region = placeOf(regionCode);
    held.set(userId, [...(held.get(userId) ?? []), { id, role, regionCode, region, organisationId }]);
  }
  return held;
}

/** 一个账号: with roles, sessions and the last hundred records. */
export async function getAccount(ctx: Ctx, id: string) {
  allow(ctx, 'account.list', { regionCode: await regionOf(ctx, id) });
  const [account] = await ctx.db.select().from(users).where(eq(users.id, id));
  if (!account) throw new Refusal('not-found', 404);
  const { email, phoneNumber, username, name, regionCode, disabledAt, twoFactorEnabled, createdAt } = account;
  const placeOf = await placeNames(ctx, [regionCode]);
  const grants = await ctx.db.select().from(roleGrants).where(eq(roleGrants.userId, id)).orderBy(roleGrants.id);
  const held = new Map((await heldBy(ctx, [id])).get(id)?.map((grant) => [grant.id, grant]));
  const names = await namesOf(ctx, grants.map((grant) => grant.grantedBy));
  return {
    id, name, username, phoneNumber, createdAt,
    email: email.endsWith('.invalid') ? null : email,
    region: placeOf(regionCode),
    isDisabled: disabledAt !== null,
    hasSecondFactor: twoFactorEnabled,
    isOwn: id === ctx.actor.id,
    lockedUntil: (await lockedUntil(ctx, id)) ?? null,
    grants: grants.map((grant) => ({ ...held.get(grant.id)!, grantedAt: grant.grantedAt, by: names.get(grant.grantedBy) ?? '' })),
    sessions: await ctx.db
      .select({ id: sessions.id, address: sessions.ipAddress, device: sessions.userAgent, since: sessions.createdAt, lastSeen: sessions.updatedAt })
      .from(sessions).where(eq(sessions.userId, id)).orderBy(desc(sessions.updatedAt)).limit(50),
    history: await ctx.db
      .select({ id: records.id, at: records.at, event: records.event, actorId: records.actorId, actorName: records.actorName, facts: records.facts })
      .from(records).where(eq(records.subjectId, id)).orderBy(desc(records.id)).limit(100),
  };
}

/** Where an account can be seen from: its own region if that is in scope, else a place where it holds a role in scope. */
async function regionOf(ctx: Ctx, id: string): Promise<string> {
  const [own] = await ctx.db.select({ regionCode: users.regionCode }).from(users).where(and(eq(users.id, id), within(ctx, 'account.list', users.regionCode)));
  const seen = own ?? (await ctx.db.select({ regionCode: roleGrants.regionCode }).from(roleGrants)
    .where(and(eq(roleGrants.userId, id), within(ctx, 'account.list', roleGrants.regionCode))).limit(1))[0];
  return seen?.regionCode ?? '*';
}
