import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getPlan, type Plan } from './read.ts';
import { cityPlans } from './tables.server.ts';

type Changed = Partial<Pick<Plan, 'zh' | 'en' | 'issuer' | 'startsOn' | 'endsOn' | 'content'>>;

/** 修改草稿: the words being written; the public goes on reading the last revision until somebody publishes. A closed plan stays as it is. */
export function edit(ctx: Ctx, id: string, read: { edition: number; event: string; facts?: Record<string, unknown> }, changed: (plan: Plan, tx: Change) => Changed | Promise<Changed>): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await getPlan(tx, id);
    allow(tx, 'city-plan.edit', { regionCode: plan.regionCode });
    if (plan.state === 'closed') throw new Refusal('city-plan-closed');
    const set = await changed(plan, tx);
    const saved = await tx.db.update(cityPlans).set({ ...set, edition: plan.edition + 1 }).where(and(eq(cityPlans.id, id), eq(cityPlans.edition, read.edition))).returning({ id: cityPlans.id });
    if (saved.length === 0) throw new Refusal('changed-meanwhile');
    await tx.record(read.event, { id, regionCode: plan.regionCode }, read.facts);
  });
}
