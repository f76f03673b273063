import { crc32, deflateSync } from 'node:zlib';

/** 点阵图: black and white squares as PNG, for programs that show no SVG. */
export function pngOf(squares: readonly (readonly boolean[])[], scale: number): Uint8Array<ArrayBuffer> {
  const width = squares.length * scale;
  const line = (row: readonly boolean[]) => Buffer.from([0, ...row.flatMap((isBlack) => Array<number>(scale).fill(isBlack ? 0 : 255))]);
  const pixels = Buffer.concat(squares.flatMap((row) => Array<Buffer>(scale).fill(line(row))));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(width, 4);
  head.set([8, 0, 0, 0, 0], 8); // eight bits of grey
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}
