import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { holdForReview, settleApplication } from '#app/domain/pilot/applications/enter-review.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { decisionHash } from './anchor.ts';
import type { DecideInput } from './input.ts';
import { getReviewTable, type ReviewTable } from './read.ts';
import { assignments, decisions } from './tables.server.ts';

/** 决定的依据: whether there are enough reviews, whether nothing on the negative list stops it, and the score that counts. */
export type Grounds = { isEnough: boolean; isStopped: boolean; score: number | null };

/** By the table of marks alone: a later room that knows of second rounds and panels says more. */
async function byTable(_tx: Change, { submitted, wanted, negativeFound, mean }: ReviewTable): Promise<Grounds> {
  return { isEnough: submitted >= wanted, isStopped: negativeFound.length > 0, score: mean };
}

/** 评审决定: once, with reasons, after enough reviews and within the places of the call; what the negative list stops is not accepted. Nothing overwrites it. */
export function decide(ctx: Ctx, applicationId: string, input: DecideInput, groundsOf = byTable): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'review.decide', await getSubmitted(tx, applicationId));
    const made = await tx.db.select({ id: decisions.applicationId }).from(decisions).where(eq(decisions.applicationId, applicationId));
    if (made.length > 0) throw new Refusal('decision-made');
    const application = await holdForReview(tx, applicationId);
    if (application.status !== 'in-review') throw new Refusal('application-not-in-review');

    await decidesForOthers(tx, applicationId);
    const table = await getReviewTable(tx, applicationId);
    if (table.unfinished > 0) throw new Refusal('reviews-unfinished');
    const grounds = await groundsOf(tx, table);
    if (!grounds.isEnough) throw new Refusal('reviews-too-few');
    if (grounds.isStopped && input.outcome === 'accepted') throw new Refusal('negative-found');

    await settleApplication(tx, application, input.outcome);
    const [decided] = await tx.db.insert(decisions).values({
      applicationId, ...input, meanScore: grounds.score, reviews: table.submitted, decidedBy: tx.actor.id, decidedByName: tx.actor.name, decidedAt: tx.now,
    }).returning();
    await tx.record(`application.${input.outcome}`, application, { number: application.number, reviews: table.submitted, hash: decisionHash(decided!) });
  });
}

/** 评审与决定分开: whoever was asked to review an application does not decide on it. */
export async function decidesForOthers(ctx: Ctx, applicationId: string): Promise<void> {
  const [own] = await ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.applicationId, applicationId), eq(assignments.expertId, ctx.actor.id)));
  if (own) throw new Refusal('decider-was-reviewer', 403);
}
