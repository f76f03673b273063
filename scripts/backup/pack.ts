import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sentence } from '#app/db/embedded-place.ts';

const [nonceLength, tagLength] = [12, 16];

/** 备份密钥 from the words of BACKUP_KEY and the salt of one backup; nothing where the backup is not encrypted. */
export function keyFrom(words: string | undefined, salt: string): Buffer | undefined {
  return words ? scryptSync(words, Buffer.from(salt, 'hex'), 32) : undefined;
}

/** 封条: an encrypted backup's list of contents cannot be exchanged for another without the key. */
export function signed(key: Buffer | undefined, text: string): string {
  return key ? createHmac('sha256', key).update(text).digest('hex') : '';
}

export function isSigned(key: Buffer | undefined, text: string, signature: string): boolean {
  const [one, other] = [Buffer.from(signed(key, text)), Buffer.from(signature)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Counts and hashes what passes. */
function meter(see?: (piece: Buffer) => void) {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      see?.(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  return { through, read: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/** 装入: compressed, then encrypted if there is a key, and on the disk before we go on; gives the hash of the plain content. */
export async function pack(from: Readable, file: string, key: Buffer | undefined, see?: (piece: Buffer) => void): Promise<{ bytes: number; sha256: string }> {
  const plain = meter(see);
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  if (!key) {
    await pipeline(from, plain.through, createGzip({ level: 4 }), out);
    return plain.read();
  }
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = new Transform({
    transform: (piece: Buffer, _, done) => done(null, piece),
    flush(done) {
      this.push(cipher.getAuthTag());
      done();
    },
  });
  out.write(nonce);
  await pipeline(from, plain.through, createGzip({ level: 4 }), cipher, sealed, out);
  return plain.read();
}

/** 取出 into a stream, and the hash of what came out; content that was altered ends in an error before the last byte. */
export async function unpack(file: string, key: Buffer | undefined, into: Writable): Promise<{ bytes: number; sha256: string }> {
  const plain = meter();
  try {
    if (key) await pipeline(await opened(file, key), createGunzip(), plain.through, into);
    else await pipeline(createReadStream(file), createGunzip(), plain.through, into);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_') || /authenticate/.test(message)) throw sentence(`备份里的 ${file} 已损坏，或者 BACKUP_KEY 不对`, `${file} of the backup is damaged, or BACKUP_KEY is not the right one`);
    throw error;
  }
  return plain.read();
}

async function opened(file: string, key: Buffer): Promise<Readable> {
  const { size } = await stat(file);
  const handle = await open(file);
  const [nonce, tag] = [Buffer.alloc(nonceLength), Buffer.alloc(tagLength)];
  await handle.read(nonce, 0, nonceLength, 0);
  await handle.read(tag, 0, tagLength, size - tagLength);
  await handle.close();
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(tag);
  const end = size - tagLength - 1;
  const body = end < nonceLength ? Readable.from([]) : createReadStream(file, { start: nonceLength, end });
  body.once('error', (error: Error) => decipher.destroy(error));
  return body.pipe(decipher);
}
