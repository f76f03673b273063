import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RuleInput } from './input.ts';
import { type RankRule, usualRule } from './model.ts';
import { rankingRules } from './tables.server.ts';

/** 排名规则 that counts in a call: the newest that was set, else the usual one. */
export async function ruleOf(ctx: Ctx, callId: string): Promise<{ rule: RankRule; setByName: string; setAt: Date | null }> {
  const [row] = await ctx.db.select().from(rankingRules).where(eq(rankingRules.callId, callId)).orderBy(desc(rankingRules.id)).limit(1);
  return row ?? { rule: usualRule(callId), setByName: '', setAt: null };
}

/** 规则已定: once a mark is in, nobody may choose the rule by what it would bring about. */
export async function isRuleSettled(ctx: Ctx, callId: string): Promise<boolean> {
  const [given] = await ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .where(and(eq(applications.callId, callId), isNotNull(assignments.submittedAt)))
    .limit(1);
  return given !== undefined;
}

/** 设定排名规则: before the first review of the call is handed in; every version stays. */
export function setRankingRule(ctx: Ctx, callId: string, { steps, seed, ...input }: RuleInput): Promise<void> {
  return change(ctx, async (tx) => {
    const [call] = isId(callId) ? await tx.db.select().from(calls).where(eq(calls.id, callId)).for('update') : [];
    if (!call) throw new Refusal('call-not-found', 404);
    allow(tx, 'call.edit', call);
    if (await isRuleSettled(tx, callId)) throw new Refusal('ranking-rule-settled');
    const rubric = await rubricOfCall(tx, call);
    if (steps.includes('section') && !rubric.sections.some(({ id }) => id === input.sectionId)) throw new Refusal('rubric-section-not-found', 400);
    const rule: RankRule = { ...input, steps: [...new Set([...steps.filter((step) => step !== 'lots'), 'lots' as const])], seed: seed || callId };
    await tx.db.insert(rankingRules).values({ callId, rule, setBy: tx.actor.id, setByName: tx.actor.name, setAt: tx.now });
    await tx.record('ranking.rule-set', { id: callId, regionCode: call.regionCode }, rule);
  });
}
