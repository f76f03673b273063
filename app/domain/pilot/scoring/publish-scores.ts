import { and, eq, isNull } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getRun } from './hold-run.ts';
import { publishedScores, scoreRuns } from './tables.server.ts';

/**
 * 公布计分: the scores of a run become those of its applications. An application that has a published score keeps it,
 * whatever this run says; only those that had none get one.
 */
export function publishScores(ctx: Ctx, runId: string): Promise<number> {
  return change(ctx, async (tx) => {
    const { run, call } = await getRun(tx, runId, 'score.publish');
    if (run.state !== 'ready' || !run.results) throw new Refusal('scoring-not-ready');
    if (run.results.scores.length === 0) throw new Refusal('scoring-empty');
    const stamped = { publishedAt: tx.now, publishedBy: tx.actor.id, publishedByName: tx.actor.name };
    const [mine] = await tx.db.update(scoreRuns).set(stamped).where(and(eq(scoreRuns.id, runId), isNull(scoreRuns.publishedAt))).returning({ id: scoreRuns.id });
    if (!mine) throw new Refusal('scoring-published');
    const rows = run.results.scores.map(({ application, raw, score, low, high, reviews }) => ({ applicationId: application, round: run.round, runId, raw, score, low, high, reviews }));
    const added = await tx.db.insert(publishedScores).values(rows).onConflictDoNothing().returning({ id: publishedScores.applicationId });
    if (added.length === 0) throw new Refusal('scoring-adds-nothing');
    await tx.record('scores.published', { id: runId, regionCode: call.regionCode }, { callId: run.callId, round: run.round, number: run.number, added: added.length, kept: rows.length - added.length });
    return added.length;
  });
}
