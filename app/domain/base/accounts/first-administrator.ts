import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import type { Db } from '#app/db/db.server.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { addGrant, openAccount } from './create-person.ts';
import type { FirstAdministrator } from './input.ts';
import { writeInvitation } from './invite.ts';
import { authSecret } from './session-token.ts';
import { users } from './tables.server.ts';

/** Whether the house has nobody in it yet. */
export async function isWithoutPeople(db: Db): Promise<boolean> {
  const [somebody] = await db.select({ id: users.id }).from(users).limit(1);
  return somebody === undefined;
}

/** 初始口令: whoever can read the server's start-up lines may make the first administrator; it needs no storage. */
export function setUpCode(): string {
  const digits = createHmac('sha256', authSecret()).update('first administrator').digest('hex').slice(0, 16);
  return digits.match(/.{4}/g)!.join('-');
}

/**
 * 首位管理员: while there is nobody, one person becomes the nation's system administrator and gets two links to hand on,
 * for the security administrator and the audit administrator. Three people from the first day.
 */
export async function makeFirstAdministrator(ctx: Ctx, input: FirstAdministrator) {
  await limit(ctx, `first-administrator:${ctx.address ?? 'unknown'}`, 20, 15 * 60);
  return change({ ...ctx, actor: system }, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('first-administrator'))`);
    if (!(await isWithoutPeople(tx.db))) throw new Refusal('first-administrator-there', 410);
    if (!isSame(input.code.toLowerCase(), setUpCode())) throw new Refusal('set-up-code-wrong', 403);
    const regionCode = '*';
    const id = await openAccount(tx, { ...input, regionCode });
    await addGrant(tx, { userId: id, role: 'system-admin', regionCode, grantedBy: system.id });
    const by = { regionCode, contact: '', organisationId: undefined, confirmedBy: system.id };
    const security = await writeInvitation(tx, { ...by, name: input.securityAdmin, role: 'security-admin' });
    const audit = await writeInvitation(tx, { ...by, name: input.auditAdmin, role: 'audit-admin' });
    return { securityToken: security.token, auditToken: audit.token };
  });
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
