import { and, eq, isNull } from 'drizzle-orm';
import { organisationAgents, organisations } from '#app/domain/base/organisations/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { tell } from './tell.ts';

/** 告知经办人: those who act for an organisation hear whether it was verified; `cause` is the record of that decision. */
export async function tellAgents(ctx: Ctx, organisationId: string, cause: string): Promise<string> {
  const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, organisationId));
  if (!organisation || organisation.verification === 'unverified') return '';
  const agents = await ctx.db
    .select({ userId: organisationAgents.userId })
    .from(organisationAgents)
    .where(and(eq(organisationAgents.organisationId, organisationId), isNull(organisationAgents.until)));
  const told = await tell(
    ctx,
    agents.map((agent) => agent.userId),
    `organisation-${organisation.verification}`,
    { name: organisation.name, note: organisation.verificationNote },
    '/account/organisation',
    cause,
  );
  return String(told);
}
