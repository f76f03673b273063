import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { type Deed, type Happened, when } from './when.ts';

type Row = { record_id: string; event: string; subject_id: string; facts: Record<string, unknown>; at: string };
const most = 200;

/** The queue's name for a deed: one task for each. */
export const taskOf = (deed: Pick<Deed, 'event' | 'job'>) => `${deed.event}→${deed.job}`;

/** 取出待办事件: hands the deeds of each new event to the queue, in one transaction with taking it out; the record's number keeps a deed from being queued twice. */
export async function drain(db: Db, deeds: readonly Deed[] = when): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      delete from outbox where record_id in (
        select record_id from outbox order by record_id limit ${most} for update skip locked
      ) returning record_id, event, subject_id, facts, to_json(at)#>>'{}' as at`);
    for (const row of rows.toSorted((a, b) => (a.record_id < b.record_id ? -1 : 1))) {
      const happened: Happened = { recordId: row.record_id, event: row.event, subjectId: row.subject_id, facts: row.facts, at: row.at };
      for (const deed of deeds.filter((each) => each.event === row.event)) {
        await tx.execute(sql`
          select graphile_worker.add_job(${taskOf(deed)}, payload := ${JSON.stringify(happened)}::json,
            job_key := ${`${deed.job}:${row.record_id}`}, max_attempts := 12)`);
      }
    }
    return rows.length;
  });
}
