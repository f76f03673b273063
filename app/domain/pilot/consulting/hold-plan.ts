import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getPlan, type Plan } from './read.ts';
import { constructionPlans } from './tables.server.ts';

/** 改动计划: the open plan of a community, held for whoever may edit it; two who write at one moment come one after the other. */
export async function holdPlan(tx: Change, regionCode: string): Promise<Plan> {
  allow(tx, 'plan.edit', { regionCode });
  const { countyCode, id } = await getPlan(tx, regionCode);
  const [plan] = await tx.db.select().from(constructionPlans).where(and(eq(constructionPlans.countyCode, countyCode), eq(constructionPlans.id, id))).for('update');
  if (!plan || plan.state === 'closed') throw new Refusal('plan-not-found', 404);
  return plan;
}

/** What was signed and what stands now are two things from here on, until somebody signs again. */
export async function markChanged(tx: Change, plan: Plan): Promise<void> {
  if (plan.isChanged) return;
  await tx.db.update(constructionPlans).set({ isChanged: true }).where(and(eq(constructionPlans.countyCode, plan.countyCode), eq(constructionPlans.id, plan.id)));
}

/** Only rules of the plan's own edition can be served. */
export async function refuseUnknownRules(tx: Change, editionId: string, ruleIds: readonly string[]): Promise<void> {
  if (ruleIds.length === 0) return;
  const known = new Set(rulesOf(await getEdition(tx, editionId)).map(({ id }) => id));
  if (ruleIds.some((id) => !known.has(id))) throw new Refusal('rule-of-another-edition');
}
