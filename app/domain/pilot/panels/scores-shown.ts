import { latestScores, type ScoreNow } from '#app/domain/pilot/scoring/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Counting, ScoreShown } from './model.ts';

type Asked = { id: string; callId: string; counting: Counting | null };

/**
 * 校准分 of the newest reckoning of the round that counts, published figures first; only where all of a call hang together, for
 * figures of two islands cannot be compared. Whoever is not in it, or whose two rounds count together, is shown the plain mean.
 */
export async function scoresShown(ctx: Ctx, rows: readonly Asked[]): Promise<Map<string, ScoreShown & { reviews: number }>> {
  const shown = new Map<string, ScoreShown & { reviews: number }>();
  const wanted = Map.groupBy(rows.filter(({ counting }) => counting !== 'both'), ({ callId, counting }) => `${callId} ${counting === 'second' ? 2 : 1}`);
  for (const [key, asked] of wanted) {
    const [callId, round] = key.split(' ') as [string, string];
    const scores = await latestScores(ctx, callId, Number(round));
    if (new Set([...scores.values()].map(({ island }) => island)).size > 1) continue;
    for (const { id } of asked) {
      const found = scores.get(id);
      if (found && found.score !== null) shown.set(id, { ...figuresOf(found), reviews: found.reviews });
    }
  }
  return shown;
}

function figuresOf({ score, low, high, method, number }: ScoreNow): ScoreShown {
  return { value: score, low, high, kind: 'calibrated', method: `${method} · ${number}` };
}
