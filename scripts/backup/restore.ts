import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { sentence } from '#app/db/embedded-place.ts';
import { migrate, migrationsFolder } from '#app/db/migrate.ts';
import type { Prepared } from '#app/db/prepare.ts';
import { place } from '#app/domain/base/files/storage.ts';
import { lineDigest } from './line-digest.ts';
import { isSigned, keyFrom, unpack } from './pack.ts';
import { List, listName, signatureName } from './list.ts';
import { fullName, migrationsOf, quoted, setSequences } from './tables.ts';

type Hear = (done: number, all: number, what: 'tables' | 'files') => void;

/** 恢复 a backup into an empty database, then compares every table and file with the list, hash by hash. */
export async function restoreBackup(urls: Prepared, folder: string, words?: string, hear: Hear = () => undefined): Promise<List> {
  const { list, key } = await readList(folder, words);
  await fitting(urls, list);
  await migrateAsOf(urls, list);
  await withOwner(urls, (client) => fillTables(client, folder, list, key, hear));
  for (const [at, { key: name, file, sha256 }] of list.files.entries()) {
    const through = new PassThrough();
    const [content] = await Promise.all([buffer(through), unpack(path.join(folder, file), key, through)]);
    if (createHash('sha256').update(content).digest('hex') !== sha256 || (await place(content)) !== name) throw damaged(file);
    hear(at + 1, list.files.length, 'files');
  }
  await migrate(urls.migratorUrl);
  return list;
}

const damaged = (file: string) => sentence(`备份里的 ${file} 与清单不一致`, `${file} of the backup is not what its list says`);

async function readList(folder: string, words?: string): Promise<{ list: List; key: Buffer | undefined }> {
  const text = await readFile(path.join(folder, listName), 'utf8').catch(() => {
    throw sentence(`${folder} 不是完整的备份：没有 ${listName}`, `${folder} is no whole backup: it has no ${listName}`);
  });
  const list = List.parse(JSON.parse(text));
  if (list.isEncrypted && !words) throw sentence('这份备份是加密的，请设置 BACKUP_KEY', 'this backup is encrypted: set BACKUP_KEY');
  // Whoever can write to the folder could put an open list in the place of a sealed one.
  if (!list.isEncrypted && words) {
    throw sentence('这份备份没有加密，BACKUP_KEY 不能证明它没有被换过。确定要用它，请去掉 BACKUP_KEY 再恢复', 'this backup is not encrypted, so BACKUP_KEY cannot vouch for it: to restore it all the same, unset BACKUP_KEY');
  }
  const key = list.isEncrypted ? keyFrom(words, list.salt) : undefined;
  const signature = await readFile(path.join(folder, signatureName), 'utf8');
  if (!isSigned(key, text, signature)) throw sentence('BACKUP_KEY 不对，或者备份的清单被改过', 'BACKUP_KEY is not the right one, or the list of the backup was altered');
  return { list, key };
}

async function withOwner<T>({ migratorUrl }: Prepared, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: migratorUrl, application_name: 'tongyou restore' });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

const journalName = 'meta/_journal.json';
type Journal = { entries: { when: number }[] };
const readJournal = () => JSON.parse(readFileSync(path.join(migrationsFolder, journalName), 'utf8')) as Journal;

/** Only into an empty database, and never from a later version of the program. */
async function fitting(urls: Prepared, list: List) {
  const { rows } = await withOwner(urls, (client) => client.query(`select 1 from pg_tables where schemaname = 'public' limit 1`));
  if (rows.length > 0) throw sentence('数据库不是空的，只能恢复到空的数据库里', 'the database is not empty: a backup is restored into an empty one only');
  const known = new Set(readJournal().entries.map((entry) => entry.when));
  if (!list.migrations.every((moment) => known.has(moment))) {
    throw sentence('这份备份来自更新的版本，请先把程序更新到那个版本', 'this backup comes from a later version of the program: update the program first');
  }
}

/** The schema as it was when the backup was made; what came later follows after the content. */
async function migrateAsOf(urls: Prepared, list: List) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-migrations-'));
  try {
    cpSync(migrationsFolder, folder, { recursive: true });
    const journal = readJournal();
    const last = Math.max(...list.migrations);
    writeFileSync(path.join(folder, journalName), JSON.stringify({ ...journal, entries: journal.entries.filter((entry) => entry.when <= last) }));
    await migrate(urls.migratorUrl, { folder, withRights: false });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const there = await withOwner(urls, migrationsOf);
  if (there.join() !== list.migrations.join()) throw sentence('数据表的版本与备份不一致', 'the tables are not of the version of the backup');
}

async function fillTables(client: pg.Client, folder: string, list: List, key: Buffer | undefined, hear: Hear) {
  await client.query('begin');
  for (const [at, table] of list.tables.entries()) {
    const columns = table.columns.map(quoted).join(', ');
    await client.query(`delete from ${fullName(table)}`);
    const seen = await unpack(path.join(folder, table.file), key, client.query(copyFrom(`copy ${fullName(table)} (${columns}) from stdin`)));
    if (seen.sha256 !== table.sha256) throw damaged(table.file);
    const there = lineDigest();
    await pipeline(client.query(copyTo(`copy ${fullName(table)} (${columns}) to stdout`)), there.into());
    if (there.read().rows !== table.rows || there.read().lines !== table.lines) throw damaged(table.file);
    hear(at + 1, list.tables.length, 'tables');
  }
  await setSequences(client);
  await client.query('commit');
  await client.query('analyze');
}
