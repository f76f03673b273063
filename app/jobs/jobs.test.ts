import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { calendar, cronOf, nextRun } from './calendar.ts';
import { drain } from './drain.ts';
import { listCalendar, listQueue, listRuns } from './read.ts';
import { retryJob } from './retry.ts';
import type { Deed } from './when.ts';
import { startWorker } from './worker.ts';
import { type Db, openDb } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { as, ctxOf } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';

async function until<T>(what: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 450; tries += 1) {
    const found = await what();
    if (found) return found;
    await sleep(100);
  }
  throw new Error('It did not come to pass.');
}

const happen = (db: Db, event: string) => change(ctxOf(db), (tx) => tx.record(event, { id: 'it', regionCode: '34' }, { n: 1 }));

async function withDb(run: (db: Db, url: string) => Promise<void>) {
  const { appUrl } = await workerDatabase();
  const { db, close } = openDb(appUrl, 4);
  try {
    await run(db, appUrl);
  } finally {
    await close();
  }
}

describe('the clock', () => {
  test('runs by Beijing time', () => {
    expect(cronOf('00:05')).toBe('5 16 * * *');
    expect(cronOf('08:00')).toBe('0 0 * * *');
    expect(cronOf({ everyMinutes: 5 })).toBe('*/5 * * * *');
    expect(nextRun('00:05', new Date('2026-09-01T16:04:00Z')).toISOString()).toBe('2026-09-01T16:05:00.000Z');
    expect(nextRun('00:05', new Date('2026-09-01T16:05:00Z')).toISOString()).toBe('2026-09-02T16:05:00.000Z');
    expect(new Set(calendar.map((routine) => routine.job)).size).toBe(calendar.length);
  });
});

describe('what follows an event', () => {
  test('is done once, leaves a run, and an event nobody waits for goes away', () =>
    withDb(async (db, url) => {
      const seen: string[] = [];
      const deeds: Deed[] = [{ event: 'kite.flown', job: 'cheer', run: async (_, { subjectId, facts }) => void seen.push(`${subjectId} ${JSON.stringify(facts)}`) }];
      await drain(db, []);
      await happen(db, 'kite.flown');
      await happen(db, 'kite.lost');
      expect(await drain(db, deeds)).toBe(2);
      expect(await drain(db, deeds)).toBe(0);
      const worker = await startWorker(url, { routines: [], deeds });
      const run = await until(async () => (await listRuns(as(db, 'audit-admin', '*'))).rows.find((row) => row.isOk));
      await worker.stop();
      expect(run).toMatchObject({ job: 'cheer', isOk: true });
      expect(seen).toEqual(['it {"n":1}']);
    }));

  test('fails in the open, is kept for another try, and runs again when an administrator says so', () =>
    withDb(async (db, url) => {
      let isBroken = true;
      const deeds: Deed[] = [{ event: 'kite.flown', job: 'cheer', run: async () => { if (isBroken) throw new Error('no wind'); return 'cheered'; } }];
      await happen(db, 'kite.flown');
      const worker = await startWorker(url, { routines: [], deeds });
      const admin = as(db, 'system-admin', '*');
      const failed = await until(async () => (await listQueue(admin, 'failed')).find((job) => job.lastError && !job.isRunning));
      expect(failed).toMatchObject({ job: 'cheer', attempts: 1, maxAttempts: 12 });
      expect(failed.lastError).toContain('no wind');
      expect((await listRuns(admin, { state: 'failed' })).rows[0]).toMatchObject({ isOk: false, outcome: 'no wind' });

      await expect(retryJob(as(db, 'audit-admin', '*'), failed.id)).rejects.toThrow('not-allowed');
      await expect(retryJob(admin, '999999')).rejects.toThrow('job-not-failed');
      isBroken = false;
      await until(() => retryJob(admin, failed.id).then(() => true, () => false));
      await until(async () => (await listRuns(admin, { state: 'ok' })).rows.find((run) => run.outcome === 'cheered'));
      await worker.stop();
      expect(await listQueue(admin, 'failed')).toEqual([]);
      const { rows } = await db.execute(sql`select event from records where event = 'job.retried'`);
      expect(rows).toHaveLength(1);
    }));

  test('is done after all when the process was killed in the middle', () =>
    withDb(async (db, url) => {
      await happen(db, 'kite.flown');
      const program = `
        import { startWorker } from '#app/jobs/worker.ts';
        const deeds = [{ event: 'kite.flown', job: 'cheer', run: () => new Promise((done) => setTimeout(done, 600000)) }];
        await startWorker(process.env.URL, { routines: [], deeds });`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, URL: url }, stdio: 'ignore' });
      const admin = as(db, 'system-admin', '*');
      try {
        await until(async () => (await listRuns(admin, { state: 'running' })).rows[0]);
      } finally {
        child.kill('SIGKILL');
      }
      const deeds: Deed[] = [{ event: 'kite.flown', job: 'cheer', run: async () => 'cheered' }];
      const worker = await startWorker(url, { routines: [], deeds });
      await until(async () => (await listRuns(admin, { state: 'ok' })).rows.find((run) => run.outcome === 'cheered'));
      await worker.stop();
      expect((await listRuns(admin)).rows.map((run) => run.outcome)).toEqual(['cheered', 'interrupted']);
    }));

  test('is not lost when the process died at every try: it waits among the failed and runs when an administrator says so', () =>
    withDb(async (db, url) => {
      await happen(db, 'kite.flown');
      const deeds: Deed[] = [{ event: 'kite.flown', job: 'cheer', run: async () => 'cheered' }];
      await drain(db, deeds);
      await db.execute(sql`update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'who is gone', locked_at = now()`);
      const admin = as(db, 'system-admin', '*');
      const worker = await startWorker(url, { routines: [], deeds });
      const [waiting] = await until(async () => { const jobs = await listQueue(admin, 'failed'); return jobs.length > 0 && jobs; });
      expect(waiting).toMatchObject({ job: 'cheer', attempts: 11, lastError: 'interrupted', isRunning: false });
      expect(waiting!.runAt.getTime() - Date.now()).toBeGreaterThan(300_000);
      await until(() => retryJob(admin, waiting!.id).then(() => true, () => false));
      await until(async () => (await listRuns(admin, { state: 'ok' })).rows.find((run) => run.outcome === 'cheered'));
      await worker.stop();
    }));
});

describe('the page of jobs', () => {
  test('is for those who may read it', () =>
    withDb(async (db) => {
      await expect(listRuns(as(db, 'programme-officer', '*'))).rejects.toThrow('not-allowed');
      await expect(listQueue(as(db, 'programme-officer', '*'), 'failed')).rejects.toThrow('not-allowed');
      await expect(listCalendar(ctxOf(db))).rejects.toThrow('sign-in-needed');
      expect((await listCalendar(as(db, 'audit-admin', '*'))).map((line) => line.job)).toEqual(calendar.map((line) => line.job));
    }));
});
