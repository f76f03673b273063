import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { roleGrants, invitations } from '#app/domain/base/accounts/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getOrganisation, listAgents } from './read.ts';
import { organisationAgents, organisations } from './tables.server.ts';

/** 撤回登记: of an organisation that nobody has verified, corrected, joined or worked with since; by whoever registered it. */
export function takeBackOrganisation(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const organisation = await getOrganisation(tx, id);
    allow(tx, 'organisation.import', organisation);
    await tx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).for('update');
    const agents = await listAgents(tx, id);
    if (agents.length !== 1 || agents[0]!.userId !== tx.actor.id) throw new Refusal('import-built-on');
    if (organisation.verification !== 'unverified' || organisation.revision > 0) throw new Refusal('import-built-on');
    const held = await tx.db.select({ id: roleGrants.id }).from(roleGrants).where(eq(roleGrants.organisationId, id)).limit(1);
    const invited = await tx.db.select({ id: invitations.id }).from(invitations).where(eq(invitations.organisationId, id)).limit(1);
    if (held.length + invited.length > 0) throw new Refusal('import-built-on');

    await tx.db.delete(organisationAgents).where(eq(organisationAgents.organisationId, id));
    await tx.db.delete(organisations).where(eq(organisations.id, id)).catch(builtOn);
    await tx.record('organisation.taken-back', organisation, { name: organisation.name });
  });
}

/** An application or an expert names it: the database keeps it. */
function builtOn(error: Error & { cause?: { code?: string } }): never {
  if (error.cause?.code === '23503') throw new Refusal('import-built-on');
  throw error;
}
