import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 重试任务: a failed job runs again at once, with all its tries before it. */
export function retryJob(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'jobs.retry', { regionCode: '*' });
    const { rows } = await tx.db.execute<{ task_identifier: string }>(sql`
      select task_identifier from graphile_worker.jobs where id = ${id}::bigint and last_error is not null and locked_at is null`);
    const [job] = rows;
    if (!job) throw new Refusal('job-not-failed');
    await tx.db.execute(sql`
      select id from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at := ${tx.now.toISOString()}::timestamptz, attempts := 0)`);
    await tx.record('job.retried', { id, regionCode: '*' }, { job: job.task_identifier });
  });
}
