import { and, eq } from 'drizzle-orm';
import { shownOf } from '#app/domain/children/moderation/shown.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { observerRounds, roundNotes } from './tables.server.ts';

/** 审核之后: what was agreed to be worded otherwise stands here in that wording. */
export async function followModeration(ctx: Ctx, facts: Record<string, unknown>): Promise<string | void> {
  const id = String(facts.subjectId ?? '');
  if (facts.kind !== 'round' || facts.outcome !== 'approved' || !isId(id)) return;
  const text = (await shownOf(ctx, 'round', [id])).get(id)?.texts.find(({ field }) => field === 'text')?.text;
  const [note] = await ctx.db.select({ countyCode: roundNotes.countyCode, text: roundNotes.text, roundId: observerRounds.id, regionCode: observerRounds.regionCode }).from(roundNotes)
    .innerJoin(observerRounds, and(eq(observerRounds.countyCode, roundNotes.countyCode), eq(observerRounds.id, roundNotes.roundId))).where(eq(roundNotes.id, id));
  if (!note || text === undefined || text === note.text) return;
  await change(ctx, async (tx) => {
    await tx.db.update(roundNotes).set({ text }).where(and(eq(roundNotes.countyCode, note.countyCode), eq(roundNotes.id, id)));
    await tx.record('round.reworded', { id: note.roundId, regionCode: note.regionCode });
  });
  return 'reworded';
}
