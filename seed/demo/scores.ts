import { desc, eq } from 'drizzle-orm';
import { askScores } from '#app/domain/pilot/scoring/ask-scores.ts';
import { publishScores } from '#app/domain/pilot/scoring/publish-scores.ts';
import { scoreRuns } from '#app/domain/pilot/scoring/tables.server.ts';
import { by, type Stage } from './stage.ts';

/** 请求计分 of the first round, as soon as the reviews are in. */
export async function reckon(stage: Stage, callId: string, day: number): Promise<void> {
  await askScores(by(stage, 'office', { day, at: '10:20' }), callId, { round: 1 });
}

/** 公布计分: the last reckoning of a call; outside the demonstration's own mode accounts without a second factor reckon nothing. */
export async function publishReckoned(stage: Stage, callId: string, day: number): Promise<void> {
  const [run] = await stage.db.select({ id: scoreRuns.id, state: scoreRuns.state }).from(scoreRuns).where(eq(scoreRuns.callId, callId)).orderBy(desc(scoreRuns.number)).limit(1);
  if (run?.state === 'ready') await publishScores(by(stage, 'office', { day, at: '14:30' }), run.id);
}
