import { and, eq } from 'drizzle-orm';
import { openMatterOf } from '#app/domain/children/councils/open-as-matter.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAsKeeper } from './find.ts';
import { roundNotes } from './tables.server.ts';

/** 发现转为事项: from now on the promise clock runs for it. */
export function noteToMatter(ctx: Ctx, roundId: string, noteId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const round = await holdAsKeeper(tx, roundId);
    const own = and(eq(roundNotes.countyCode, round.countyCode), eq(roundNotes.roundId, roundId), eq(roundNotes.id, noteId));
    const [note] = await tx.db.select().from(roundNotes).where(own).for('update');
    if (!note) throw new Refusal('round-note-not-found', 404);
    if (note.matterId) throw new Refusal('round-note-taken-up');
    const { matterId } = await openMatterOf(tx, { regionCode: round.regionCode, layer: 'primary', childId: note.childId, text: note.text });
    await tx.db.update(roundNotes).set({ matterId }).where(own);
    await tx.record('round.note-taken-up', round);
    return matterId;
  });
}
