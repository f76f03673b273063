import { and, desc, eq, isNull, notInArray, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Cursor, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { jobRuns } from '#app/platform/tables.server.ts';
import { calendar, nextRun } from './calendar.ts';

export type Run = { id: string; job: string; startedAt: Date; finishedAt: Date | null; isOk: boolean | null; outcome: string | null };
export type Waiting = { id: string; job: string; runAt: Date; attempts: number; maxAttempts: number; lastError: string | null; isRunning: boolean };

const nation = { regionCode: '*' };

/** How often these run, and for how many, says who reviews what: of them only failures are shown. */
const confidentialJobs = ['tell-expert', 'tell-conflict', 'tell-question', 'remind-experts'] as const;
const isConfidential = (job: string) => confidentialJobs.some((one) => one === job);

/** 运行过的任务, newest first. */
export async function listRuns(ctx: Ctx, asked: Cursor & { job?: string | undefined; state?: 'ok' | 'failed' | 'running' | undefined } = {}): Promise<Page<Run>> {
  allow(ctx, 'jobs.read', nation);
  const { where, order, limit } = keyset(jobRuns.id, asked);
  const inState = { ok: eq(jobRuns.isOk, true), failed: eq(jobRuns.isOk, false), running: isNull(jobRuns.finishedAt) };
  const found = await ctx.db
    .select({ id: jobRuns.id, job: jobRuns.job, startedAt: jobRuns.startedAt, finishedAt: jobRuns.finishedAt, isOk: jobRuns.isOk, outcome: jobRuns.outcome })
    .from(jobRuns)
    .where(and(asked.job ? eq(jobRuns.job, asked.job) : undefined, or(notInArray(jobRuns.job, [...confidentialJobs]), eq(jobRuns.isOk, false)), asked.state ? inState[asked.state] : undefined, where))
    .orderBy(order)
    .limit(limit);
  return pageOf(found, asked, (run) => run.id);
}

/** 队列里的任务: what waits, what runs and what failed and will be tried again or not. */
export async function listQueue(ctx: Ctx, only: 'failed' | 'waiting'): Promise<Waiting[]> {
  allow(ctx, 'jobs.read', nation);
  const failed = only === 'failed' ? sql`last_error is not null` : sql`last_error is null`;
  const { rows } = await ctx.db.execute<{ id: string; job: string; run_at: string; attempts: number; max_attempts: number; last_error: string | null; is_running: boolean }>(sql`
    select id::text, coalesce(nullif(split_part(task_identifier, '→', 2), ''), task_identifier) as job, to_json(run_at)#>>'{}' as run_at,
           attempts::int, max_attempts::int, last_error, locked_at is not null as is_running
    from graphile_worker.jobs where ${failed} order by run_at limit 200`);
  const shown = rows.filter((row) => row.last_error !== null || !isConfidential(row.job));
  return shown.map((row) => ({ id: row.id, job: row.job, runAt: new Date(row.run_at), attempts: row.attempts, maxAttempts: row.max_attempts, lastError: row.last_error, isRunning: row.is_running }));
}

/** 日程表: the routines, when each ran last and when it runs next. */
export async function listCalendar(ctx: Ctx): Promise<{ job: string; last: Run | null; next: Date }[]> {
  allow(ctx, 'jobs.read', nation);
  return Promise.all(
    calendar.map(async ({ job, at }) => {
      const [last] = await ctx.db.select().from(jobRuns).where(eq(jobRuns.job, job)).orderBy(desc(jobRuns.startedAt)).limit(1);
      return { job, last: last ? { ...last, outcome: isConfidential(job) && last.isOk ? null : last.outcome } : null, next: nextRun(at, ctx.now) };
    }),
  );
}

/** 失败数, no further than a hundred. */
export async function countFailedJobs(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from graphile_worker.jobs where last_error is not null limit 100) few`);
  return rows[0]?.n ?? 0;
}
