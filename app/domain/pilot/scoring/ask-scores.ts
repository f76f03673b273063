import { and, eq, max } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { callToScore } from './hold-run.ts';
import { methodVersion } from './model.ts';
import { scoreRuns } from './tables.server.ts';

/** 请求计分: of the marks that are in; it is reckoned in the background, one at a time for a round. Earlier runs stay as they are. */
export function askScores(ctx: Ctx, callId: string, { round }: { round: number }): Promise<string> {
  return change(ctx, async (tx) => {
    const call = await callToScore(tx, callId, 'score.run');
    if (call.state === 'draft') throw new Refusal('scoring-call-draft');
    const ofRound = and(eq(scoreRuns.callId, callId), eq(scoreRuns.round, round));
    const [open] = await tx.db.select({ id: scoreRuns.id }).from(scoreRuns).where(and(ofRound, eq(scoreRuns.state, 'waiting'))).limit(1);
    if (open) throw new Refusal('scoring-waits-already');
    const [last] = await tx.db.select({ number: max(scoreRuns.number) }).from(scoreRuns).where(ofRound);
    const number = (last?.number ?? 0) + 1;
    const [made] = await tx.db
      .insert(scoreRuns)
      .values({ callId, round, number, method: methodVersion, askedBy: tx.actor.id, askedByName: tx.actor.name, askedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: scoreRuns.id });
    if (!made) throw new Refusal('scoring-waits-already');
    await tx.record('scores.asked', { id: made.id, regionCode: call.regionCode }, { callId, round, number });
    return made.id;
  });
}
