import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { keeperOfEvidence } from '#app/domain/base/accounts/keeper.ts';
import { enterFile, type Looked } from '#app/domain/base/files/store-file.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { layAttachments, type Upload } from '#app/domain/children/suggestions/attachments.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findRound, holdAsKeeper, holdRound, type Round, signUpsOf } from './find.ts';
import { mostPhotos } from './model.ts';
import { roundNotes, roundSignUps } from './tables.server.ts';

type Seen = { text: string; photos: readonly Upload[] };

/** 走访发现: by a child who has a seat on the round. */
export async function writeNote(ctx: Ctx, roundId: string, { text, photos }: Seen): Promise<string> {
  const { childId } = needChild(ctx);
  const laid = await layPhotos(ctx, photos);
  return change(ctx, async (tx) => {
    const round = await holdRound(tx, roundId);
    const seat = childId ? await tx.db.$count(roundSignUps, and(signUpsOf(round), eq(roundSignUps.childId, childId), eq(roundSignUps.state, 'seated'))) : 0;
    if (seat === 0) throw new Refusal('round-not-signed-up', 403);
    return enter(tx, round, text, laid, childId);
  });
}

/** 代记发现: what children said on the way, written down by the adult who went with them. */
export async function writeNoteOnPaper(ctx: Ctx, roundId: string, { text, photos }: Seen): Promise<string> {
  allow(ctx, 'council.keep', await findRound(ctx, roundId));
  const laid = await layPhotos(ctx, photos);
  return change(ctx, async (tx) => enter(tx, await holdAsKeeper(tx, roundId), text, laid, null));
}

/** 验看照片: pictures only, drawn anew, so that no place, time or camera stays in them. */
async function layPhotos(ctx: Ctx, photos: readonly Upload[]): Promise<Looked[]> {
  if (photos.length > mostPhotos) throw new Refusal('round-photos', 400);
  return (await layAttachments(ctx, photos.map(({ content }) => ({ kind: 'photo', content })))).map(({ looked }) => looked);
}

async function enter(tx: Change, round: Round, text: string, photos: readonly Looked[], childId: string | null): Promise<string> {
  if (round.startsAt > tx.now) throw new Refusal('round-not-yet');
  if (round.state === 'cancelled') throw new Refusal('observer-round-closed');
  const fileIds: string[] = [];
  const owner = tx.actor.id || (await keeperOfEvidence(tx));
  for (const photo of photos) fileIds.push((await enterFile(tx, photo, owner, round.regionCode)).id);
  const [row] = await tx.db.insert(roundNotes).values({ countyCode: round.countyCode, roundId: round.id, childId, text, fileIds, writtenAt: tx.now }).returning({ id: roundNotes.id });
  await holdForModeration(tx, { kind: 'round', subjectId: row!.id, regionCode: round.regionCode, texts: [{ field: 'text', text }], fileIds, from: 'child', childId });
  await tx.record('round.noted', round, { photos: fileIds.length });
  return row!.id;
}
