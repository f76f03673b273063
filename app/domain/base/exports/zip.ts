import type { FileHandle } from 'node:fs/promises';
import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

const most = 0xffff_ffff;

/**
 * 压缩包, written into a file as it comes: sizes and checksum are put into the head of each part once they are known,
 * so that every reader takes it, also those that read from front to back.
 */
export async function zipFile(file: FileHandle) {
  const directory: Buffer[] = [];
  let at = 0;
  const append = async (bytes: Uint8Array) => {
    await file.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  };

  /** One part; `write` gives its text, piece by piece, and each piece waits until the one before is on its way. */
  async function part(name: string, write: (give: (text: string) => Promise<void>) => Promise<void>) {
    const begin = at;
    const label = Buffer.from(name);
    const sums = { crc: 0, packed: 0, plain: 0 };
    await append(Buffer.concat([headOf(0x0403_4b50, sums), sizeOf(label), label]));

    const deflate = createDeflateRaw({ level: 4, chunkSize: 256 * 1024 });
    const packed = (async () => {
      for await (const piece of deflate as AsyncIterable<Buffer>) {
        sums.packed += piece.length;
        await append(piece);
      }
    })();
    packed.catch(() => deflate.destroy());
    await write(async (text) => {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.plain += bytes.length;
      if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), packed]);
    });
    deflate.end();
    await packed;
    if (Math.max(sums.plain, at) > most) throw new Error('A part of the archive is larger than 4 GB.');

    const head = headOf(0x0403_4b50, sums);
    await file.write(head, 0, head.length, begin);
    directory.push(Buffer.concat([centralOf(sums), sizeOf(label), tailOf(begin), label]));
  }

  async function end() {
    const begin = at;
    for (const entry of directory) await append(entry);
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x0605_4b50, 0);
    tail.writeUInt16LE(directory.length, 8);
    tail.writeUInt16LE(directory.length, 10);
    tail.writeUInt32LE(at - begin, 12);
    tail.writeUInt32LE(begin, 16);
    await append(tail);
  }
  return { part, end };
}

type Sums = { crc: number; packed: number; plain: number };
const firstDay = 0x21; // 1980-01-01: the file tells nothing about when it was made

function headOf(mark: number, { crc, packed, plain }: Sums): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt32LE(mark, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(0x0800, 6); // names are UTF-8
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(firstDay, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(plain, 22);
  return head;
}

function centralOf(sums: Sums): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(20, 0);
  const head = headOf(0x0201_4b50, sums);
  return Buffer.concat([head.subarray(0, 4), made, head.subarray(4)]);
}

/** The length of the name, and none of anything else. */
function sizeOf(label: Buffer): Buffer {
  const sizes = Buffer.alloc(4);
  sizes.writeUInt16LE(label.length, 0);
  return sizes;
}

function tailOf(begin: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(begin, 10);
  return tail;
}
