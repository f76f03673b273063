import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Plan } from './read.ts';
import { cityPlanRevisions, cityPlans, cityTargets } from './tables.server.ts';

type Said = Pick<Plan, 'zh' | 'en' | 'issuer' | 'startsOn' | 'endsOn' | 'content'>;

/** 内容指纹 of what a plan says. */
export const hashOf = ({ zh, en, issuer, startsOn, endsOn, content }: Said): string => createHash('sha256').update(canonicalJson({ zh, en, issuer, startsOn, endsOn, content })).digest('hex');

/** 定稿: keeps what the plan says now as its next revision and puts its targets in force; part of the change that publishes. */
export async function freeze(tx: Change, plan: Plan, reason: string): Promise<{ revision: number; hash: string }> {
  const { zh, en, issuer, startsOn, endsOn, content } = plan;
  const revision = plan.revision + 1;
  const hash = hashOf(plan);
  const known = await indicatorsByCode(tx, content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  const targets = content.actions.flatMap((action) => action.indicators.flatMap((measured) => measured.targets.map(({ year, op, value, max }) => {
    const indicator = known.get(measured.code);
    if (!indicator) throw new Refusal('indicator-not-found', 422);
    return { planId: plan.id, indicatorId: indicator.id, year, regionCode: plan.regionCode, actionCode: action.code, op, value, max: max ?? null };
  })));
  await tx.db.insert(cityPlanRevisions).values({ planId: plan.id, revision, zh, en, issuer, startsOn, endsOn, content, hash, reason, publishedAt: tx.now, publishedByName: tx.actor.name });
  await tx.db.delete(cityTargets).where(eq(cityTargets.planId, plan.id));
  if (targets.length > 0) await tx.db.insert(cityTargets).values(targets);
  await tx.db.update(cityPlans).set({ revision, publishedAt: plan.publishedAt ?? tx.now, state: plan.state === 'draft' ? 'published' : plan.state }).where(eq(cityPlans.id, plan.id));
  return { revision, hash };
}
