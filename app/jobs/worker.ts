import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Db } from '#app/db/db.server.ts';
import { log } from '#app/platform/log.ts';
import { calendar, cronOf, type Routine } from './calendar.ts';
import { ctxOfJob } from './ctx-of-job.ts';
import { drain, taskOf } from './drain.ts';
import { closeInterrupted, noted } from './noted.ts';
import { type Queue, queues } from './queues.ts';
import { type Deed, type Happened, when } from './when.ts';

export type Work = { routines: readonly Routine[]; deeds: readonly Deed[]; queues?: readonly Queue[] };
export type Worker = { stop: () => Promise<void> };

const everySecond = 1000;
const onlyOne = 1981_0602;
const quiet = new Logger(() => (level, message) => {
  if (level === 'error') log().error({ message }, 'the queue of jobs');
});

/** 后台任务: one process at a time works through the calendar and the events; another one stands by until the first is gone. */
export async function startWorker(url: string, work: Work = { routines: calendar, deeds: when, queues }): Promise<Worker> {
  const stopping = new AbortController();
  const done = standBy(url, work, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

async function standBy(url: string, work: Work, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const turn = new pg.Client({ connectionString: url, application_name: 'tongyou-jobs', keepAlive: true });
    const lost = new AbortController();
    turn.on('error', () => lost.abort());
    turn.on('end', () => lost.abort());
    try {
      await turn.connect();
      if (await isMyTurn(turn, stopping)) await workWhileMine(url, work, AbortSignal.any([stopping, lost.signal]));
    } catch (error) {
      if (!stopping.aborted) log().warn({ err: error }, 'the jobs pause and begin again');
    }
    await turn.end().catch(() => undefined);
    await pause(everySecond, stopping);
  }
}

/** The lock belongs to the connection: when its process dies, the next one gets it. */
async function isMyTurn(turn: pg.Client, stopping: AbortSignal): Promise<boolean> {
  while (!stopping.aborted) {
    const { rows } = await turn.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [onlyOne]);
    if (rows[0]?.mine) return true;
    await pause(everySecond, stopping);
  }
  return false;
}

async function workWhileMine(url: string, work: Work, over: AbortSignal): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 16, application_name: 'tongyou-jobs' });
  pool.on('error', () => undefined); // a broken idle connection is replaced at the next question
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Db = drizzle(pool);
  try {
    await freeInterrupted(db);
    const runner = await run({
      pgPool: pool,
      concurrency: 2,
      pollInterval: everySecond,
      noHandleSignals: true,
      logger: quiet,
      taskList: tasksOf(db, work),
      parsedCronItems: parseCronItems(
        work.routines.map((routine) => ({ task: routine.job, match: cronOf(routine.at), options: { backfillPeriod: typeof routine.at === 'string' ? 86_400_000 : 0, maxAttempts: 5, jobKey: routine.job } })),
      ),
    });
    const beside = await runQueues(pool, db, work.queues ?? []);
    for (const each of [runner, ...beside]) each.promise.catch(() => undefined);
    await drainUntil(over, db, work);
    for (const each of [runner, ...beside]) await each.stop().catch(() => undefined);
  } finally {
    await pool.end();
  }
}

/** Workers of their own for what is worked through in numbers, so that a slow way out holds up neither clock nor events. */
async function runQueues(pool: pg.Pool, db: Db, own: readonly Queue[]): Promise<Runner[]> {
  if (own.length === 0) return [];
  const taskList: TaskList = {};
  for (const queue of own) taskList[queue.job] = (payload) => noted(db, queue.job, () => queue.run(ctxOfJob(db), payload as { ids: string[] }));
  return [await run({ pgPool: pool, concurrency: 3, pollInterval: everySecond, noHandleSignals: true, logger: quiet, taskList })];
}

async function drainUntil(over: AbortSignal, db: Db, work: Work): Promise<void> {
  const fill = async () => {
    let taken = await drain(db, work.deeds);
    for (const queue of work.queues ?? []) taken += await queue.fill(ctxOfJob(db));
    return taken;
  };
  while (!over.aborted) {
    const taken = await fill().catch((error: unknown) => {
      if (!over.aborted) log().warn({ err: error }, 'the events wait for the database');
      return 0;
    });
    if (taken === 0) await pause(everySecond, over);
  }
}

function tasksOf(db: Db, work: Work): TaskList {
  const tasks: TaskList = {};
  for (const routine of work.routines) tasks[routine.job] = () => noted(db, routine.job, () => routine.run(ctxOfJob(db)));
  for (const deed of work.deeds) {
    tasks[taskOf(deed)] = (payload) => noted(db, deed.job, () => deed.run(ctxOfJob(db), payload as Happened));
  }
  return tasks;
}

/**
 * Nobody else works now, so whatever is still marked as being worked on was interrupted: it is done again. What was interrupted at its
 * last try may itself be what takes the process down: it waits ten minutes, among the failed, where it can be run at once.
 */
async function freeInterrupted(db: Db): Promise<void> {
  await closeInterrupted(db);
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now() + interval '10 minutes', last_error = 'interrupted'
      where attempts >= max_attempts and (locked_by is not null or last_error is null)`);
    await tx.execute(sql`
      select graphile_worker.force_unlock_workers(array(
        select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`);
  });
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
