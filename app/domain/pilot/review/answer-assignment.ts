import { and, eq } from 'drizzle-orm';
import { attest } from '#app/domain/pilot/conflicts/attest.ts';
import type { AttestInput } from '#app/domain/pilot/conflicts/input.ts';
import { keepTie } from '#app/domain/pilot/conflicts/keep-tie.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ConflictInput } from './input.ts';
import { type AssignmentState, canBecome } from './model.ts';
import { getMyAssignment, sightOfMine } from './my-reviews.ts';
import { assignments } from './tables.server.ts';

/** 接受任务: the expert confirms in so many words that nothing binds them to the applicant, and may now read and score. */
export function acceptAssignment(ctx: Ctx, id: string, input: AttestInput): Promise<void> {
  return change(ctx, async (tx) => {
    const mine = await getMyAssignment(tx, id);
    const { assignment, application } = mine;
    await attest(tx, { assignmentId: id, applicationId: application.id }, input, (await sightOfMine(tx, mine)).applicant);
    await become(tx, assignment, 'accepted', { answeredAt: tx.now });
    await tx.record('review.accepted', { id, regionCode: application.regionCode }, { applicationId: application.id });
  });
}

/** 申请回避: with the reason; this expert and this application are kept apart from now on. After handing in, the marks are set aside and stay. */
export function declareConflict(ctx: Ctx, id: string, { kind = 'other-declared', reason }: { kind?: ConflictInput['kind']; reason: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const { assignment, application } = await getMyAssignment(tx, id);
    if (assignment.setAsideAt) throw new Refusal('assignment-set-aside');
    if (assignment.state !== 'submitted') await become(tx, assignment, 'conflict', { answeredAt: tx.now, conflictReason: reason });
    await keepTie(tx, { expertId: tx.actor.id, kind, source: 'declared', reason, tiedTo: { applicationId: application.id } });
    await tx.record('review.conflict-declared', { id, regionCode: application.regionCode }, { applicationId: application.id, number: application.number, kind, reason });
  });
}

type Assignment = typeof assignments.$inferSelect;

/** One step of an assignment's states, unless somebody else was quicker. */
export async function become(tx: Ctx, assignment: Assignment, state: AssignmentState, more: Partial<Assignment> = {}): Promise<void> {
  if (!canBecome(assignment.state, state)) throw new Refusal('assignment-not-open');
  const moved = await tx.db
    .update(assignments)
    .set({ ...more, state })
    .where(and(eq(assignments.id, assignment.id), eq(assignments.state, assignment.state)))
    .returning({ id: assignments.id });
  if (moved.length === 0) throw new Refusal('changed-meanwhile');
}
