import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getCall } from '#app/domain/pilot/calls/read.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { PlanState } from './model.ts';
import { assignmentPlans } from './tables.server.ts';

export type Plan = typeof assignmentPlans.$inferSelect;

/** The call of a plan, for those who may assign in all of it. */
export async function callToAssign(ctx: Ctx, callId: string) {
  const call = await getCall(ctx, callId);
  allow(ctx, 'review.assign', call);
  return call;
}

/** 占住方案: holds a plan in a state in which this may be done to it, for those who may assign in all of its call. */
export async function holdPlan(tx: Ctx, id: string, states: readonly PlanState[] = ['draft'], revision?: number) {
  const [plan] = isId(id) ? await tx.db.select().from(assignmentPlans).where(eq(assignmentPlans.id, id)).for('update') : [];
  if (!plan) throw new Refusal('assignment-plan-not-found', 404);
  const call = await callToAssign(tx, plan.callId);
  if (!states.includes(plan.state)) throw new Refusal(plan.state === 'ordered' ? 'plan-not-ready' : 'plan-closed');
  if (revision !== undefined && revision !== plan.revision) throw new Refusal('changed-meanwhile');
  return { plan, call };
}

/** Where the call of a plan lies, for what the background records. */
export async function regionOf(ctx: Ctx, plan: Plan): Promise<string> {
  const [call] = await ctx.db.select({ regionCode: calls.regionCode }).from(calls).where(eq(calls.id, plan.callId));
  return call!.regionCode;
}
