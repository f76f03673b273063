import { and, eq } from 'drizzle-orm';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Facts, factsOf } from './facts.ts';
import { callToAssign, type Plan, regionOf } from './hold-plan.ts';
import { matchOf, type PlanProgress, type PlanStats } from './model.ts';
import { lacksOf, reasonsFor } from './reasons.ts';
import type { Solved } from './solve/task.ts';
import { solveApart } from './solve-apart.ts';
import { assignmentPlanPairs, assignmentPlans } from './tables.server.ts';
import { taskOf } from './task-of.ts';

/** The plan was given up or ordered anew while it was being worked out. */
const overtaken = new Refusal('changed-meanwhile');

/** 求解方案: as the person who ordered it is today. What nobody could assign is said in the plan; a plan that cannot be made at all says why. */
export async function solvePlan(ctx: Ctx, planId: string): Promise<string> {
  const [plan] = await ctx.db.select().from(assignmentPlans).where(and(eq(assignmentPlans.id, planId), eq(assignmentPlans.state, 'ordered')));
  if (!plan) return 'settled';
  const owner: Ctx = { ...ctx, actor: await actorById(ctx, plan.orderedBy) };
  try {
    const call = await callToAssign(owner, plan.callId);
    await progress(ctx, planId, { step: 'reading', share: 0 });
    const facts = await factsOf(owner, call, plan.round);
    const kept = await ctx.db.select().from(assignmentPlanPairs).where(and(eq(assignmentPlanPairs.planId, planId), eq(assignmentPlanPairs.isLocked, true)));
    const question = taskOf(facts, plan.settings, plan.seed, kept);
    const solved = await solveApart(question.task, (told) => void progress(ctx, planId, told).catch(() => undefined));
    await keep(owner, { plan, facts, question, solved, regionCode: call.regionCode });
    return `${solved.pairs.length}`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error === overtaken) return 'settled';
    await fail(ctx, plan, error.code);
    return error.code;
  }
}

/** How far it is, for the page that waits; no change of anything, so no record. */
async function progress(ctx: Ctx, planId: string, told: PlanProgress): Promise<void> {
  await ctx.db.update(assignmentPlans).set({ progress: told }).where(and(eq(assignmentPlans.id, planId), eq(assignmentPlans.state, 'ordered')));
}

type Outcome = { plan: Plan; facts: Facts; question: ReturnType<typeof taskOf>; solved: Solved; regionCode: string };

function keep(ctx: Ctx, outcome: Outcome): Promise<void> {
  const { plan, solved, regionCode } = outcome;
  return change(ctx, async (tx) => {
    const mine = and(eq(assignmentPlans.id, plan.id), eq(assignmentPlans.state, 'ordered'), eq(assignmentPlans.revision, plan.revision));
    const ready = { state: 'draft' as const, stats: statsOf(outcome), solvedAt: tx.now, progress: { step: 'writing' as const, share: 100 }, revision: plan.revision + 1 };
    const [still] = await tx.db.update(assignmentPlans).set(ready).where(mine).returning({ id: assignmentPlans.id });
    if (!still) throw overtaken;
    await tx.db.delete(assignmentPlanPairs).where(eq(assignmentPlanPairs.planId, plan.id));
    for (const part of inParts(await rowsOf(tx, outcome), 1000)) await tx.db.insert(assignmentPlanPairs).values(part);
    await tx.record('plan.proposed', { id: plan.id, regionCode }, { pairs: solved.pairs.length, missing: solved.missing.length, value: solved.value, bound: solved.bound });
  });
}

/** Pairs that were kept come first, as they were; then those that were found. */
async function rowsOf(tx: Ctx, { plan, facts, question, solved }: Outcome) {
  const m = facts.experts.length;
  const before = await tx.db.select().from(assignmentPlanPairs).where(and(eq(assignmentPlanPairs.planId, plan.id), eq(assignmentPlanPairs.isLocked, true)));
  const wasByHand = new Set(before.filter(({ isByHand }) => isByHand).map(({ applicationId, expertId }) => `${applicationId} ${expertId}`));
  const moved = { lifted: new Set(solved.lifted), linked: new Set(solved.linked) };
  const loads = Int32Array.from({ length: m }, (_, e) => question.loads(e));
  const team = new Map<number, number[]>();
  for (const pair of [...question.task.held, ...question.task.kept, ...solved.pairs]) team.set(Math.floor(pair / m), [...(team.get(Math.floor(pair / m)) ?? []), pair % m]);
  for (const pair of solved.pairs) loads[pair % m]! += 1;
  const row = (pair: number, isLocked: boolean) => {
    const [application, expert] = [facts.applications[Math.floor(pair / m)]!, facts.experts[pair % m]!];
    return {
      planId: plan.id, applicationId: application.id, expertId: expert.id, match: matchOf(application.needs, expert.fields), isLocked,
      isByHand: isLocked && wasByHand.has(`${application.id} ${expert.id}`),
      reasons: reasonsFor(facts, pair, { load: loads[pair % m]!, most: question.loads(pair % m) + question.task.experts[pair % m]!.most }, moved, team.get(Math.floor(pair / m))),
    };
  };
  return [...question.stays.map((pair) => row(pair, true)), ...[...solved.pairs].map((pair) => row(pair, false))];
}

function statsOf({ facts, question, solved }: Outcome): PlanStats {
  const { value, bound, worst, worstBefore, worstBound, meanMatch, groups } = solved;
  return {
    applications: facts.applications.length, experts: facts.experts.length, value, bound, worst, worstBefore, worstBound, meanMatch, groups,
    missing: lacksOf(facts, question.task, solved.missing),
    short: solved.short.map(({ expert, by }) => ({ expertId: facts.experts[expert]!.id, by })),
  };
}

function fail(ctx: Ctx, plan: Plan, problem: string): Promise<void> {
  return change(ctx, async (tx) => {
    const mine = and(eq(assignmentPlans.id, plan.id), eq(assignmentPlans.state, 'ordered'));
    await tx.db.update(assignmentPlans).set({ state: 'failed', problem }).where(mine);
    await tx.record('plan.failed', { id: plan.id, regionCode: await regionOf(tx, plan) }, { problem });
  });
}
