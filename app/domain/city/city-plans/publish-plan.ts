import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { freeze } from './freeze.ts';
import { leadsOn, targetsToReview } from './model.ts';
import { getPlan } from './read.ts';

/** 发布计划: everybody reads what it says now; published again, it is a revision with its reason, and the former stays readable. */
export function publishPlan(ctx: Ctx, id: string, { reason, edition }: { reason: string; edition: number }): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await getPlan(tx, id);
    allow(tx, 'city-plan.publish', { regionCode: plan.regionCode });
    if (plan.state === 'closed') throw new Refusal('city-plan-closed');
    if (plan.edition !== edition) throw new Refusal('changed-meanwhile');
    if (plan.content.actions.length === 0) throw new Refusal('city-plan-empty');
    if (targetsToReview(plan.content) > 0) throw new Refusal('targets-to-review');
    if (plan.content.actions.some(({ leads }) => !leadsOn(leads, plan.startsOn).some(({ role }) => role === 'lead'))) throw new Refusal('action-without-lead');
    const { revision, hash } = await freeze(tx, plan, reason);
    await tx.record(revision === 1 ? 'city-plan.published' : 'city-plan.revised', { id, regionCode: plan.regionCode }, { title: plan.zh, revision, reason, hash });
  });
}
