import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdCase } from './hold.ts';
import type { ConsentInput } from './input.ts';
import { caseConsents } from './tables.server.ts';

/** 记录同意: that of the government is given by its officer; that of people and partners is noted by whoever asked them. */
export function giveConsent(ctx: Ctx, id: string, { consent, statement }: ConsentInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdCase(tx, id, 'case.write');
    if (consent === 'government') allow(tx, 'case.consent', held);
    if (held.state === 'submitted' || held.state === 'withdrawn') throw new Refusal('case-not-open');
    const given = { statement, givenBy: tx.actor.id, givenByName: tx.actor.name, givenAt: tx.now };
    await tx.db.insert(caseConsents).values({ caseId: id, consent, ...given }).onConflictDoUpdate({ target: [caseConsents.caseId, caseConsents.consent], set: given });
    await tx.record('case.consented', held, { number: held.number, consent, statement });
  });
}
