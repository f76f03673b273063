import { and, asc, eq } from 'drizzle-orm';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan, type Plan, regionOf } from './hold-plan.ts';
import { assignmentPlanPairs, assignmentPlans } from './tables.server.ts';

const atOnce = 50;

/** 锁定方案: nothing of it changes any more; its pairs are assigned one by one in the background, each with its own outcome. */
export function lockPlan(ctx: Ctx, planId: string, revision: number): Promise<void> {
  return change(ctx, async (tx) => {
    const { call } = await holdPlan(tx, planId, ['draft'], revision);
    const [some] = await tx.db.select({ id: assignmentPlanPairs.expertId }).from(assignmentPlanPairs).where(eq(assignmentPlanPairs.planId, planId)).limit(1);
    if (!some) throw new Refusal('assignment-plan-empty');
    await tx.db.update(assignmentPlans).set({ state: 'assigning', lockedBy: tx.actor.id, lockedByName: tx.actor.name, lockedAt: tx.now }).where(eq(assignmentPlans.id, planId));
    await tx.record('plan.locked', { id: planId, regionCode: call.regionCode }, { callId: call.id });
  });
}

/** 落实方案: each pair is one assignment of the review's own verb, as the person who locked the plan is today. Runs on where it was broken off. */
export async function carryOutPlan(ctx: Ctx, planId: string): Promise<string> {
  const [plan] = await ctx.db.select().from(assignmentPlans).where(and(eq(assignmentPlans.id, planId), eq(assignmentPlans.state, 'assigning')));
  if (!plan) return 'settled';
  for (;;) {
    const owner = { ...ctx, actor: await actorById(ctx, plan.lockedBy!) };
    const next = await ctx.db
      .select({ applicationId: assignmentPlanPairs.applicationId, expertId: assignmentPlanPairs.expertId })
      .from(assignmentPlanPairs)
      .where(and(eq(assignmentPlanPairs.planId, planId), eq(assignmentPlanPairs.outcome, '')))
      .orderBy(asc(assignmentPlanPairs.applicationId), asc(assignmentPlanPairs.expertId))
      .limit(atOnce);
    if (next.length === 0) break;
    for (const pair of next) await one(owner, plan, pair);
  }
  return finish(ctx, plan);
}

/** The assignment and the line that says so are one transaction: broken off in between, neither has happened. */
async function one(ctx: Ctx, plan: Plan, { applicationId, expertId }: { applicationId: string; expertId: string }): Promise<void> {
  const here = and(eq(assignmentPlanPairs.planId, plan.id), eq(assignmentPlanPairs.applicationId, applicationId), eq(assignmentPlanPairs.expertId, expertId), eq(assignmentPlanPairs.outcome, ''));
  const say = (db: Ctx['db'], outcome: string) => db.update(assignmentPlanPairs).set({ outcome }).where(here);
  try {
    await ctx.db.transaction(async (db) => {
      await assignExpert({ ...ctx, db }, applicationId, { expertId, dueOn: plan.settings.dueOn, round: plan.round });
      await say(db, 'assigned');
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await say(ctx.db, error.code);
  }
}

function finish(ctx: Ctx, plan: Plan): Promise<string> {
  return change(ctx, async (tx) => {
    const rows = await tx.db.select({ outcome: assignmentPlanPairs.outcome }).from(assignmentPlanPairs).where(eq(assignmentPlanPairs.planId, plan.id));
    const assigned = rows.filter(({ outcome }) => outcome === 'assigned').length;
    const done = await tx.db.update(assignmentPlans).set({ state: 'locked' }).where(and(eq(assignmentPlans.id, plan.id), eq(assignmentPlans.state, 'assigning'))).returning({ callId: assignmentPlans.callId });
    if (done.length === 0) throw new Refusal('plan-closed');
    await tx.record('plan.carried-out', { id: plan.id, regionCode: await regionOf(tx, plan) }, { assigned, refused: rows.length - assigned });
    return `${assigned}/${rows.length}`;
  });
}
