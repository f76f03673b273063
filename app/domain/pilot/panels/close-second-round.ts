import { and, asc, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { holdForReview } from '#app/domain/pilot/applications/enter-review.ts';
import { refuseInvolved } from '#app/domain/pilot/review/involved.ts';
import { isUnfinished } from '#app/domain/pilot/review/model.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { withdrawAssignment } from '#app/domain/pilot/review/withdraw-assignment.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CloseRoundInput } from './input.ts';
import { findSecondRound } from './second-round.ts';
import { secondRoundClosings } from './tables.server.ts';

/** 提前结束二轮: what is not handed in is taken back, what is in counts; without one review the first round stands alone again. */
export function closeSecondRound(ctx: Ctx, applicationId: string, { closeReason: reason }: CloseRoundInput): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await holdForReview(tx, applicationId);
    allow(tx, 'review.assign', application);
    await refuseInvolved(tx, applicationId);
    const second = await findSecondRound(tx, applicationId);
    if (!second || second.closing) throw new Refusal('second-round-not-open');
    const given = await tx.db.select({ id: assignments.id, state: assignments.state }).from(assignments).where(and(eq(assignments.applicationId, applicationId), eq(assignments.round, 2))).orderBy(asc(assignments.id));
    const open = given.filter(({ state }) => isUnfinished(state));
    for (const { id } of open) await withdrawAssignment(tx, applicationId, id);
    await tx.db.insert(secondRoundClosings).values({ applicationId, reason, closedBy: tx.actor.id, closedByName: tx.actor.name, closedAt: tx.now });
    const submitted = given.filter(({ state }) => state === 'submitted').length;
    await tx.record('review.second-round-closed', application, { applicationId, number: application.number, submitted, withdrawn: open.length });
  });
}
