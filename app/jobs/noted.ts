import { eq, isNull } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { log } from '#app/platform/log.ts';
import { jobRuns } from '#app/platform/tables.server.ts';

/** 记下运行: every run leaves a line with its beginning, its end and how it ended; a failure is thrown on, so that the queue tries again later. */
export async function noted(db: Db, job: string, run: () => Promise<string | void>): Promise<void> {
  const [line] = await db.insert(jobRuns).values({ job, startedAt: new Date() }).returning({ id: jobRuns.id });
  const end = (isOk: boolean, outcome: string | null) =>
    db.update(jobRuns).set({ finishedAt: new Date(), isOk, outcome }).where(eq(jobRuns.id, line!.id));
  try {
    await end(true, (await run()) || null);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log().error({ job, err: error }, 'a job failed');
    await end(false, message.slice(0, 500));
    throw error;
  }
}

/** 中断的运行: lines without an end belong to a process that is gone. */
export async function closeInterrupted(db: Db): Promise<void> {
  await db.update(jobRuns).set({ finishedAt: new Date(), isOk: false, outcome: 'interrupted' }).where(isNull(jobRuns.finishedAt));
}
