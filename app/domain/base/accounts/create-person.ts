import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { eq, sql } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { NewPerson } from './input.ts';
import { canHold, type Role } from './model.ts';
import { findTaken } from './taken.ts';
import { credentials, roleGrants, users } from './tables.server.ts';

/**
 * 建立账号: a person with their roles, made by the system itself for the demonstration and for tests; people come by
 * invitation. Without a password nobody can sign in as this person.
 */
export function createPerson(ctx: Ctx, person: NewPerson): Promise<string> {
  const input = NewPerson.parse(person);
  return change(ctx, async (tx) => {
    if (tx.actor.id !== system.id) throw new Refusal('not-allowed', 403);
    const id = await openAccount(tx, { ...input, regionCode: input.regionCode ?? input.grants[0]?.regionCode ?? '*' });
    for (const grant of input.grants) await addGrant(tx, { ...grant, userId: id, grantedBy: tx.actor.id });
    return id;
  });
}

type Account = {
  name: string;
  username: string;
  password?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  regionCode: string;
};

/** Writes the account and its password; the caller has asked for permission. */
export async function openAccount(tx: Change, account: Account): Promise<string> {
  const taken = await findTaken(tx, account);
  if (taken) throw new Refusal(taken);
  const made = await tx.db
    .insert(users)
    .values({
      id: sql`uuidv7()::text`,
      name: account.name,
      username: account.username,
      // The library wants an e-mail address for everybody; who has none gets one that no mail can reach.
      email: account.email ?? `${randomUUID()}@accounts.invalid`,
      phoneNumber: account.phone ?? null,
      regionCode: account.regionCode,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning({ id: users.id });
  const { id } = made[0]!;
  if (account.password) {
    await tx.db.insert(credentials).values({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: await hashPassword(account.password),
      createdAt: tx.now,
      updatedAt: tx.now,
    });
  }
  await tx.record('account.created', { id, regionCode: account.regionCode }, { username: account.username });
  return id;
}

type NewGrant = { userId: string; role: Role; regionCode: string; organisationId?: string | null | undefined; grantedBy: string };

/** Writes one grant, whichever way it came: the three administrators stay apart, and the same grant twice is refused. */
export async function addGrant(tx: Change, grant: NewGrant): Promise<void> {
  const { userId, role, regionCode, grantedBy } = grant;
  await tx.db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update'); // two grants at once come one after the other
  const held = await tx.db.select({ role: roleGrants.role }).from(roleGrants).where(eq(roleGrants.userId, userId));
  if (!canHold(held.map((each) => each.role), role)) throw new Refusal('role-separated');
  const organisationId = grant.organisationId ?? null;
  const added = await tx.db
    .insert(roleGrants)
    .values({ userId, role, regionCode, organisationId, grantedBy, grantedAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id });
  if (added.length === 0) throw new Refusal('role-held-already');
  await tx.record('role.granted', { id: userId, regionCode }, { role, regionCode, organisationId });
}
