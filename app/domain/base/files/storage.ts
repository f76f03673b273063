import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '#app/platform/config.ts';
import { asDiskRefusal } from './disk.ts';

/** 存放: content lies under its SHA-256, so equal content lies there once; a disk that takes nothing is told as what it is. */
export async function place(content: Buffer): Promise<string> {
  return write(content).catch((error: unknown) => {
    throw asDiskRefusal(error);
  });
}

async function write(content: Buffer): Promise<string> {
  const key = createHash('sha256').update(content).digest('hex');
  const path = pathOf(key);
  const isThere = await access(path).then(() => true, () => false);
  if (isThere) return key;
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${key}.${randomBytes(6).toString('hex')}`);
  const file = await open(temporary, 'wx');
  try {
    await file.writeFile(content);
    await file.sync(); // on the disk before anybody is told that it is kept
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
  return key;
}

/** The path of a key, which is hexadecimal and nothing else. */
export function pathOf(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('A key is a SHA-256.');
  return join(config().FILES_DIR, key.slice(0, 2), key.slice(2, 4), key);
}

/** 大小 in bytes; nothing when the content is not there. */
export async function sizeOf(key: string): Promise<number | undefined> {
  return stat(pathOf(key)).then((found) => found.size, () => undefined);
}

/** 读出: the content, whole or a piece of it, as a stream. */
export function readStored(key: string, range?: { start: number; end: number }) {
  return createReadStream(pathOf(key), range);
}
