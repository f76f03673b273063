import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { enterReview, holdForReview } from '#app/domain/pilot/applications/enter-review.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isExpert, sidesOf } from './experts.ts';
import type { AssignInput } from './input.ts';
import { blockOf } from './model.ts';
import { assignments, experts, marks } from './tables.server.ts';

/** 分配专家: never one from the applicant's organisation or district, never one who declared a conflict; the first one opens the review. */
export function assignExpert(ctx: Ctx, applicationId: string, input: AssignInput): Promise<string> {
  return change(ctx, async (tx) => {
    const application = await holdForReview(tx, applicationId);
    allow(tx, 'review.assign', application);
    const [expert] = await tx.db.select().from(experts).where(eq(experts.userId, input.expertId));
    if (!expert) throw new Refusal('expert-not-found', 404);
    if (!(await isExpert(tx, input.expertId))) throw new Refusal('expert-role-missing');

    const block = blockOf(expert, await sidesOf(tx, applicationId));
    if (block === 'same-organisation') throw new Refusal('expert-same-organisation');
    if (block === 'same-region') throw new Refusal('expert-same-region');

    const id = await openAssignment(tx, applicationId, input);
    await enterReview(tx, application);
    await tx.record('review.assigned', { id, regionCode: application.regionCode }, { applicationId, number: application.number, expertId: input.expertId, dueOn: input.dueOn });
    return id;
  });
}

/** A new pair, or one that was withdrawn and begins afresh. */
async function openAssignment(tx: Ctx, applicationId: string, { expertId, dueOn, round = 1 }: AssignInput): Promise<string> {
  const fresh = { state: 'assigned' as const, assignedBy: tx.actor.id, assignedAt: tx.now, dueOn: dueOn || null };
  const pair = and(eq(assignments.applicationId, applicationId), eq(assignments.expertId, expertId), eq(assignments.round, round));
  const [before] = await tx.db.select({ id: assignments.id, state: assignments.state }).from(assignments).where(pair).for('update');
  if (before?.state === 'conflict') throw new Refusal('expert-declared-conflict');
  if (before && before.state !== 'withdrawn') throw new Refusal('expert-already-assigned');
  if (!before) {
    const [made] = await tx.db.insert(assignments).values({ applicationId, expertId, round, ...fresh }).returning({ id: assignments.id });
    return made!.id;
  }
  await tx.db.delete(marks).where(eq(marks.assignmentId, before.id));
  await tx.db.update(assignments).set({ ...fresh, answeredAt: null, overall: '', revision: 0 }).where(eq(assignments.id, before.id));
  return before.id;
}
