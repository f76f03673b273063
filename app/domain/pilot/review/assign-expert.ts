import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { enterReview, holdForReview } from '#app/domain/pilot/applications/enter-review.ts';
import { findConflict } from '#app/domain/pilot/conflicts/conflicts-of.ts';
import { conflictRefusals } from '#app/domain/pilot/conflicts/model.ts';
import { hindranceRefusals } from '#app/domain/pilot/experts/model.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AssignInput } from './input.ts';
import { assignments, marks } from './tables.server.ts';

/** 分配专家: one who may be assigned today and whom nothing ties to the application; the database says no as well. The first one opens the review. */
export function assignExpert(ctx: Ctx, applicationId: string, input: AssignInput): Promise<string> {
  return change(ctx, async (tx) => {
    const application = await holdForReview(tx, applicationId);
    allow(tx, 'review.assign', application);
    const expert = await findExpert(tx, input.expertId);
    if (!expert) throw new Refusal('expert-not-found', 404);
    const tie = await findConflict(tx, applicationId, input.expertId);
    if (tie) throw new Refusal(conflictRefusals[tie.kind]);
    const [hindrance] = expert.reasons;
    if (hindrance) throw new Refusal(hindranceRefusals[hindrance]);

    const id = await openAssignment(tx, applicationId, input);
    await enterReview(tx, application);
    await tx.record('review.assigned', { id, regionCode: application.regionCode }, { applicationId, number: application.number, expertId: input.expertId, dueOn: input.dueOn });
    return id;
  });
}

/** A new pair, one that was withdrawn and begins afresh, or one whose tie was lifted since. */
async function openAssignment(tx: Ctx, applicationId: string, { expertId, dueOn, round = 1 }: AssignInput): Promise<string> {
  const fresh = { state: 'assigned' as const, assignedBy: tx.actor.id, assignedAt: tx.now, dueOn: dueOn || null };
  const pair = and(eq(assignments.applicationId, applicationId), eq(assignments.expertId, expertId), eq(assignments.round, round));
  const [before] = await tx.db.select({ id: assignments.id, state: assignments.state }).from(assignments).where(pair).for('update');
  if (before && before.state !== 'withdrawn' && before.state !== 'conflict') throw new Refusal('expert-already-assigned');
  if (!before) {
    const [made] = await tx.db.insert(assignments).values({ applicationId, expertId, round, ...fresh }).returning({ id: assignments.id });
    return made!.id;
  }
  if (before.state === 'withdrawn') await tx.db.delete(marks).where(eq(marks.assignmentId, before.id));
  await tx.db.update(assignments).set({ ...fresh, answeredAt: null, conflictReason: '', setAsideAt: null, overall: '', revision: 0 }).where(eq(assignments.id, before.id));
  return before.id;
}
