import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '#app/platform/config.ts';
import { asDiskRefusal } from './disk.ts';
import type { Store } from './storage.ts';

/** 本机磁盘: a file for each content under FILES_DIR, synced before anybody is told that it is kept. */
export const diskStore: Store = {
  write: (key, content) =>
    write(key, content).catch((error: unknown) => {
      throw asDiskRefusal(error);
    }),
  sizeOf: (key) => stat(pathOf(key)).then((found) => found.size, () => undefined),
  read: async (key, range) => createReadStream(pathOf(key), range),
  remove: (key) => rm(pathOf(key), { force: true }),
};

async function write(key: string, content: Buffer): Promise<void> {
  const path = pathOf(key);
  const isThere = await access(path).then(() => true, () => false);
  if (isThere) return;
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
}

/** The path of a key, which is hexadecimal and nothing else. */
export function pathOf(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('A key is a SHA-256.');
  return join(config().FILES_DIR, key.slice(0, 2), key.slice(2, 4), key);
}
