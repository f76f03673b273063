import { eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdExpert } from './hold-expert.ts';
import type { ExpertInput } from './input.ts';
import { expertAgreements, experts } from './tables.server.ts';

type Listed = Omit<ExpertInput, 'account'>;

/** 更正专家: fields, home region and organisation, which keep conflicts away from now on. */
export function editExpert(ctx: Ctx, userId: string, input: Listed): Promise<void> {
  return change(ctx, async (tx) => {
    await holdExpert(tx, userId, 'expert.register');
    const { regionCode, fields, organisationName } = input;
    allow(tx, 'expert.register', { regionCode });
    if (regionCode !== '*' && !(await findRegion(tx, regionCode))) throw new Refusal('region-not-found', 400);
    const [organisation] = organisationName === '' ? [] : await tx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.name, organisationName)).limit(1);
    await tx.db.update(experts).set({ fields, regionCode, organisationName, organisationId: organisation?.id ?? null }).where(eq(experts.userId, userId));
    await tx.record('expert.edited', { id: userId, regionCode }, { fields, organisationName });
  });
}

/** 移出专家名单: somebody who was never asked to review and signed nothing; the account and its role stay. */
export function removeExpert(ctx: Ctx, userId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, organisationName } = await holdExpert(tx, userId, 'expert.register');
    const [known] = await tx.db.select({ isAsked: sql<boolean>`expert_was_asked(${userId})`, years: tx.db.$count(expertAgreements, eq(expertAgreements.expertId, userId)) }).from(experts).where(eq(experts.userId, userId));
    if (known?.isAsked || known?.years) throw new Refusal('import-built-on');
    await tx.db.delete(experts).where(eq(experts.userId, userId));
    await tx.record('expert.removed', { id: userId, regionCode }, { organisationName });
  });
}

/** Whether the list still says this of somebody. */
export async function stillListed(ctx: Ctx, userId: string, input: Listed): Promise<boolean> {
  const [known] = await ctx.db.select().from(experts).where(eq(experts.userId, userId));
  return known !== undefined && known.regionCode === input.regionCode && known.organisationName === input.organisationName && known.fields.toSorted().join() === input.fields.toSorted().join();
}
