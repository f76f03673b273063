import { and, count, eq } from 'drizzle-orm';
import type { ConflictKind } from '#app/domain/pilot/conflicts/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { factsOf } from './facts.ts';
import { callToAssign, type Plan } from './hold-plan.ts';
import { matchOf } from './model.ts';
import { assignmentPlanPairs } from './tables.server.ts';

const most = 60;

export type Choice = { id: string; name: string; match: number; load: number; room: number; kind: ConflictKind | null; isTaken: boolean };

/** 手工可选的专家 for one application of a plan: those who match best first; whoever must stay away or is full says why. */
export async function listChoices(ctx: Ctx, plan: Plan, applicationId: string): Promise<Choice[]> {
  const call = await callToAssign(ctx, plan.callId);
  const facts = await factsOf(ctx, call, plan.round, { applicationId }).catch(nobody);
  if (!facts) return [];
  const loads = await ctx.db.select({ expertId: assignmentPlanPairs.expertId, n: count() }).from(assignmentPlanPairs).where(eq(assignmentPlanPairs.planId, plan.id)).groupBy(assignmentPlanPairs.expertId);
  const team = await ctx.db.select({ id: assignmentPlanPairs.expertId }).from(assignmentPlanPairs).where(and(eq(assignmentPlanPairs.planId, plan.id), eq(assignmentPlanPairs.applicationId, applicationId)));
  const loadOf = new Map(loads.map(({ expertId, n }) => [expertId, n]));
  const kindOf = new Map(facts.ties.toReversed().map(({ expertId, kind }) => [expertId, kind]));
  const taken = new Set([...team.map(({ id }) => id), ...facts.standing.held.map(({ expertId }) => expertId)]);
  return facts.experts
    .map(({ id, name, fields, room }) => ({ id, name, match: matchOf(facts.applications[0]!.needs, fields), load: loadOf.get(id) ?? 0, room: Math.min(room, plan.settings.mostLoad), kind: kindOf.get(id) ?? null, isTaken: taken.has(id) }))
    .toSorted((x, y) => rank(y) - rank(x) || y.match - x.match || (x.id < y.id ? -1 : 1))
    .slice(0, most);
}

/** An application that was decided meanwhile, a day on which nobody may be assigned: there is nobody to choose. */
function nobody(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

const rank = ({ kind, isTaken, load, room }: Choice) => (isTaken ? 3 : kind === null ? (load < room ? 2 : 1) : 0);
