import { sql } from 'drizzle-orm';
import { countyCode } from './county-code.ts';
import type { Ctx } from './ctx.ts';

/** What a record is about: its id and the region it lies in ('*' for the nation). */
export type Subject = { id: string; regionCode: string };

export type Change = Ctx & {
  record: (event: string, subject: Subject, facts?: Record<string, unknown>) => Promise<void>;
};

/**
 * Runs one change in one transaction; inside another change it becomes a savepoint.
 * A change that records nothing is a bug and is rolled back. The record is also the outbox.
 */
export function change<T>(ctx: Ctx, run: (tx: Change) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (db) => {
    let recorded = 0;
    const result = await run({
      ...ctx,
      db,
      async record(event, subject, facts = {}) {
        recorded += 1;
        const at = ctx.now.toISOString();
        await db.execute(sql`
          with line as (
            insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
            values (${countyCode(subject.regionCode)}, ${subject.regionCode}, ${at}, ${ctx.actor.id}, ${ctx.actor.name}, ${event},
                    ${subject.id}, ${ctx.requestId}, ${JSON.stringify(facts)}::jsonb)
            returning id, event, subject_id, facts, at
          )
          insert into outbox (record_id, event, subject_id, facts, at) select * from line`);
      },
    });
    if (recorded === 0) throw new Error('A change must leave a record.');
    return result;
  });
}
