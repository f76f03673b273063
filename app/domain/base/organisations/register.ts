import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { OrganisationInput } from './input.ts';
import { organisationAgents, organisations } from './tables.server.ts';

/** 登记机构: whoever registers it is its first agent; an officer verifies it afterwards. */
export function registerOrganisation(ctx: Ctx, input: OrganisationInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'organisation.register', { regionCode: input.regionCode });
    await getRegion(tx, input.regionCode);

    const [made] = await tx.db
      .insert(organisations)
      .values({ ...input, creditCode: input.creditCode || null, createdAt: tx.now, updatedAt: tx.now })
      .onConflictDoNothing({ target: organisations.creditCode })
      .returning({ id: organisations.id });
    if (!made) throw new Refusal('organisation-code-taken');
    await tx.db.insert(organisationAgents).values({ organisationId: made.id, userId: tx.actor.id, since: tx.now });

    await tx.record('organisation.registered', { id: made.id, regionCode: input.regionCode }, { name: input.name, kind: input.kind });
    return made.id;
  });
}
