import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from '#app/platform/config.ts';

const listFile = () => config().ERASURES_FILE || path.join(config().FILES_DIR, 'erasures.txt');

/** 库外的删除清单: one opaque id a line with its moment, in a file beside the database, which a restored backup cannot take back. */
export async function noteErasure(childId: string, now: Date): Promise<void> {
  const file = listFile();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, `${childId} ${now.toISOString()}\n`, { mode: 0o600, flush: true });
}

/** The ids of the list; none when there is no list. */
export async function readErasures(): Promise<string[]> {
  const text = await readFile(listFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/.exec(line)?.[0] ?? []);
}
