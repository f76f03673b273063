import { and, eq, inArray } from 'drizzle-orm';
import { keeperOfEvidence } from '#app/domain/base/accounts/keeper.ts';
import { enterFile, type Looked } from '#app/domain/base/files/store-file.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hold, holdAs, type Round } from './find.ts';
import { openMatterOf } from './open-as-matter.ts';
import { roundNotes, roundSignUps } from './tables.server.ts';

type Seen = { text: string; photos: readonly Looked[] };
export const mostPhotos = 3;

/** 走访发现: by a child who has a seat on the round. */
export function writeNote(ctx: Ctx, roundId: string, seen: Seen): Promise<string> {
  return change(ctx, async (tx) => {
    const { childId } = needChild(tx);
    const round = await hold(tx, 'round', roundId);
    const seat = childId ? await tx.db.$count(roundSignUps, and(eq(roundSignUps.countyCode, round.countyCode), eq(roundSignUps.roundId, roundId), eq(roundSignUps.childId, childId), inArray(roundSignUps.state, ['seated']))) : 0;
    if (seat === 0) throw new Refusal('round-not-signed-up', 403);
    return enter(tx, round, seen, childId);
  });
}

/** 代记发现: what children said on the way, written down by the adult who went with them. */
export function writeNoteOnPaper(ctx: Ctx, roundId: string, seen: Seen): Promise<string> {
  return change(ctx, async (tx) => enter(tx, await holdAs(tx, 'council.keep', 'round', roundId), seen, null));
}

async function enter(tx: Change, round: Round, { text, photos }: Seen, childId: string | null): Promise<string> {
  if (round.startsAt > tx.now) throw new Refusal('round-not-yet');
  if (round.state === 'cancelled') throw new Refusal('round-closed');
  if (photos.length > mostPhotos) throw new Refusal('round-photos', 400);
  const fileIds: string[] = [];
  const owner = tx.actor.id || (await keeperOfEvidence(tx));
  for (const photo of photos) fileIds.push((await enterFile(tx, photo, owner, round.regionCode)).id);
  const [row] = await tx.db.insert(roundNotes).values({ countyCode: round.countyCode, roundId: round.id, childId, text, fileIds, writtenAt: tx.now }).returning({ id: roundNotes.id });
  await holdForModeration(tx, { kind: 'round', subjectId: row!.id, regionCode: round.regionCode, texts: [{ field: 'text', text }], fileIds, from: 'child' });
  await tx.record('round.noted', round, { photos: fileIds.length });
  return row!.id;
}

/** 发现转为事项: from now on the promise clock runs for it. */
export function noteToMatter(ctx: Ctx, roundId: string, noteId: string): Promise<string> {
  return change(ctx, async (tx) => {
    const round = await holdAs(tx, 'council.keep', 'round', roundId);
    const own = and(eq(roundNotes.countyCode, round.countyCode), eq(roundNotes.roundId, roundId), eq(roundNotes.id, noteId));
    const [note] = await tx.db.select().from(roundNotes).where(own).for('update');
    if (!note) throw new Refusal('round-not-found', 404);
    if (note.matterId) throw new Refusal('round-note-taken-up');
    const matterId = await openMatterOf(tx, { regionCode: round.regionCode, layer: 'primary', childId: note.childId, text: note.text });
    await tx.db.update(roundNotes).set({ matterId }).where(own);
    await tx.record('round.note-taken-up', round);
    return matterId;
  });
}
