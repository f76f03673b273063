import { and, eq } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { observerRounds, roundNotes } from './tables.server.ts';

/** 锁定结束: a finding that was evidence goes with its photographs and the ground for keeping them. */
export async function dropEvidence(ctx: Ctx, { kind, subjectId, outcome }: Record<string, unknown>): Promise<string | void> {
  if (kind !== 'round' || outcome !== 'dropped' || !isId(String(subjectId))) return;
  const [found] = await ctx.db.select({ note: roundNotes, regionCode: observerRounds.regionCode }).from(roundNotes)
    .innerJoin(observerRounds, and(eq(observerRounds.countyCode, roundNotes.countyCode), eq(observerRounds.id, roundNotes.roundId))).where(eq(roundNotes.id, String(subjectId)));
  if (!found) return;
  await change(ctx, async (tx) => {
    await tx.db.delete(roundNotes).where(and(eq(roundNotes.countyCode, found.note.countyCode), eq(roundNotes.id, found.note.id)));
    for (const fileId of found.note.fileIds) await discardFile(tx, fileId, found.regionCode);
    await tx.record('round.evidence-dropped', { id: found.note.roundId, regionCode: found.regionCode });
  });
  return 'dropped';
}
