import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { holdForReview } from '#app/domain/pilot/applications/enter-review.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { become } from './answer-assignment.ts';
import { assignments } from './tables.server.ts';

/** 撤回分配: a review that is not submitted is taken back; what was submitted stays. */
export function withdrawAssignment(ctx: Ctx, applicationId: string, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await holdForReview(tx, applicationId);
    allow(tx, 'review.assign', application);
    const [assignment] = isId(id)
      ? await tx.db.select().from(assignments).where(and(eq(assignments.id, id), eq(assignments.applicationId, applicationId)))
      : [];
    if (!assignment) throw new Refusal('assignment-not-found', 404);
    await become(tx, assignment, 'withdrawn');
    await tx.record('review.withdrawn', { id, regionCode: application.regionCode }, { applicationId, number: application.number, expertId: assignment.expertId });
  });
}
