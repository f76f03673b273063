import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { holdPlan } from './hold-plan.ts';
import { assignmentPlans } from './tables.server.ts';

/** 放弃方案: nothing of it was assigned; it stays readable. One that is still being worked out may be given up too. */
export function discardPlan(ctx: Ctx, planId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { plan, call } = await holdPlan(tx, planId, ['draft', 'ordered']);
    await tx.db.update(assignmentPlans).set({ state: 'discarded', revision: plan.revision + 1 }).where(eq(assignmentPlans.id, planId));
    await tx.record('plan.discarded', { id: planId, regionCode: call.regionCode }, { callId: call.id });
  });
}
