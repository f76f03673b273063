import type { Attachment, AttachmentKind, Place } from '#app/domain/pilot/visits/package.ts';
import type { Note } from './notebook.ts';
import { fingerprint } from '#app/enhance/phone/safe.ts';

/** 在哪里: when the person allows it and the phone finds out within some seconds. */
export function whereAmI(): Promise<Place | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null);
    setTimeout(() => resolve(null), 6000);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 5500, maximumAge: 60_000 },
    );
  });
}

/** 附件: the bytes with their fingerprint, as they will be sent. */
export async function attachmentOf(visitId: string, blob: Blob, kind: AttachmentKind, at: string, place: Place | null): Promise<{ note: Note; bytes: ArrayBuffer }> {
  const bytes = await blob.arrayBuffer();
  const attachment: Attachment = { sha256: await fingerprint(bytes), kind, mediaType: blob.type.split(';')[0]!, size: bytes.byteLength, at, place };
  return { note: { id: crypto.randomUUID(), visitId, attachment, receipt: null }, bytes };
}

const longestVoice = 600;
const speechBits = 24_000;

export const canRecord = () => 'MediaRecorder' in globalThis && Boolean(navigator.mediaDevices);

/** 录音: speech in a small format; stops by itself after ten minutes. */
export async function record(tick: (seconds: number) => void): Promise<{ stop: () => void; done: Promise<{ blob: Blob; seconds: number }> }> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const mimeType = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'].find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: speechBits, ...(mimeType ? { mimeType } : {}) });
  const pieces: Blob[] = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const stop = () => recorder.state !== 'inactive' && recorder.stop();
  const clock = setInterval(() => {
    tick(seconds());
    if (seconds() >= longestVoice) stop();
  }, 500);
  const done = new Promise<{ blob: Blob; seconds: number }>((resolve) => {
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    recorder.addEventListener('stop', () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      resolve({ blob: new Blob(pieces, { type: recorder.mimeType || 'audio/webm' }), seconds: Math.round(seconds()) });
    });
  });
  recorder.start();
  return { stop, done };
}
