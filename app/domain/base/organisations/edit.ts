import { allow } from '#app/domain/base/accounts/access.ts';
import { and, eq, ne, sql } from 'drizzle-orm';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { OrganisationInput } from './input.ts';
import { getOrganisation, isAgent } from './read.ts';
import { organisations } from './tables.server.ts';

/** 更正机构信息: by one of its agents; what was changed is verified again. */
export function editOrganisation(ctx: Ctx, id: string, input: OrganisationInput): Promise<void> {
  return change(ctx, async (tx) => {
    const before = await getOrganisation(tx, id);
    if (!(await isAgent(tx, id))) throw new Refusal('not-allowed', 403);
    if (input.regionCode !== before.regionCode) allow(tx, 'organisation.register', { regionCode: input.regionCode });
    await getRegion(tx, input.regionCode);

    const creditCode = input.creditCode || null;
    if (creditCode) {
      const [other] = await tx.db
        .select({ id: organisations.id })
        .from(organisations)
        .where(and(eq(organisations.creditCode, creditCode), ne(organisations.id, id)));
      if (other) throw new Refusal('organisation-code-taken');
    }
    await tx.db
      .update(organisations)
      .set({ ...input, creditCode, verification: 'unverified', verifiedBy: null, verifiedAt: null, revision: sql`${organisations.revision} + 1`, updatedAt: tx.now })
      .where(eq(organisations.id, id));

    await tx.record('organisation.edited', { id, regionCode: input.regionCode }, { name: input.name, before: before.name });
  });
}
