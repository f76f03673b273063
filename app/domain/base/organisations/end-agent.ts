import { and, eq, isNull } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { allowToAppoint } from './add-agent.ts';
import { getOrganisation, listAgents } from './read.ts';
import { organisationAgents, organisations } from './tables.server.ts';

/** 停止经办: the person no longer acts for it; somebody else must still do so. */
export function endAgent(ctx: Ctx, id: string, userId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const organisation = await getOrganisation(tx, id);
    await allowToAppoint(tx, organisation);
    // Two agents who end each other come one after the other, so that one of them stays.
    await tx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).for('update');

    const active = (await listAgents(tx, id)).filter((agent) => agent.until === null);
    const leaving = active.find((agent) => agent.userId === userId);
    if (!leaving) throw new Refusal('organisation-agent-unknown', 404);
    if (active.length === 1) throw new Refusal('organisation-last-agent');

    await tx.db
      .update(organisationAgents)
      .set({ until: tx.now })
      .where(and(eq(organisationAgents.organisationId, id), eq(organisationAgents.userId, userId), isNull(organisationAgents.until)));
    await tx.record('organisation.agent-ended', organisation, { agent: leaving.name });
  });
}
