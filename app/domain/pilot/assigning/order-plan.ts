import { randomInt } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { callToAssign, holdPlan } from './hold-plan.ts';
import { isTooEarly, type PlanInput } from './input.ts';
import { openStates, type PlanSettings } from './model.ts';
import { assignmentPlans } from './tables.server.ts';

const waiting = { state: 'ordered', progress: { step: 'waiting', share: 0 }, problem: '' } as const;

/** 请求分配方案: the settings and the seed are kept, so that the same plan can be made again; it is worked out in the background. One open plan a round. */
export function orderPlan(ctx: Ctx, callId: string, input: PlanInput): Promise<string> {
  return change(ctx, async (tx) => {
    const call = await callToAssign(tx, callId);
    if (call.state === 'draft') throw new Refusal('plan-call-draft');
    const open = and(eq(assignmentPlans.callId, callId), eq(assignmentPlans.round, input.round), inArray(assignmentPlans.state, [...openStates]));
    const [other] = await tx.db.select({ id: assignmentPlans.id }).from(assignmentPlans).where(open).limit(1);
    if (other) throw new Refusal('plan-open-already');
    const [made] = await tx.db
      .insert(assignmentPlans)
      .values({ callId, round: input.round, ...chosen(tx, input), orderedBy: tx.actor.id, orderedByName: tx.actor.name, orderedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: assignmentPlans.id, seed: assignmentPlans.seed });
    if (!made) throw new Refusal('plan-open-already');
    await tx.record('plan.ordered', { id: made.id, regionCode: call.regionCode }, { callId, round: input.round, seed: made.seed });
    return made.id;
  });
}

/** 重新求解: with other settings, another seed or other experts; locked pairs stay where they are. */
export function orderAgain(ctx: Ctx, planId: string, input: PlanInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { plan, call } = await holdPlan(tx, planId);
    const again = { ...chosen(tx, input), ...waiting, revision: plan.revision + 1, orderedBy: tx.actor.id, orderedByName: tx.actor.name, orderedAt: tx.now };
    await tx.db.update(assignmentPlans).set(again).where(eq(assignmentPlans.id, planId));
    await tx.record('plan.ordered', { id: planId, regionCode: call.regionCode }, { callId: call.id, round: plan.round, seed: again.seed });
  });
}

function chosen(tx: Ctx, input: PlanInput): { seed: number; settings: PlanSettings } {
  const { reviewsPerApplication, leastLoad, mostLoad, spread, near, chance, isLinked, dueOn } = input;
  if (isTooEarly(dueOn, tx.now)) throw new Refusal('plan-due-past', 400);
  return { seed: input.seed ?? randomInt(1, 1_000_000), settings: { reviewsPerApplication, leastLoad, mostLoad, spread, near, chance, isLinked, dueOn } };
}
