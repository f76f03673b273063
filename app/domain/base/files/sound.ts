import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '#app/platform/refusal.ts';
import type { Inspected } from './inspect.ts';
import { largestFile, type SoundType } from './model.ts';

/** What telephones call a recording; a container that could hold a film too is taken as the sound it was recorded as. */
const kinds: Readonly<Record<string, SoundType>> = {
  'video/webm': 'audio/webm', 'audio/webm': 'audio/webm', 'video/mp4': 'audio/mp4', 'audio/mp4': 'audio/mp4', 'audio/x-m4a': 'audio/mp4', 'audio/ogg': 'audio/ogg', 'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/opus': 'audio/ogg', 'audio/mpeg': 'audio/mpeg', 'audio/wav': 'audio/wav',
};

/** 查验录音: by content, never by name; it is only ever sent out as sound. */
export async function inspectSound(content: Buffer): Promise<Inspected> {
  if (content.length === 0) throw new Refusal('file-empty', 400);
  if (content.length > largestFile) throw new Refusal('file-too-large', 413);
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const mediaType = kinds[found?.mime ?? ''];
  if (!mediaType) throw new Refusal('sound-kind-not-allowed', 415);
  return { content, mediaType, pages: null, thumbnail: null };
}
