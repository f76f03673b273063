import { and, eq, inArray } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { lockedAmong } from '#app/domain/children/moderation/shown.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { holdRound } from './find.ts';
import { moveUp } from './sign-up.ts';
import { observerRounds, roundNotes, roundSignUps } from './tables.server.ts';

/** 忘掉一个孩子: seats go to those who wait, own findings and their photographs go; what is evidence stays without the child. */
export function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const signUps = await tx.db.delete(roundSignUps).where(eq(roundSignUps.childId, childId)).returning();
    for (const { roundId, state } of signUps) if (state === 'seated') await moveUp(tx, await holdRound(tx, roundId));
    const notes = await tx.db.select({ note: roundNotes, regionCode: observerRounds.regionCode }).from(roundNotes)
      .innerJoin(observerRounds, and(eq(observerRounds.countyCode, roundNotes.countyCode), eq(observerRounds.id, roundNotes.roundId))).where(eq(roundNotes.childId, childId));
    const locked = await lockedAmong(tx, 'round', notes.map(({ note }) => note.id));
    const [kept, gone] = [notes.filter(({ note }) => locked.has(note.id)), notes.filter(({ note }) => !locked.has(note.id))];
    if (kept.length > 0) await tx.db.update(roundNotes).set({ childId: null }).where(inArray(roundNotes.id, kept.map(({ note }) => note.id)));
    for (const { note, regionCode } of gone) {
      for (const fileId of note.fileIds) await discardFile(tx, fileId, regionCode);
      await dropItem(tx, { kind: 'round', subjectId: note.id, regionCode });
      await tx.db.delete(roundNotes).where(and(eq(roundNotes.countyCode, note.countyCode), eq(roundNotes.id, note.id)));
    }
    const many = signUps.length + notes.length;
    await tx.record('round.child-forgotten', { id: childId, regionCode: '*' }, { many });
    return String(many);
  });
}
