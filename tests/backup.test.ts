import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { prepareDatabase } from '#app/db/prepare.ts';
import { place, readStored } from '#app/domain/base/files/storage.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { publishRoots } from '#app/domain/base/records/publish-roots.ts';
import { sealRecords } from '#app/domain/base/records/seal.ts';
import { verifyRecords } from '#app/domain/base/records/verify.ts';
import { change } from '#app/platform/change.ts';
import { makeBackup } from '../scripts/backup/make.ts';
import { restoreBackup } from '../scripts/backup/restore.ts';
import { aPdf } from './apply.ts';
import { aUser } from './cycle.ts';
import { workerDatabase } from './worker-database.ts';
import { as, binhu, ctxOf, person, today } from './world.ts';

const words = 'words that only this test knows';
const tomorrow = new Date('2026-09-02T02:00:00Z');

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database with records, a root, a queue and one stored file. */
async function aLivedInDatabase() {
  const urls = await workerDatabase();
  const { db, close } = openDb(urls.appUrl, 4);
  onTestFinished(close);
  await aUser(db, 'anna');
  const anna = ctxOf(db, person('government-officer', binhu, 'anna'));
  const file = await storeFile(anna, { name: '意见.pdf', content: aPdf('/Kept true') });
  const original = await place(Buffer.from('a photograph as the telephone took it'));
  await db.update(files).set({ originalKey: original });
  await change(anna, (tx) => tx.record('application.started', { id: 'x', regionCode: binhu }, { name: '制表符\t换行\n反斜杠\\', n: 1.5 }));
  await db.execute(sql`select graphile_worker.add_job('tell-somebody', '{"n":1}')`);
  await sealRecords(anna);
  await publishRoots(ctxOf(db, undefined, tomorrow));
  return { urls, db, file, keys: [file.sha256, original].toSorted() };
}

async function anEmptyDatabase() {
  const name = `restored_${randomBytes(6).toString('hex')}`;
  const { adminUrl } = inject('postgres');
  onTestFinished(async () => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query(`drop database if exists ${name} with (force)`).finally(() => admin.end());
  });
  return prepareDatabase(adminUrl, name, { migrator: 'tests', app: 'tests' });
}

/** The files of a list read back, as somebody would who has only the restored machine. */
async function content(key: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of await readStored(key)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('latin1');
}

/** Whether bytes can be read by anybody, without a key. */
function unpacks(bytes: Buffer): boolean {
  try {
    gunzipSync(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('a backup', () => {
  test('DB-10: restored into an empty database is the same, table by table and file by file, and works on', { timeout: 120_000 }, async () => {
    const { urls, db, file, keys } = await aLivedInDatabase();
    const { folder, list } = await makeBackup(urls, aFolder(), today, words);
    expect(list).toMatchObject({ isEncrypted: true, missing: [], files: keys.map((key) => ({ key })) });
    const open = [...list.tables, ...list.files].filter(({ file: each }) => {
      const lies = readFileSync(path.join(folder, each));
      return unpacks(lies) || unpacks(lies.subarray(12));
    });
    expect(open).toEqual([]);

    const restored = await anEmptyDatabase();
    await restoreBackup(restored, folder, words);
    const again = await makeBackup(restored, aFolder(), today);
    const hashes = (tables: typeof list.tables) => tables.map(({ schema, name, rows, lines }) => ({ table: `${schema}.${name}`, rows, lines }));
    const known = new Set(list.tables.map(({ name }) => name));
    expect(hashes(again.list.tables.filter(({ name }) => known.has(name)))).toEqual(hashes(list.tables));
    expect(again.list.files.map(({ key }) => key)).toEqual(keys);
    expect(await content(file.sha256)).toContain('/Kept true');

    const other = openDb(restored.appUrl, 2);
    onTestFinished(other.close);
    expect((await verifyRecords(other.db)).faults).toEqual([]);
    await change(as(other.db, 'government-officer', binhu), (tx) => tx.record('application.started', { id: 'y', regionCode: binhu }));
    expect(Number(await sealRecords(ctxOf(other.db, undefined, tomorrow)))).toBeGreaterThan(0);
    expect((await verifyRecords(other.db)).faults).toEqual([]);
    await other.db.execute(sql`select graphile_worker.add_job('tell-somebody', '{"n":2}')`);
    await expect(other.db.execute(sql`update records set event = ''`)).rejects.toMatchObject({ cause: { code: '42501' } });
    expect((await db.execute(sql`select 1 from records where subject_id = 'y'`)).rows).toEqual([]);
  });

  test('is refused by a database that holds something, without its key, and when one byte of it was altered', { timeout: 120_000 }, async () => {
    const { urls } = await aLivedInDatabase();
    const { folder, list } = await makeBackup(urls, aFolder(), today, words);
    await expect(restoreBackup(urls, folder, words)).rejects.toThrow('the database is not empty');
    const empty = await anEmptyDatabase();
    await expect(restoreBackup(empty, folder)).rejects.toThrow('set BACKUP_KEY');
    await expect(restoreBackup(empty, folder, 'another word altogether')).rejects.toThrow('not the right one');
    await expect(restoreBackup(empty, aFolder(), words)).rejects.toThrow('no whole backup');

    const name = path.join(folder, list.tables.find((table) => table.name === 'records')!.file);
    const bytes = readFileSync(name);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(name, bytes);
    await expect(restoreBackup(empty, folder, words)).rejects.toThrow(/damaged|not what its list says/);

    const listFile = path.join(folder, 'list.json');
    writeFileSync(listFile, readFileSync(listFile, 'utf8').replace('"rows": 0', '"rows": 1'));
    await expect(restoreBackup(await anEmptyDatabase(), folder, words)).rejects.toThrow('was altered');

    writeFileSync(listFile, JSON.stringify({ ...list, isEncrypted: false }));
    writeFileSync(path.join(folder, 'list.signature'), '');
    await expect(restoreBackup(await anEmptyDatabase(), folder, words)).rejects.toThrow('cannot vouch for it');
  });

  test('of a later program is refused in words', async () => {
    const { urls } = await aLivedInDatabase();
    const { folder } = await makeBackup(urls, aFolder(), today);
    const listFile = path.join(folder, 'list.json');
    const list = JSON.parse(readFileSync(listFile, 'utf8')) as { migrations: number[] };
    writeFileSync(listFile, JSON.stringify({ ...list, migrations: [...list.migrations, 9e12] }));
    await expect(restoreBackup(await anEmptyDatabase(), folder)).rejects.toThrow('later version');
  });

  test('killed in the middle leaves nothing that looks like a backup, and the next one clears up', { timeout: 120_000 }, async () => {
    const { urls } = await aLivedInDatabase();
    const into = aFolder();
    const program = `
      import { makeBackup } from './scripts/backup/make.ts';
      await makeBackup(JSON.parse(process.env.URLS), process.env.INTO, new Date(), undefined, (done) => done === 5 && new Promise(() => { process.stdout.write('half'); for (;;); }));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, URLS: JSON.stringify(urls), INTO: into }, stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(readdirSync(into)).toEqual([expect.stringMatching(/^\.half-/)]);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    await sleep(50);
    expect(readdirSync(into).filter((name) => name.startsWith('tongyou-'))).toEqual([]);
    const { folder } = await makeBackup(urls, into, today);
    expect(readdirSync(into)).toEqual([path.basename(folder)]);
  });
});
