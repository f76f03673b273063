import { eq } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isExpert } from './experts.ts';
import { holdExpert } from './hold-expert.ts';
import type { SuspendInput } from './input.ts';
import type { Standing } from './model.ts';
import { experts } from './tables.server.ts';

/** 核实专家: the office has found that the person is who the list says; a suspended one comes back this way. */
export function verifyExpert(ctx: Ctx, userId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { standing, regionCode } = await holdExpert(tx, userId, 'expert.verify');
    if (userId === tx.actor.id) throw new Refusal('expert-verifies-self', 403);
    if (standing === 'verified') throw new Refusal('expert-already-verified');
    if (!(await isExpert(tx, userId))) throw new Refusal('expert-role-missing');
    await stand(tx, userId, 'verified', '');
    await tx.record('expert.verified', { id: userId, regionCode }, { before: standing });
  });
}

/** 暂停专家: no new applications, and what is open goes back; what was handed in before counts on. */
export function suspendExpert(ctx: Ctx, userId: string, { reason }: SuspendInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { standing, regionCode } = await holdExpert(tx, userId, 'expert.verify');
    if (standing === 'suspended') throw new Refusal('expert-already-suspended');
    await stand(tx, userId, 'suspended', reason);
    await tx.record('expert.suspended', { id: userId, regionCode }, { reason });
  });
}

async function stand(tx: Change, userId: string, standing: Standing, standingReason: string): Promise<void> {
  await tx.db.update(experts).set({ standing, standingReason, standingBy: tx.actor.id, standingAt: tx.now }).where(eq(experts.userId, userId));
}
