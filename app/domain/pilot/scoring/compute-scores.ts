import { and, eq } from 'drizzle-orm';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { calibrateApart } from './calibrate-apart.ts';
import { callToScore, type Run } from './hold-run.ts';
import { inputsOf } from './inputs.ts';
import { scoreRuns } from './tables.server.ts';

/** 计分: as whoever asked for it is today; the results are written once. */
export async function computeScores(ctx: Ctx, runId: string): Promise<string> {
  const [run] = await ctx.db.select().from(scoreRuns).where(and(eq(scoreRuns.id, runId), eq(scoreRuns.state, 'waiting')));
  if (!run) return 'settled';
  const owner: Ctx = { ...ctx, actor: await actorById(ctx, run.askedBy) };
  try {
    const call = await callToScore(owner, run.callId, 'score.run');
    const { marks, settings, hash } = await inputsOf(owner, call, run.round);
    const results = await calibrateApart(marks, settings);
    await settle(ctx, run, { state: 'ready', settings, inputsHash: hash, results }, { state: results.state, applications: results.scores.length, hash });
    return results.state;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await settle(ctx, run, { state: 'refused', refusal: error.code }, { refusal: error.code });
    return error.code;
  }
}

function settle(ctx: Ctx, run: Run, found: Partial<Run>, facts: Record<string, unknown>): Promise<void> {
  return change(ctx, async (tx) => {
    await tx.db.update(scoreRuns).set({ ...found, computedAt: tx.now }).where(and(eq(scoreRuns.id, run.id), eq(scoreRuns.state, 'waiting')));
    const [call] = await tx.db.select({ regionCode: calls.regionCode }).from(calls).where(eq(calls.id, run.callId));
    await tx.record('scores.computed', { id: run.id, regionCode: call!.regionCode }, { callId: run.callId, round: run.round, number: run.number, ...facts });
  });
}
