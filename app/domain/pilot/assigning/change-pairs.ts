import { and, count, eq } from 'drizzle-orm';
import { conflictRefusals } from '#app/domain/pilot/conflicts/model.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { hindranceRefusals } from '#app/domain/pilot/experts/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { factsOf } from './facts.ts';
import { holdPlan, type Plan } from './hold-plan.ts';
import type { KeepInput, PairInput, PutInput } from './input.ts';
import { matchOf } from './model.ts';
import { reasonsFor } from './reasons.ts';
import { assignmentPlanPairs, assignmentPlans } from './tables.server.ts';

/** 手工放入: an expert besides those proposed, or in the place of one of them; it is locked, and asked the same questions as an assignment. */
export function putPair(ctx: Ctx, planId: string, { applicationId, expertId, inPlaceOf, revision }: PutInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { plan, call } = await holdPlan(tx, planId, ['draft'], revision);
    const expert = await findExpert(tx, expertId);
    if (!expert) throw new Refusal('expert-not-found', 404);
    const hindrance = expert.reasons.find((reason) => reason !== 'load-full');
    if (hindrance) throw new Refusal(hindranceRefusals[hindrance]);

    const facts = await factsOf(tx, call, plan.round, { applicationId, expertId });
    const [tie] = facts.ties;
    if (tie) throw new Refusal(conflictRefusals[tie.kind]);
    if (facts.standing.held.some((pair) => pair.applicationId === applicationId && pair.expertId === expertId)) throw new Refusal('expert-already-assigned');
    if (inPlaceOf !== '') await drop(tx, plan, { applicationId, expertId: inPlaceOf });
    const load = (await loadIn(tx, plan, expertId)) + 1;
    const most = Math.min(plan.settings.mostLoad, facts.experts[0]!.room);
    if (load > most) throw new Refusal('expert-load-full');

    const row = {
      planId, applicationId, expertId, match: matchOf(facts.applications[0]!.needs, facts.experts[0]!.fields), isLocked: true, isByHand: true,
      reasons: reasonsFor(facts, 0, { load, most }),
    };
    const put = await tx.db.insert(assignmentPlanPairs).values(row).onConflictDoNothing().returning({ expertId: assignmentPlanPairs.expertId });
    if (put.length === 0) throw new Refusal('expert-already-assigned');
    await touch(tx, plan);
    await tx.record('plan.pair-put', { id: planId, regionCode: call.regionCode }, { applicationId, expertId, inPlaceOf });
  });
}

/** 手工移出: the seat stays empty until the plan is worked out anew or somebody else is put there. */
export function takePair(ctx: Ctx, planId: string, { applicationId, expertId, revision }: PairInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { plan, call } = await holdPlan(tx, planId, ['draft'], revision);
    await drop(tx, plan, { applicationId, expertId });
    await touch(tx, plan);
    await tx.record('plan.pair-taken', { id: planId, regionCode: call.regionCode }, { applicationId, expertId });
  });
}

/** 锁定或放开配对: what is locked stays when the plan is worked out anew. */
export function keepPairs(ctx: Ctx, planId: string, { applicationId, expertId, isLocked }: KeepInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { call } = await holdPlan(tx, planId);
    const which = and(
      eq(assignmentPlanPairs.planId, planId),
      applicationId === '' ? undefined : eq(assignmentPlanPairs.applicationId, applicationId),
      expertId === '' ? undefined : eq(assignmentPlanPairs.expertId, expertId),
    );
    const touched = await tx.db.update(assignmentPlanPairs).set({ isLocked }).where(which).returning({ expertId: assignmentPlanPairs.expertId });
    if (touched.length === 0) throw new Refusal('pair-not-found', 404);
    await tx.record(isLocked ? 'plan.pairs-kept' : 'plan.pairs-freed', { id: planId, regionCode: call.regionCode }, { pairs: touched.length, applicationId, expertId });
  });
}

async function drop(tx: Ctx, plan: Plan, { applicationId, expertId }: { applicationId: string; expertId: string }): Promise<void> {
  const which = and(eq(assignmentPlanPairs.planId, plan.id), eq(assignmentPlanPairs.applicationId, applicationId), eq(assignmentPlanPairs.expertId, expertId));
  const gone = await tx.db.delete(assignmentPlanPairs).where(which).returning({ expertId: assignmentPlanPairs.expertId });
  if (gone.length === 0) throw new Refusal('pair-not-found', 404);
}

async function loadIn(tx: Ctx, plan: Plan, expertId: string): Promise<number> {
  const [row] = await tx.db.select({ n: count() }).from(assignmentPlanPairs).where(and(eq(assignmentPlanPairs.planId, plan.id), eq(assignmentPlanPairs.expertId, expertId)));
  return row?.n ?? 0;
}

async function touch(tx: Ctx, plan: Plan): Promise<void> {
  await tx.db.update(assignmentPlans).set({ revision: plan.revision + 1 }).where(eq(assignmentPlans.id, plan.id));
}
