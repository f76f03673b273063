import { and, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { blind } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { childOnPaper } from './card-on-paper.ts';
import { sealed, within } from './inside-identity.ts';
import { type Relation, slipDays } from './model.ts';
import { guardianSlips } from './tables.server.ts';

/** 发邀请条: to a guardian whose papers the worker has seen; the code on it makes one account, which is that of the guardian of a child entered on paper. */
export async function issueSlip(ctx: Ctx, regionCode: string, name: string, of?: { childId: string; relation: Relation }): Promise<{ id: string; code: string; expiresAt: Date }> {
  allow(ctx, 'family.invite', { regionCode });
  if (of) await childOnPaper(ctx, regionCode, of.childId);
  return change(ctx, async (tx) => {
    const code = newCode();
    const expiresAt = new Date(tx.now.getTime() + slipDays * 86_400_000);
    const [row] = await within(tx.db, (db) =>
      db.insert(guardianSlips).values({ sealedCode: sealed(code), codeSign: blind(code, 'children'), sealedName: sealed(name), childId: of?.childId ?? null, relation: of?.relation ?? null, regionCode, issuedBy: tx.actor.id, issuedAt: tx.now, expiresAt })
        .returning({ id: guardianSlips.id }));
    await tx.record('guardian.slip-issued', { id: row!.id, regionCode });
    return { id: row!.id, code, expiresAt };
  });
}

/** 收回邀请条 that nobody has used. */
export async function revokeSlip(ctx: Ctx, regionCode: string, id: string): Promise<void> {
  allow(ctx, 'family.invite', { regionCode });
  return change(ctx, async (tx) => {
    const gone = await within(tx.db, (db) =>
      db.update(guardianSlips).set({ revokedAt: tx.now })
        .where(and(eq(guardianSlips.id, id), eq(guardianSlips.regionCode, regionCode), isNull(guardianSlips.usedAt), isNull(guardianSlips.revokedAt))).returning({ id: guardianSlips.id }));
    if (gone.length === 0) throw new Refusal('slip-over', 410);
    await tx.record('guardian.slip-revoked', { id, regionCode });
  });
}
