import { and, asc, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { holdForReview } from '#app/domain/pilot/applications/enter-review.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { isUnfinished } from '#app/domain/pilot/review/model.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { SecondRoundInput } from './input.ts';
import { secondRoundClosings, secondRounds } from './tables.server.ts';

/** 开启二轮评审: with other experts or the same ones, when the first round is over; its marks stay as they are. Once an application. */
export function openSecondRound(ctx: Ctx, applicationId: string, { expertIds, dueOn, ...about }: SecondRoundInput): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await holdForReview(tx, applicationId);
    allow(tx, 'review.assign', application);
    const first = await tx.db.select({ state: assignments.state }).from(assignments).where(and(eq(assignments.applicationId, applicationId), eq(assignments.round, 1))).orderBy(asc(assignments.id));
    if (first.some(({ state }) => isUnfinished(state))) throw new Refusal('reviews-unfinished');
    if (!first.some(({ state }) => state === 'submitted')) throw new Refusal('reviews-none');

    const opened = await tx.db
      .insert(secondRounds)
      .values({ applicationId, ...about, openedBy: tx.actor.id, openedByName: tx.actor.name, openedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: secondRounds.applicationId });
    if (opened.length === 0) throw new Refusal('second-round-open');
    for (const expertId of new Set(expertIds.toSorted())) await assignExpert(tx, applicationId, { expertId, dueOn, round: 2 });
    await tx.record('review.second-round-opened', application, { applicationId, number: application.number, ground: about.ground, counting: about.counting, experts: expertIds.length });
  });
}

/** 二轮的缘由, and how it ended if it was ended early; for those who have asked already whether they may see the review. */
export async function findSecondRound(ctx: Ctx, applicationId: string) {
  const [row] = isId(applicationId)
    ? await ctx.db.select({ opening: secondRounds, closing: secondRoundClosings }).from(secondRounds).leftJoin(secondRoundClosings, eq(secondRoundClosings.applicationId, secondRounds.applicationId)).where(eq(secondRounds.applicationId, applicationId))
    : [];
  return row ? { ...row.opening, closing: row.closing } : null;
}
