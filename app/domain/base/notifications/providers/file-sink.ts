import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Provider } from './provider.ts';

export type Sunk = { key: string; channel: string; to: string; subject: string; text: string; kind: string };

/** 写入文件: sends nothing; the letter lies in a folder, where the demonstration shows it. */
export function fileSink(channel: string, folder: string): Provider {
  return {
    name: 'file',
    async send({ key, to, subject, text, kind }) {
      const letter: Sunk = { key, channel, to, subject, text, kind };
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, `${key.replaceAll(/[^\w-]/g, '_')}.json`), JSON.stringify(letter, null, 2), { mode: 0o600 });
      return { is: 'accepted', reference: '' };
    },
  };
}

/** The newest letters in the folder; keys begin with their time. */
export async function readSink(folder: string, most: number): Promise<Sunk[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const newest = names.filter((name) => name.endsWith('.json')).toSorted().toReversed().slice(0, most);
  return Promise.all(newest.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Sunk));
}
