import { eq, inArray } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { addGrant, openAccount } from '#app/domain/base/accounts/create-person.ts';
import type { AcceptInvitation } from '#app/domain/base/accounts/input.ts';
import { blindOnes } from '#app/domain/base/accounts/sealed.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { opened, within } from './inside-identity.ts';
import { guardianships, guardianSlips } from './tables.server.ts';

/** 用邀请条开户: whoever holds the slip chooses a user name and a password and is a guardian, with no say over any region; of the child on whose paper they signed, if there is one. */
export async function acceptSlip(ctx: Ctx, code: string, input: AcceptInvitation): Promise<string> {
  await limit(ctx, `guardian-slip:${ctx.address ?? 'unknown'}`, 30, 15 * 60);
  return change(ctx, async (tx) => {
    const slip = await openSlip(tx, code);
    const userId = await openAccount(tx, { name: opened(slip.sealedName), username: input.username, password: input.password, regionCode: slip.regionCode });
    await addGrant(tx, { userId, role: 'guardian', regionCode: slip.regionCode, grantedBy: slip.issuedBy });
    await use(tx, slip, userId);
    return userId;
  });
}

/** 用邀请条添孩子: a guardian who has an account already becomes the guardian of the child on whose paper they signed. */
export async function takeSlip(ctx: Ctx, code: string): Promise<void> {
  allowAnywhere(ctx, 'family.own');
  await limit(ctx, `guardian-slip:${ctx.actor.id}`, 30, 15 * 60);
  await change(ctx, async (tx) => {
    const slip = await openSlip(tx, code);
    if (!slip.childId) throw new Refusal('slip-without-child');
    await use(tx, slip, tx.actor.id);
  });
}

type Slip = typeof guardianSlips.$inferSelect;

async function openSlip(tx: Change, code: string): Promise<Slip> {
  const [slip] = await within(tx.db, (db) => db.select().from(guardianSlips).where(inArray(guardianSlips.codeSign, blindOnes(tidyCode(code), 'children'))).for('update'));
  if (!slip) throw new Refusal('slip-unknown', 404);
  if (slip.usedAt || slip.revokedAt || slip.expiresAt <= tx.now) throw new Refusal('slip-over', 410);
  return slip;
}

async function use(tx: Change, { id, regionCode, childId, relation }: Slip, userId: string): Promise<void> {
  await within(tx.db, async (db) => {
    await db.update(guardianSlips).set({ usedAt: tx.now, usedBy: userId }).where(eq(guardianSlips.id, id));
    if (childId && relation) await db.insert(guardianships).values({ childId, userId, relation, since: tx.now }).onConflictDoNothing();
  });
  await tx.record('guardian.joined', { id, regionCode });
}
