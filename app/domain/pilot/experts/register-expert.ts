import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findExpertAccount } from './experts.ts';
import type { ExpertInput } from './input.ts';
import { experts } from './tables.server.ts';

/** 登记专家: somebody who holds the expert role, with fields, home region and organisation, which later keep conflicts away. */
export function registerExpert(ctx: Ctx, input: ExpertInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'expert.register', input);
    const { regionCode, fields, organisationName } = input;
    if (regionCode !== '*' && !(await findRegion(tx, regionCode))) throw new Refusal('region-not-found', 400);
    const user = await findExpertAccount(tx, input.account);
    const [organisation] = organisationName === '' ? [] : await tx.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.name, organisationName))
      .limit(1);
    const added = await tx.db
      .insert(experts)
      .values({ userId: user.id, fields, regionCode, organisationName, organisationId: organisation?.id ?? null, createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: experts.userId });
    if (added.length === 0) throw new Refusal('expert-already-listed');
    await tx.record('expert.registered', { id: user.id, regionCode }, { fields, organisationName });
    return user.id;
  });
}
