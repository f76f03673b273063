import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';

/**
 * 行摘要: one value for all lines of a table, whatever their order: where a row lies on the disk is the server's business.
 * The hashes of the lines are added up, eight numbers of 32 bits side by side.
 */
export function lineDigest() {
  const sums = new Uint32Array(8);
  let count = 0;
  let rest: Buffer = Buffer.alloc(0);
  const take = (line: Buffer) => {
    const hash = createHash('sha256').update(line).digest();
    for (let at = 0; at < 8; at += 1) sums[at] = (sums[at]! + hash.readUInt32LE(at * 4)) >>> 0;
    count += 1;
  };
  const see = (piece: Buffer) => {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      const head = piece.subarray(from, end);
      take(rest.length > 0 ? Buffer.concat([rest, head]) : head);
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    if (from < piece.length) rest = Buffer.concat([rest, piece.subarray(from)]);
  };
  return {
    see,
    into: () => new Writable({ write: (piece: Buffer, _, done) => (see(piece), done()) }),
    read: () => ({ rows: count, lines: Buffer.from(sums.buffer).toString('hex') }),
  };
}
