import { sql } from 'drizzle-orm';
import type { Change, Subject } from './change.ts';
import { countyCode } from './county-code.ts';

export type Line = { subject: Subject; facts?: Record<string, unknown> };

/** 逐一记录: the same event of many subjects, a record and an event for each, in one statement; part of a change that records its own. */
export async function recordEach(tx: Change, event: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const written = lines.map(({ subject, facts = {} }) => ({ county: countyCode(subject.regionCode), region: subject.regionCode, subject: subject.id, facts }));
  await tx.db.execute(sql`
    with line as (
      insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
      select county, region, ${tx.now.toISOString()}, ${tx.actor.id}, ${tx.actor.name}, ${event}, subject, ${tx.requestId}, facts
      from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as written (county int, region text, subject text, facts jsonb)
      returning id, event, subject_id, facts, at
    )
    insert into outbox (record_id, event, subject_id, facts, at) select * from line`);
}
