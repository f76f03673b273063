import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { asDiskRefusal } from './disk.ts';
import { uploadsFolder, uploadsWaitMs } from './uploads.ts';

/** 上传的落脚处: pieces as files; a disk that takes nothing is told as what it is, which the library would call its own fault. */
export async function openUploadStore(): Promise<FileStore> {
  const directory = uploadsFolder();
  await mkdir(directory, { recursive: true });
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: uploadsWaitMs });
  store.write = async (readable: Readable, id: string, offset: number) => {
    const file = createWriteStream(join(directory, id), { flags: 'r+', start: offset });
    await pipeline(readable, file).catch((error: unknown) => {
      throw asDiskRefusal(error);
    });
    return offset + file.bytesWritten;
  };
  return store;
}
