import { strFromU8, unzipSync } from 'fflate';
import { Refusal } from '#app/platform/refusal.ts';
import { largest } from './model.ts';

/** What an office file of ours never holds: programs, other files, figures fetched from other workbooks. */
const unwelcome = /vbaProject|\/activeX\/|\/embeddings\/|externalLinks\//i;

/** How .doc, .xls, .wps, .et and files with a password begin, whatever they are called. */
const old = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * 打开来件: the XML parts of an office file. Sizes are added up before anything is unpacked, and what unpacks to more
 * than it claims is cut off at its claim.
 */
export function openPackage(content: Uint8Array, most: { packed: number; unpacked: number } = largest): Map<string, string> {
  const parts = new Map([...openParts(content, most)].map(([name, bytes]) => [name, strFromU8(bytes)]));
  if (/macroEnabled|ms-office\.vbaProject/i.test(parts.get('[Content_Types].xml') ?? '')) throw new Refusal('document-active', 422);
  return parts;
}

/** The same parts as bytes, for what is too large to be one text. */
export function openParts(content: Uint8Array, most: { packed: number; unpacked: number }): Map<string, Uint8Array> {
  if (content.byteLength > most.packed) throw new Refusal('document-too-big', 413);
  if (old.every((byte, at) => content[at] === byte)) throw new Refusal('document-old', 400);
  if (content[0] !== 0x50 || content[1] !== 0x4b) throw new Refusal('document-damaged', 400);
  let entries = 0;
  let unpacked = 0;
  let found: Record<string, Uint8Array>;
  try {
    found = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        unpacked += originalSize;
        if (entries > largest.entries || unpacked > most.unpacked) throw new Refusal('document-too-heavy', 422);
        if (unwelcome.test(name)) throw new Refusal('document-active', 422);
        return /\.(xml|rels)$/i.test(name);
      },
    });
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('document-damaged', 400);
  }
  return new Map(Object.entries(found));
}
