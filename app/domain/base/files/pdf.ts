import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import { Refusal } from '#app/platform/refusal.ts';
import { mostUnfolded } from './model.ts';

/** What a paper has no use for: programs, starting others, files inside, moving pictures. */
const active = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)\b/;

/**
 * 查验 PDF: begins and ends as one and is nothing else besides; not locked; claims no active content; unfolds to no more than a
 * scan would. Gives the number of pages where it can be read off. This looks at claims: the scanner looks for malware.
 */
export async function inspectPdf(content: Buffer): Promise<number | null> {
  const text = content.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) throw new Refusal('file-damaged', 400);
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || text.slice(end + 5).trim().replaceAll('\0', '') !== '' || !text.includes('startxref')) throw new Refusal('file-damaged', 400);
  if (isArchiveToo(content)) throw new Refusal('file-two-in-one', 400);
  const names = plainNames(text);
  if (/\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(names)) throw new Refusal('file-locked', 400);
  if (active.test(names)) throw new Refusal('file-active', 400);
  await refuseBombs(content, text);
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  return pages > 0 ? pages : null;
}

/** Names may hide letters as #4A; here they are spelt out. */
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const archiveEnd = Buffer.from('PK\u0005\u0006', 'latin1');
const archiveEndLength = 22;

/** An archive is read from its end, and what follows its end counts as its comment: a PDF can hide there, and the archive in it. */
function isArchiveToo(content: Buffer): boolean {
  const furthest = Math.max(0, content.length - archiveEndLength - 0xffff);
  for (let at = content.lastIndexOf(archiveEnd); at >= furthest; at = content.lastIndexOf(archiveEnd, at - 1)) {
    if (at + archiveEndLength <= content.length && at + archiveEndLength + content.readUInt16LE(at + 20) === content.length) return true;
    if (at === 0) return false;
  }
  return false;
}

/** Each folded part is unfolded and thrown away again, until one or all of them are too large. */
async function refuseBombs(content: Buffer, text: string): Promise<void> {
  let all = 0;
  let until = 0;
  for (const from of foldedParts(content, text)) {
    if (until < from) until = text.indexOf('endstream', from); // the end that was found for the part before may be this one's too
    if (until < 0) until = content.length;
    all += await unfolded(content.subarray(from, until));
    if (all > mostUnfolded.all) throw new Refusal('file-unfolds', 400);
  }
}

/** Where folded parts begin; nobody's paper has as many as a small file could claim. */
function foldedParts(content: Buffer, text: string): number[] {
  const begins: number[] = [];
  for (const { index, 0: word } of text.matchAll(/\bstream\r?\n/g)) {
    if (isFolded(content, index + word.length)) begins.push(index + word.length);
    if (begins.length > mostUnfolded.parts) throw new Refusal('file-unfolds', 400);
  }
  return begins;
}

/** Whether the two bytes that begin every zlib stream stand here. */
function isFolded(content: Buffer, at: number): boolean {
  return at + 2 < content.length && (content[at]! & 0x0f) === 8 && content.readUInt16BE(at) % 31 === 0;
}

async function unfolded(part: Buffer): Promise<number> {
  let size = 0;
  const count = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > mostUnfolded.part) throw new Refusal('file-unfolds', 400);
    }
  };
  await pipeline(Readable.from([part]), createInflate({ chunkSize: 256 * 1024 }), count).catch((error: unknown) => {
    if (error instanceof Refusal) throw error; // what cannot be unfolded to its end is the viewer's to judge
  });
  return size;
}
