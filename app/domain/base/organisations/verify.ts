import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { VerdictInput } from './input.ts';
import { getOrganisation } from './read.ts';
import { organisations } from './tables.server.ts';

/** 核实机构: an officer accepts what it says of itself, or not, with the reason; what was corrected meanwhile is read again first. */
export function verifyOrganisation(ctx: Ctx, id: string, input: VerdictInput): Promise<void> {
  return change(ctx, async (tx) => {
    const organisation = await getOrganisation(tx, id);
    allow(tx, 'organisation.verify', organisation);
    if (organisation.verification !== 'unverified') throw new Refusal('organisation-already-decided');

    const decided = await tx.db
      .update(organisations)
      .set({ verification: input.verdict, verificationNote: input.note, verifiedBy: tx.actor.id, verifiedAt: tx.now, updatedAt: tx.now })
      .where(and(eq(organisations.id, id), eq(organisations.verification, 'unverified'), eq(organisations.revision, input.revision)))
      .returning({ id: organisations.id });
    if (decided.length === 0) throw new Refusal('organisation-corrected-meanwhile');

    const facts = { name: organisation.name, note: input.note };
    if (input.verdict === 'verified') await tx.record('organisation.verified', organisation, facts);
    else await tx.record('organisation.rejected', organisation, facts);
  });
}
