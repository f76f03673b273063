import type { WalkAlong, WalkPhotoReceipt, WalkSyncAnswer, WalkSyncRequest } from '#app/domain/service/walks/package.ts';
import { bring, type Heard, tell } from '#app/enhance/phone/talk.ts';
import type { Notebook, Photo } from './notebook.ts';

/** How a talk with the server ended. `cleared`: the walk is over, all of it has arrived and the phone has let go of it. */
export type Ended = { kind: 'sent' } | { kind: 'cleared' } | { kind: 'away' } | { kind: 'refused'; sentence: string };

const batch = 200;

/** A bad line and a server at rest are the same to whoever walks. */
const ended = (heard: Exclude<Heard<unknown>, { kind: 'ok' }>): Ended => (heard.kind === 'refused' ? { kind: 'refused', sentence: heard.sentence } : { kind: 'away' });

/** 带上 by its code. */
export async function takeAlong(deviceId: string, code: string): Promise<Heard<WalkAlong>> {
  return tell<WalkAlong>('/walk/take', { code, deviceId });
}

/** 送出 one walk: entries first, then pictures. Broken off anywhere, the next time goes on from there. `held`: what somebody is still writing to. */
export async function send(book: Notebook, walkId: string, moved: (share: number) => void, held: number | null = null): Promise<Ended> {
  const steps = 1 + Math.ceil(book.pileOf(walkId).length / batch) + book.photosOf(walkId).length;
  let done = 0;
  const step = () => moved((done += 1) / (steps + 1));
  let answer: WalkSyncAnswer;
  do {
    const told = await sendBatch(book, walkId, held);
    if (told.kind !== 'ok') return ended(told);
    answer = told.value;
    step();
  } while (ready(book, walkId, held).length > 0);

  for (const photo of book.photosOf(walkId).filter(({ seq }) => !book.entryAt(seq))) {
    if (answer.wanted.includes(photo.sha256)) {
      const brought = await bringPhoto(book, photo, (share) => moved((done + share) / (steps + 1)));
      if (brought.kind === 'refused' && brought.status !== 422) await book.settle(walkId, {}, [], [{ seq: photo.seq, problem: brought.sentence }]);
      else if (brought.kind !== 'ok') return ended(brought);
      else await book.letGo(photo);
    } else await book.letGo(photo); // the server has this very picture, or it was taken back
    step();
  }
  return finish(book, walkId, held);
}

/** 送完以后: the server learns that nothing is left here, and that nobody need wait when the walk is over. */
async function finish(book: Notebook, walkId: string, held: number | null): Promise<Ended> {
  const isLettingGo = book.walks.get(walkId)!.isEnded && book.unsent(walkId) === 0;
  const told = await sendBatch(book, walkId, held, isLettingGo);
  if (told.kind !== 'ok') return ended(told);
  if (!isLettingGo || book.unsent(walkId) > 0) return { kind: 'sent' };
  await book.putAway(walkId);
  return { kind: 'cleared' };
}

const ready = (book: Notebook, walkId: string, held: number | null) => book.pileOf(walkId).map(({ entry }) => entry).filter(({ seq }) => seq !== held).toSorted((a, b) => a.seq - b.seq);

async function sendBatch(book: Notebook, walkId: string, held: number | null, isLettingGo = false): Promise<Heard<WalkSyncAnswer>> {
  const entries = ready(book, walkId, held).slice(0, batch);
  await book.offer(entries.map(({ seq }) => seq));
  const asked: WalkSyncRequest = { code: book.walks.get(walkId)!.code, deviceId: book.deviceId, clockAt: new Date().toISOString(), entries, remaining: book.unsent(walkId) - entries.length, isLettingGo };
  const heard = await tell<WalkSyncAnswer>('/walk/sync', asked);
  if (heard.kind !== 'ok') return heard;
  const { acknowledged, rejected, isLate, skewMs, serverAt } = heard.value;
  if (entries.length > 0 && acknowledged.length + rejected.length === 0) return { kind: 'away' }; // an answer that takes nothing would be asked again for ever
  await book.settle(walkId, { isLate, skewMs, syncedAt: serverAt }, acknowledged, rejected);
  return heard;
}

async function bringPhoto(book: Notebook, photo: Photo, moved: (share: number) => void): Promise<Heard<WalkPhotoReceipt>> {
  const bytes = await book.bytesOf(photo.id);
  const headers = { 'X-Walk-Code': book.walks.get(photo.walkId)!.code, 'X-Walk-Device': book.deviceId };
  return bring<WalkPhotoReceipt>(`/walk/photos/${photo.sha256}`, bytes!, photo.mediaType, moved, headers);
}
