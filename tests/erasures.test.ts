import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { type Db, openDb } from '#app/db/db.server.ts';
import { prepareDatabase } from '#app/db/prepare.ts';
import { eraseChild } from '#app/domain/children/identity/erase-child.ts';
import { noteErasure, readErasures } from '#app/domain/children/identity/erasure-list.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { replayErasures } from '#app/domain/children/identity/replay-erasures.ts';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { system } from '#app/platform/ctx.ts';
import { makeBackup } from '../scripts/backup/make.ts';
import { restoreBackup } from '../scripts/backup/restore.ts';
import { workerDatabase } from './worker-database.ts';
import { binhu, ctxOf, person, today } from './world.ts';

process.env.ERASURES_FILE = path.join(mkdtempSync(path.join(tmpdir(), 'tongyou-erasures-')), 'erasures.txt');

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-erasures-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function anEmptyDatabase() {
  const name = `erased_${randomBytes(6).toString('hex')}`;
  const { adminUrl } = inject('postgres');
  onTestFinished(async () => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query(`drop database if exists ${name} with (force)`).finally(() => admin.end());
  });
  return prepareDatabase(adminUrl, name, { migrator: 'tests', app: 'tests' });
}

const guardian = (db: Db) => ctxOf(db, person('guardian', binhu, 'mother'));
const yes = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };
const kid = (name: string) => ({ name, nickname: '小雨点', birthday: '2017-03-01', relation: 'mother' as const, ...yes });

test('CN-04, CN-08: a backup shows no name of a child, and when it is restored whoever was erased since is erased again', { timeout: 120_000 }, async () => {
  const urls = await workerDatabase();
  const { db, close } = openDb(urls.appUrl, 2);
  onTestFinished(close);
  const [gone, stays] = [await registerChild(guardian(db), kid('李晴川')), await registerChild(guardian(db), kid('李乐天'))];
  const { folder, list } = await makeBackup(urls, aFolder(), today);
  const kept = list.tables.filter(({ schema }) => schema === 'identity');
  expect(kept.find(({ name }) => name === 'children')?.rows).toBe(2);
  const dump = list.tables.map(({ file }) => gunzipSync(readFileSync(path.join(folder, file))).toString('utf8')).join('');
  expect(dump).toContain(gone);
  expect(dump).not.toMatch(/李晴川|李乐天|小雨点|2017-03-01/);

  await eraseChild(guardian(db), gone);
  await noteErasure(gone, today);
  const restored = await anEmptyDatabase();
  await restoreBackup(restored, folder);
  const other = openDb(restored.appUrl, 2);
  onTestFinished(other.close);
  const ctx = ctxOf(other.db, system);
  expect(await mayProcess(ctx, gone, 'registration'), 'the backup is older').toBe(true);
  expect(await readErasures()).toContain(gone);
  expect(await replayErasures(ctx, await readErasures())).toBe(1);
  expect([await mayProcess(ctx, gone, 'registration'), await mayProcess(ctx, stays, 'registration')]).toEqual([false, true]);
  expect((await other.db.execute(sql`select event from outbox where subject_id = ${gone}`)).rows, 'the other rooms follow at the start').toContainEqual({ event: 'child.erased' });
  expect(await replayErasures(ctx, await readErasures()), 'a second time there is nothing to do').toBe(0);
  await expect(replayErasures(guardian(other.db), [stays])).rejects.toThrow('not-allowed');
});
