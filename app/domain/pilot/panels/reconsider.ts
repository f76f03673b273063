import { and, asc, eq, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { settleApplication } from '#app/domain/pilot/applications/enter-review.ts';
import { holdDecided } from '#app/domain/pilot/applications/hold-decided.ts';
import { decidesForOthers } from '#app/domain/pilot/review/decide.ts';
import { refuseInvolved } from '#app/domain/pilot/review/involved.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { freezeExplanation } from './decide-explained.ts';
import type { ConcludeInput, ReconsiderInput } from './input.ts';
import { isStopped, judge } from './judged.ts';
import { reconsiderations } from './tables.server.ts';

/** 提起复议: a decision is looked at again, and it is said why; the decision itself stays where it is. */
export function openReconsideration(ctx: Ctx, applicationId: string, input: ReconsiderInput): Promise<string> {
  return change(ctx, async (tx) => {
    const application = await holdForReconsidering(tx, applicationId);
    const [opened] = await tx.db
      .insert(reconsiderations)
      .values({ applicationId, ...input, oldOutcome: application.status, openedBy: tx.actor.id, openedByName: tx.actor.name, openedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: reconsiderations.id });
    if (!opened) throw new Refusal('reconsideration-open');
    await tx.record('decision.reconsideration-opened', application, { number: application.number, ground: input.ground, oldOutcome: application.status });
    return opened.id;
  });
}

/** 复议结论: the outcome stands or becomes the other, within the places and the negative list; a new explanation is frozen beside the old one. */
export function concludeReconsideration(ctx: Ctx, applicationId: string, { outcome, reason }: ConcludeInput): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await holdForReconsidering(tx, applicationId);
    const [open] = await tx.db.select().from(reconsiderations).where(and(eq(reconsiderations.applicationId, applicationId), isNull(reconsiderations.concludedAt)));
    if (!open) throw new Refusal('reconsideration-none');
    const [judged] = await judge(tx, [applicationId]);
    if (judged!.unfinished > 0) throw new Refusal('reviews-unfinished');
    const isChanged = outcome !== application.status;
    if (isChanged && outcome === 'accepted' && isStopped(judged!)) throw new Refusal('negative-found');

    if (isChanged) await settleApplication(tx, application, outcome);
    const concluded = { newOutcome: outcome, newReason: reason, concludedBy: tx.actor.id, concludedByName: tx.actor.name, concludedAt: tx.now };
    await tx.db.update(reconsiderations).set(concluded).where(eq(reconsiderations.id, open.id));
    await freezeExplanation(tx, judged!, { outcome, reason }, null);
    await tx.record('decision.reconsidered', application, { number: application.number, ground: open.ground, oldOutcome: application.status, newOutcome: outcome });
  });
}

/** Not by whoever has a part in the application, and not once the place is a pilot: then it is a matter of the certificate. */
async function holdForReconsidering(tx: Change, applicationId: string) {
  const application = await holdDecided(tx, applicationId);
  allow(tx, 'review.decide', application);
  await decidesForOthers(tx, applicationId);
  await refuseInvolved(tx, applicationId);
  const [pilot] = await tx.db.select({ id: pilots.id }).from(pilots).where(eq(pilots.applicationId, applicationId));
  if (pilot) throw new Refusal('reconsideration-pilot-open');
  return application;
}

/** 复议记录, the oldest first; for callers that have asked whether the person may see the decision. */
export function reconsiderationsOf(ctx: Ctx, applicationId: string) {
  return ctx.db.select().from(reconsiderations).where(eq(reconsiderations.applicationId, applicationId)).orderBy(asc(reconsiderations.id));
}
