import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asDiskRefusal } from '#app/domain/base/files/disk.ts';
import { config } from '#app/platform/config.ts';
import { isId } from '#app/platform/is-id.ts';
import type { Format } from './model.ts';

function folder(): string {
  return join(config().FILES_DIR, 'exports');
}

/** Where the file of an export lies. */
export function pathOf(id: string, format: Format): string {
  if (!isId(id)) throw new Error('An export is named by its id.');
  return join(folder(), `${id}.${format}`);
}

/** 写成: a file is there wholly or not at all; what an interrupted writer left is overwritten. Answers its size. */
export async function writeWhole(id: string, format: Format, write: (file: FileHandle) => Promise<void>): Promise<number> {
  const path = pathOf(id, format);
  const unfinished = `${path}.part`;
  try {
    await mkdir(folder(), { recursive: true, mode: 0o700 });
    const file = await open(unfinished, 'w', 0o600);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return (await stat(path)).size;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw asDiskRefusal(error);
  }
}

/** The file as a stream. */
export function readWritten(id: string, format: Format) {
  return createReadStream(pathOf(id, format));
}

/** Takes the file away; one that is gone already is fine. */
export async function removeFile(id: string, format: Format): Promise<void> {
  await rm(pathOf(id, format), { force: true });
}

/** Leftovers of writers that died and were never begun again. */
export async function removeUnfinished(before: number): Promise<void> {
  for (const name of await readdir(folder()).catch(() => [])) {
    const path = join(folder(), name);
    const found = await stat(path).catch(() => undefined);
    if (name.endsWith('.part') && found && found.mtimeMs < before) await rm(path, { force: true });
  }
}
