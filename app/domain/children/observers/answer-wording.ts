import { and, eq } from 'drizzle-orm';
import { needChild } from '#app/domain/children/identity/here.ts';
import { answerEdit } from '#app/domain/children/moderation/edit-text.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAsKeeper, holdRound, type Round } from './find.ts';
import { roundNotes } from './tables.server.ts';

/** 改写行不行: the child whose finding it is says yes or no to the wording that would be shown. */
export function answerWording(ctx: Ctx, roundId: string, noteId: string, agrees: boolean): Promise<void> {
  const { childId } = needChild(ctx);
  return change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    const round = await holdRound(tx, roundId);
    const note = await noteOf(tx, round, noteId);
    if (!childId || note.childId !== childId) throw new Refusal('round-note-not-found', 404);
    await answerEdit(tx, { kind: 'round', subjectId: noteId, regionCode: round.regionCode }, agrees, 'child');
    await tx.record('round.wording-answered', round, { agrees });
  });
}

/** 代记同意 of children who were asked face to face: by somebody else than the one who changed the words. */
export function answerWordingOnPaper(ctx: Ctx, roundId: string, noteId: string, agrees: boolean): Promise<void> {
  return change(ctx, async (tx) => {
    const round = await holdAsKeeper(tx, roundId);
    if ((await noteOf(tx, round, noteId)).childId) throw new Refusal('council-child-answers-itself', 403);
    const [item] = await tx.db.select({ by: moderationItems.concludedBy }).from(moderationItems)
      .where(and(eq(moderationItems.countyCode, round.countyCode), eq(moderationItems.kind, 'round'), eq(moderationItems.subjectId, noteId)));
    if (item?.by === tx.actor.id) throw new Refusal('council-own-wording', 403);
    await answerEdit(tx, { kind: 'round', subjectId: noteId, regionCode: round.regionCode }, agrees, 'child');
    await tx.record('round.wording-answered', round, { agrees, onPaper: true });
  });
}

async function noteOf(tx: Change, round: Round, noteId: string) {
  const [note] = isId(noteId) ? await tx.db.select({ childId: roundNotes.childId }).from(roundNotes).where(and(eq(roundNotes.countyCode, round.countyCode), eq(roundNotes.roundId, round.id), eq(roundNotes.id, noteId))) : [];
  if (!note) throw new Refusal('round-note-not-found', 404);
  return note;
}
