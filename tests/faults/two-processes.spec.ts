import { type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import { type Db, openDb } from '#app/db/db.server.ts';
import { createPerson } from '#app/domain/base/accounts/create-person.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { ctxOf } from '#tests/world.ts';
import { copyDatabase } from '#tests/worker-database.ts';
import { startServer } from '../journeys/start-server.ts';

type Process = { url: string; child: ChildProcess; isUp: boolean };

/** What stands before several processes: it takes in an answer whole, and asks the next one when the first is gone, even in the middle of its answer. */
function balanced(processes: readonly Process[]) {
  let turn = 0;
  return async (address: string, init: RequestInit = {}): Promise<{ status: number; text: string }> => {
    turn += 1;
    for (let tries = 0; ; tries += 1) {
      const up = processes.filter((each) => each.isUp);
      const chosen = up[(turn + tries) % up.length]!;
      try {
        const answer = await fetch(chosen.url + address, { redirect: 'manual', ...init });
        return { status: answer.status, text: await answer.text() };
      } catch (error) {
        if (tries >= 3) throw error;
        chosen.isUp = chosen.child.exitCode === null && chosen.child.signalCode === null;
      }
    }
  };
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await what()) return;
    await sleep(100);
  }
  throw new Error('It did not come to pass.');
}

/** Whether some process holds the jobs now. */
async function hasWorker(db: Db): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and l.objid = 19810602 and l.granted and d.datname = current_database()`);
  return rows.length > 0;
}

test('two processes share sessions, limits and jobs; one is killed and nobody notices', async ({ onTestFinished }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-two-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { appUrl } = await copyDatabase(inject('postgres'), `two_${randomBytes(6).toString('hex')}`);
  const { db, close } = openDb(appUrl, 4);
  onTestFinished(close);
  await createPerson(ctxOf(db, system, new Date()), { name: '李明', username: 'liming', password: 'correct horse battery', grants: [] });

  const settings = { DEMO: 'no', FILES_DIR: path.join(folder, 'files'), AUTH_SECRET: randomBytes(24).toString('hex') };
  const processes: Process[] = [];
  for (const name of ['one', 'two']) {
    const { child, url } = await startServer(appUrl, path.join(folder, `${name}.log`), settings);
    processes.push({ url, child, isUp: true });
    await until(() => hasWorker(db)); // the first takes the jobs, the second stands by
  }
  const [one, two] = processes as [Process, Process];
  onTestFinished(() => processes.forEach(({ child }) => child.kill('SIGKILL')));

  const body = new URLSearchParams({ login: 'liming', password: 'correct horse battery' });
  const signedIn = await fetch(`${one.url}/account/sign-in`, { method: 'POST', body, redirect: 'manual' });
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const greeted = async (url: string) => (await (await fetch(`${url}/account`, { headers: { cookie } })).text()).includes('李明');
  expect([await greeted(one.url), await greeted(two.url)]).toEqual([true, true]);

  const answers: number[] = [];
  const addresses = processes.map(({ url }) => `${url.replace('localhost', '127.0.0.1')}/receipts/AAAA-BBBB-CCCC`); // a caller who came once by IPv4 and once by IPv6 would count as two
  for (let n = 0; n < 64; n += 1) answers.push((await fetch(addresses[n % 2]!)).status);
  expect(answers.slice(0, 60).every((status) => status === 404)).toBe(true);
  expect(answers.slice(60)).toEqual([429, 429, 429, 429]);

  const ask = balanced(processes);
  const seen: number[] = [];
  let isOver = false;
  const walking = (async () => {
    while (!isOver) {
      const answer = await ask('/account', { headers: { cookie } });
      seen.push(answer.text.includes('李明') ? answer.status : 0);
    }
  })();
  await until(async () => seen.length > 10);
  one.child.kill('SIGKILL');
  await until(async () => one.child.signalCode !== null);
  const before = seen.length;
  await until(async () => seen.length > before + 10);
  isOver = true;
  await walking;
  expect(seen.filter((status) => status !== 200)).toEqual([]);

  await change(ctxOf(db, system, new Date()), (tx) => tx.record('organisation.verified', { id: '00000000-0000-7000-8000-000000000000', regionCode: '*' }));
  await until(async () => (await db.execute(sql`select 1 from outbox`)).rows.length === 0);
  await until(async () => (await db.execute(sql`select 1 from job_runs where job = 'tell-agents'`)).rows.length > 0);
  expect(await greeted(two.url)).toBe(true);
});
