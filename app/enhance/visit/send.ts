import { type AttachmentReceipt, type DeviceContact, type DeviceLine, isContested, type SyncAnswer, type SyncRequest, type VisitPackage } from '#app/domain/pilot/visits/package.ts';
import { isOver } from '#app/domain/pilot/visits/model.ts';
import type { Kept, Notebook } from './notebook.ts';
import { ask, bring, type Heard, tell } from '#app/enhance/phone/talk.ts';
import { amendLock } from '#app/enhance/phone/unlock.ts';

/** How a talk with the server ended. `cleared`: all of it has arrived and the phone has let go of it. */
export type Sent = Exclude<Heard<unknown>, { kind: 'ok' }> | { kind: 'sent' } | { kind: 'cleared' } | { kind: 'wipe' };

/** How far it has come: 0 to 1. */
export type Progress = (share: number) => void;

const batch = 200;

/** 登记这部手机 under the name by which its owner may revoke it. */
export async function registerPhone(deviceId: string, name: string): Promise<Heard<DeviceLine>> {
  const told = await tell<DeviceLine>('/visit/devices', { deviceId, name });
  if (told.kind === 'ok') await amendLock({ isRegistered: true });
  return told;
}

/** 报到: whether this phone was revoked. No answer is no news. */
export async function isRevoked(deviceId: string): Promise<boolean> {
  const heard = await ask<DeviceContact>(`/visit/devices/${deviceId}.json`);
  return heard.kind === 'ok' && heard.value.wipe;
}

/** 带上: the package of a visit onto the phone, or its newest state. */
export async function takeAlong(book: Notebook, visitId: string): Promise<Heard<VisitPackage>> {
  const heard = await ask<VisitPackage>(`/visit/${visitId}/package.json?device=${book.deviceId}`);
  if (heard.kind === 'ok') await book.keep(heard.value);
  return heard;
}

/** 同步 one visit: words first, then files, then what the server makes of it all. Broken off anywhere, the next time goes on from there. */
export async function send(book: Notebook, visitId: string, moved: Progress): Promise<Sent> {
  const files = book.notesOf(visitId).filter((note) => !note.receipt);
  const parts = Math.ceil(book.waiting(visitId).length / batch) + files.length + 1;
  let done = 0;
  const step = () => moved((done += 1) / (parts + 1));

  do {
    const told = await sendBatch(book, visitId);
    if (told.kind !== 'ok') return told;
    if (told.value.wipe) return { kind: 'wipe' };
    step();
  } while (book.waiting(visitId).length > 0);

  for (const note of files) {
    const bytes = await book.bytesOf(note.id);
    if (!bytes) continue;
    const { sha256, mediaType } = note.attachment;
    const brought = await bring<AttachmentReceipt>(`/visit/${visitId}/attachments/${sha256}?device=${book.deviceId}`, bytes, mediaType, (share) => moved((done + share) / (parts + 1)));
    if (brought.kind !== 'ok') return brought;
    await book.received(note.id, brought.value);
    step();
  }
  if (files.length > 0) {
    const told = await sendBatch(book, visitId);
    if (told.kind !== 'ok') return told;
    if (told.value.wipe) return { kind: 'wipe' };
  }
  moved(1);
  return mayLetGo(book, visitId) ? letGo(book, visitId) : { kind: 'sent' };
}

/** 取下: the server is told first that this phone holds nothing more, so that nobody waits for it. */
export async function letGo(book: Notebook, visitId: string): Promise<Sent> {
  const told = await sendBatch(book, visitId, true);
  if (told.kind !== 'ok') return told;
  if (told.value.wipe) return { kind: 'wipe' };
  if (book.unsent(visitId) > 0) return { kind: 'sent' };
  await book.putAway(visitId);
  return { kind: 'cleared' };
}

async function sendBatch(book: Notebook, visitId: string, isLettingGo = false): Promise<Heard<SyncAnswer>> {
  const waiting = book.waiting(visitId);
  const fields = waiting.slice(0, batch);
  const asked: SyncRequest = {
    deviceId: book.deviceId, clockAt: new Date().toISOString(), fields,
    attachments: book.notesOf(visitId).filter((note) => !note.receipt).map(({ attachment }) => attachment),
    remaining: waiting.length - fields.length, isLettingGo,
  };
  const heard = await tell<SyncAnswer>(`/visit/${visitId}/sync`, asked);
  if (heard.kind !== 'ok' || heard.value.wipe) return heard;
  const answer = heard.value;
  const refused = answer.rejected.map((one) => ({ ...one, value: fields.find(({ seq }) => seq === one.seq)?.value ?? null }));
  const gone = [...answer.acknowledged, ...refused.map(({ seq }) => seq)];
  if (fields.length > 0 && gone.length === 0) return { kind: 'away' }; // an answer that takes nothing would be asked again for ever
  await book.settle(visitId, (kept) => amended(kept, answer, refused), gone);
  return heard;
}

/** What the phone knows of the visit after an answer; the server's fields never go back behind what was known. */
function amended(kept: Kept, answer: SyncAnswer, refused: Kept['rejected']): Kept {
  const known = new Map(kept.pack.fields.map((field) => [field.path, field]));
  for (const field of answer.fields) if (field.revision >= (known.get(field.path)?.revision ?? 0)) known.set(field.path, field);
  const visit = { ...kept.pack.visit, state: answer.state };
  return {
    ...kept, pack: { ...kept.pack, visit, fields: [...known.values()], revision: answer.revision, wanted: answer.wanted, lacks: answer.lacks },
    conflicts: answer.conflicts, rejected: [...kept.rejected, ...refused], notice: answer.notice || kept.notice, skewMs: answer.skewMs, syncedAt: answer.serverAt,
  };
}

/** 可以取下: everything has arrived, nothing is contested or was refused, and the visit lacks nothing or is over. */
function mayLetGo(book: Notebook, visitId: string): boolean {
  const kept = book.visits.get(visitId);
  if (!kept || book.unsent(visitId) > 0 || kept.rejected.length > 0 || kept.notice) return false;
  return isOver(kept.pack.visit.state) || (kept.pack.lacks.length === 0 && !kept.pack.fields.some(isContested));
}
