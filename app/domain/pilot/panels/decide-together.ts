import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { oneByOne, type Outcome as Done } from '#app/platform/one-by-one.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { decideExplained } from './decide-explained.ts';
import type { TogetherInput } from './input.ts';
import { getRanking } from './ranking.ts';
import { rankings } from './tables.server.ts';

const leastReason = 10;

/** 批量决定: by a ranking that is kept whole, exactly as it was previewed; each application by itself, told row by row. */
export async function decideTogether(ctx: Ctx, callId: string, { hash, accept, decline, acceptReason, declineReason }: TogetherInput): Promise<Done[]> {
  const ranking = await getRanking(ctx, callId);
  if (ranking.hash !== hash) throw new Refusal('ranking-changed');
  if (accept.length + decline.length === 0) throw new Refusal('ranking-nothing-chosen', 400);
  if ((accept.length > 0 && acceptReason.length < leastReason) || (decline.length > 0 && declineReason.length < leastReason)) throw new Refusal('ranking-reason-short', 400);
  const standing = new Map(ranking.ranked.map((row) => [row.id, row]));
  if (accept.some((id) => standing.get(id)?.standing !== 'proposed') || decline.some((id) => !standing.has(id))) throw new Refusal('ranking-not-proposed');

  await keepRanking(ctx, ranking);
  const { places } = ranking.call;
  return oneByOne([...accept, ...decline.filter((id) => !accept.includes(id))], (id) => {
    const { rank } = standing.get(id)!;
    const outcome = accept.includes(id) ? ('accepted' as const) : ('declined' as const);
    return decideExplained(ctx, id, { outcome, reason: outcome === 'accepted' ? acceptReason : declineReason }, rank === null ? null : { rank, places });
  });
}

function keepRanking(ctx: Ctx, { call, rule, entries, ranked, hash }: Awaited<ReturnType<typeof getRanking>>): Promise<void> {
  return change(ctx, async (tx) => {
    const kept = { callId: call.id, rule, places: call.places, entries, ranked, hash };
    await tx.db.insert(rankings).values({ ...kept, madeBy: tx.actor.id, madeByName: tx.actor.name, madeAt: tx.now });
    await tx.record('ranking.kept', { id: call.id, regionCode: call.regionCode }, { hash, entries: entries.length, places: call.places });
  });
}
