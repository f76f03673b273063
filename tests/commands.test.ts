import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { sealRecords } from '#app/domain/base/records/seal.ts';
import { change } from '#app/platform/change.ts';
import type { TestServer } from './postgres.ts';
import { workerDatabase } from './worker-database.ts';
import { as, binhu, ctxOf } from './world.ts';

/** A command of the house as an operator types it, on a database of its own. */
function typed({ adminUrl, appUrl }: TestServer, script: string, words: string[] = [], input = '') {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { ...process.env, DATABASE_URL: adminUrl, DATABASE_APP_URL: appUrl, FILES_DIR: folder, DEMO: 'no', LOG_LEVEL: 'silent' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve('scripts', script), ...words], { env, input, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

async function ask(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

describe('the commands of an operator', () => {
  test('admin:first makes the first administrator and two links, once', async () => {
    const urls = await workerDatabase();
    const lines = ['王宁', 'wangning', 'kites over the lake', '李敏', '赵强', ''].join('\n');
    const weak = typed(urls, 'admin-first.ts', [], lines.replace('kites over the lake', 'password'));
    expect(weak).toMatchObject({ status: 1, said: expect.stringMatching(/password：密码至少 10 位.* · A password/) });
    const made = typed(urls, 'admin-first.ts', [], lines);
    expect(made).toMatchObject({ status: 0, said: expect.stringContaining('系统管理员已设立') });
    expect(made.said.match(/\/account\/invitation\/\S+/g)).toHaveLength(2);
    expect(made.said).not.toContain('kites over the lake');
    expect(await ask(urls.adminUrl, `select u.username, g.role, g.region_code from users u join role_grants g on g.user_id = u.id`)).toEqual([{ username: 'wangning', role: 'system-admin', region_code: '*' }]);
    expect(typed(urls, 'admin-first.ts', [], lines)).toMatchObject({ status: 1, said: expect.stringContaining('首位管理员已经设立') });
  });

  test('maintenance closes and opens the house', async () => {
    const urls = await workerDatabase();
    expect(typed(urls, 'maintenance.ts').said).toContain('正常服务');
    expect(typed(urls, 'maintenance.ts', ['on', '--until', '2099-01-01T08:00', '--note', '更换服务器']).said).toContain('until 2099-01-01 08:00:00');
    expect(await ask(urls.adminUrl, `select note from maintenance`)).toEqual([{ note: '更换服务器' }]);
    expect(typed(urls, 'maintenance.ts', ['on', '--until', 'tomorrow'])).toMatchObject({ status: 1, said: expect.stringContaining('北京时间') });
    expect(typed(urls, 'maintenance.ts', ['off']).said).toContain('正常服务');
  });

  test('records:verify ends with 0 when nothing was altered, and with 1 naming the place when one letter was', async () => {
    const urls = await workerDatabase();
    const { db, close } = openDb(urls.appUrl, 2);
    onTestFinished(close);
    await change(as(db, 'government-officer', binhu), (tx) => tx.record('application.started', { id: 'x', regionCode: binhu }, { name: '滨湖' }));
    await sealRecords(ctxOf(db));
    expect(typed(urls, 'records-verify.ts')).toMatchObject({ status: 0, said: expect.stringContaining('nothing was altered') });
    await ask(urls.adminUrl, 'set session_replication_role = replica', `update records set facts = '{"name": "滨河"}' where subject_id = 'x'`);
    expect(typed(urls, 'records-verify.ts')).toMatchObject({ status: 1, said: expect.stringMatching(/记录与封存时不一样：340111\/1 /) });
  });
});
