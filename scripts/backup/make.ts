import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Prepared } from '#app/db/prepare.ts';
import { readStored } from '#app/domain/base/files/storage.ts';
import { keyFrom, pack, signed } from './pack.ts';
import { lineDigest } from './line-digest.ts';
import { type List, listName, signatureName } from './list.ts';
import { fullName, migrationsOf, quoted, tablesOf } from './tables.ts';

type Hear = (done: number, all: number, what: 'tables' | 'files') => void;

/** 备份: database and files into one folder. It bears a half name until everything is on the disk: a backup is whole or is none. */
export async function makeBackup(urls: Prepared, into: string, now: Date, words?: string, hear: Hear = () => undefined): Promise<{ folder: string; list: List }> {
  await mkdir(into, { recursive: true, mode: 0o700 });
  await clearHalves(into);
  const name = `tongyou-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const half = path.join(into, `.half-${process.pid}-${name}`);
  await mkdir(path.join(half, 'tables'), { recursive: true, mode: 0o700 });
  await mkdir(path.join(half, 'files'), { mode: 0o700 });
  const salt = randomBytes(16).toString('hex');
  const key = keyFrom(words, salt);
  const database = await copyTables(urls, half, key, hear);
  const stored = await copyFiles(database.keys, half, key, hear);
  const list: List = {
    kind: 'tongyou-backup', version: 1, madeAt: now.toISOString(), migrations: database.migrations, isEncrypted: key !== undefined, salt, tables: database.tables, ...stored,
  };
  const text = JSON.stringify(list, null, 1);
  await writeFile(path.join(half, signatureName), signed(key, text), { mode: 0o600, flush: true });
  await writeFile(path.join(half, listName), text, { mode: 0o600, flush: true });
  const folder = path.join(into, name);
  await rename(half, folder);
  const above = await open(into);
  await above.sync().finally(() => above.close());
  return { folder, list };
}

/** What a killed backup left behind. */
async function clearHalves(into: string) {
  for (const name of readdirSync(into).filter((each) => each.startsWith('.half-'))) {
    if (!existsSync(`/proc/${name.split('-')[1]}`)) await rm(path.join(into, name), { recursive: true, force: true });
  }
}

/** Every table as it was at one and the same moment. */
async function copyTables({ migratorUrl }: Prepared, half: string, key: Buffer | undefined, hear: Hear) {
  const client = new pg.Client({ connectionString: migratorUrl, application_name: 'tongyou backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const found = await tablesOf(client);
    const tables: List['tables'] = [];
    for (const table of found) {
      const file = `tables/${table.schema}.${table.name}.gz`;
      const digest = lineDigest();
      const stream = client.query(copyTo(`copy ${fullName(table)} (${table.columns.map(quoted).join(', ')}) to stdout`));
      const packed = await pack(stream, path.join(half, file), key, digest.see);
      tables.push({ ...table, ...digest.read(), file, ...packed });
      hear(tables.length, found.length, 'tables');
    }
    const { rows: keys } = await client.query<{ key: string }>(`select sha256 as key from files union select thumbnail_key from files where thumbnail_key is not null
      union select original_key from files where original_key is not null order by 1`);
    return { tables, keys: keys.map((row) => row.key), migrations: await migrationsOf(client) };
  } finally {
    await client.end();
  }
}

/** Files after the tables, so that every file the tables name is there; content never changes under its hash. */
async function copyFiles(keys: readonly string[], half: string, key: Buffer | undefined, hear: Hear): Promise<Pick<List, 'files' | 'missing'>> {
  const files: List['files'] = [];
  const missing: string[] = [];
  for (const each of keys) {
    const file = `files/${each}`;
    const stream = await readStored(each).catch(() => undefined);
    const packed = stream && (await pack(stream, path.join(half, file), key).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && error.path !== path.join(half, file)) return undefined;
      throw error;
    }));
    if (packed && packed.sha256 === each) files.push({ key: each, file, ...packed });
    else missing.push(each);
    hear(files.length + missing.length, keys.length, 'files');
  }
  return { files, missing };
}
