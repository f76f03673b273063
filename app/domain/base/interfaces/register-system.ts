import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { openAccount } from '#app/domain/base/accounts/create-person.ts';
import { machineName } from '#app/domain/base/accounts/model.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { keyset, pageOf, type Cursor } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { SystemInput } from './input.ts';
import { systemClients } from './tables.server.ts';

/** 登记系统: a machine gets an account without a password. It may do nothing until the security administrator grants it a role. */
export function registerSystem(ctx: Ctx, input: SystemInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'interface.manage', { regionCode: input.regionCode });
    const { name, regionCode, purpose, contact } = input;
    const userId = await openAccount(tx, { name, username: machineName(randomBytes(5).toString('hex')), regionCode });
    await tx.db.insert(systemClients).values({ userId, purpose, contact, registeredBy: tx.actor.id, registeredAt: tx.now });
    await tx.record('system.registered', { id: userId, regionCode }, { name, purpose });
    return userId;
  });
}

const shown = {
  id: users.id, name: users.name, regionCode: users.regionCode, disabledAt: users.disabledAt, purpose: systemClients.purpose,
  contact: systemClients.contact, registeredAt: systemClients.registeredAt,
};

/** 系统列表: in the administrator's region, newest first. */
export async function listSystems(ctx: Ctx, cursor: Cursor = {}) {
  allowAnywhere(ctx, 'interface.list');
  const step = keyset(users.id, cursor);
  const rows = await ctx.db
    .select(shown)
    .from(systemClients)
    .innerJoin(users, eq(users.id, systemClients.userId))
    .where(and(within(ctx, 'interface.list', users.regionCode), step.where))
    .orderBy(step.order)
    .limit(step.limit);
  const page = pageOf(rows, cursor, (row) => row.id);
  const placeOf = await placeNames(ctx, page.rows.map((row) => row.regionCode));
  return { ...page, rows: page.rows.map((row) => ({ ...row, region: placeOf(row.regionCode) })) };
}

/** 一个系统, with the roles it holds. */
export async function getSystem(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'interface.list');
  const [system] = isId(id)
    ? await ctx.db
        .select(shown)
        .from(systemClients)
        .innerJoin(users, eq(users.id, systemClients.userId))
        .where(and(eq(users.id, id), within(ctx, 'interface.list', users.regionCode)))
    : [];
  if (!system) throw new Refusal('system-not-found', 404);
  const grants = await ctx.db
    .select({ id: roleGrants.id, role: roleGrants.role, regionCode: roleGrants.regionCode })
    .from(roleGrants)
    .where(eq(roleGrants.userId, id))
    .orderBy(roleGrants.id);
  const placeOf = await placeNames(ctx, [system.regionCode, ...grants.map((grant) => grant.regionCode)]);
  return { ...system, region: placeOf(system.regionCode), grants: grants.map((grant) => ({ ...grant, region: placeOf(grant.regionCode) })) };
}
