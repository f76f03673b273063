import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hold, type Which } from './held.ts';
import { isOpen } from './model.ts';
import { selfAssessments } from './tables.server.ts';

/** 更正自评: opens what was handed in, with a reason that goes with the next submission; until then the last one stands. */
export function correctAssessment(ctx: Ctx, which: Which, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, which, 'assessment.submit');
    if (isOpen(held.status)) throw new Refusal('assessment-not-submitted');
    await tx.db
      .update(selfAssessments)
      .set({ status: 'correcting', correctionReason: reason, updatedAt: tx.now })
      .where(and(eq(selfAssessments.countyCode, held.countyCode), eq(selfAssessments.id, held.id)));
    await tx.record('self-assessment.correction-begun', { id: held.id, regionCode: held.regionCode }, { reason });
  });
}
