import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { pathOf } from '#app/domain/base/exports/place.ts';
import { listExports } from '#app/domain/base/exports/tables.server.ts';
import { writeExport } from '#app/domain/base/exports/write.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { ctxOfJob } from '../ctx-of-job.ts';
import { lists } from './all.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongyou-killed-'));
Object.assign(process.env, { FILES_DIR: folder, DEMO: 'yes' });

test('A writer killed in the middle leaves no file to fetch; the next one writes it whole', async () => {
  const { appUrl } = await workerDatabase();
  const { db, close } = openDb(appUrl, 4);
  await db.insert(users).values({ id: 'office', name: 'office', email: 'office@example.cn' });
  await db.insert(roleGrants).values({ userId: 'office', role: 'programme-officer', regionCode: '*', grantedBy: 'x', grantedAt: new Date() });
  const [order] = await db.insert(listExports).values({ ownerId: 'office', list: 'regions', search: '', format: 'csv', locale: 'zh-CN', orderedAt: new Date() }).returning({ id: listExports.id });
  const { id } = order!;

  // The child stops for ever after its first rows: it is in the middle, with the lock held and a part on the disk.
  const program = `
    import { openDb } from '#app/db/db.server.ts';
    import { writeExport } from '#app/domain/base/exports/write.ts';
    import { ctxOfJob } from '#app/jobs/ctx-of-job.ts';
    import { lists } from '#app/jobs/lists/all.ts';
    const { db } = openDb(process.env.URL, 4);
    const regions = { ...lists.regions, async *rows(ctx, search) { for await (const rows of lists.regions.rows(ctx, search)) { yield rows; await new Promise((done) => setTimeout(done, 600000)); } } };
    await writeExport(ctxOfJob(db), { ...lists, regions }, ${JSON.stringify(id)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, URL: appUrl }, stdio: 'ignore' });
  const part = `${pathOf(id, 'csv')}.part`;
  await expect.poll(() => existsSync(part) && readFileSync(part).length).toBeGreaterThan(1000).finally(() => child.kill('SIGKILL'));
  expect(existsSync(pathOf(id, 'csv'))).toBe(false);
  expect(await db.select({ state: listExports.state }).from(listExports).where(eq(listExports.id, id))).toEqual([{ state: 'waiting' }]);

  const [one, two] = await Promise.all([writeExport(ctxOfJob(db), lists, id), writeExport(ctxOfJob(db), lists, id)]);
  expect([one, two]).toEqual(['ready', 'ready']);
  const [ready] = await db.select().from(listExports).where(eq(listExports.id, id));
  const lines = readFileSync(pathOf(id, 'csv'), 'utf8').trimEnd().split('\r\n');
  expect([ready?.state, ready?.rows]).toEqual(['ready', lines.length - 1]);
  expect(lines.length).toBeGreaterThan(10_000);
  await close();
});
