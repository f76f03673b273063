import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CloseInput } from './input.ts';
import { getPlan } from './read.ts';
import { cityPlans } from './tables.server.ts';

/** 结束计划: after its last day, with a word on what came of it; nothing in it changes any more, figures may still come in. */
export function closePlan(ctx: Ctx, id: string, { closing, closingEn, edition }: CloseInput): Promise<void> {
  return change(ctx, async (tx) => {
    const plan = await getPlan(tx, id);
    allow(tx, 'city-plan.publish', { regionCode: plan.regionCode });
    if (plan.state !== 'published') throw new Refusal('city-plan-not-published');
    if (plan.endsOn >= beijingDay(tx.now)) throw new Refusal('city-plan-running');
    const closed = await tx.db.update(cityPlans).set({ state: 'closed', closedAt: tx.now, closing, closingEn, edition: plan.edition + 1 })
      .where(and(eq(cityPlans.id, id), eq(cityPlans.edition, edition))).returning({ id: cityPlans.id });
    if (closed.length === 0) throw new Refusal('changed-meanwhile');
    await tx.record('city-plan.closed', { id, regionCode: plan.regionCode }, { title: plan.zh });
  });
}
