import { sql } from 'drizzle-orm';
import { countyCode } from './county-code.ts';
import type { Ctx } from './ctx.ts';
import { countTurn } from './public-turn.ts';
import { isSecurityEvent, securityLog } from './security-log.ts';
import { saidByDatabase } from './said-by-database.ts';
import type { Db } from '#app/db/db.server.ts';

/** What a record is about: its id and the region it lies in ('*' for the nation). */
export type Subject = { id: string; regionCode: string };

export type Change = Ctx & {
  record: (event: string, subject: Subject, facts?: Record<string, unknown>) => Promise<void>;
};

type Line = { event: string; subject: Subject; facts: Record<string, unknown> };

/**
 * Runs one change in one transaction; inside another change it becomes a savepoint.
 * A change that records nothing is a bug and is rolled back. What is written names places as the state does, whoever writes. The record is also the outbox: its lines are
 * written last, all in one statement, and travel to the database together with the commit.
 */
export async function change<T>(ctx: Ctx, run: (tx: Change) => Promise<T>): Promise<T> {
  let written: Promise<void> | undefined;
  let lines: Line[] = [];
  try {
    const result = await ctx.db.transaction(async (db) => {
      lines = [];
      const done = await run({ ...ctx, db, inChinese: true, record: async (event, subject, facts = {}) => void lines.push({ event, subject, facts }) });
      if (lines.length === 0) throw new Error('A change must leave a record.');
      written = write(ctx, db, lines);
      written.catch(() => undefined); // heard below, when the commit is over
      return done;
    });
    await written;
    countTurn(lines.map(({ event }) => event));
    for (const { event, subject } of lines) if (isSecurityEvent(event)) securityLog()?.info({ event, subjectId: subject.id, actorId: ctx.actor.id || undefined, address: ctx.address, requestId: ctx.requestId });
    return result;
  } catch (error) {
    await written; // a record that could not be written is the cause, the refused commit its consequence
    throw saidByDatabase(error) ?? error;
  }
}

/** Asks at once, so that the commit can follow in the same packet. */
async function write({ now, actor, requestId }: Ctx, db: Db, lines: readonly Line[]): Promise<void> {
  const [places, events, subjects, facts] = [
    lines.map(({ subject }) => subject.regionCode), lines.map(({ event }) => event),
    lines.map(({ subject }) => subject.id), lines.map((line) => JSON.stringify(line.facts)),
  ];
  await db.execute(sql`
    with line as (
      insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
      select county, place, ${now.toISOString()}, ${actor.id}, ${actor.name}, event, subject, ${requestId}, facts::jsonb
      from unnest(${sql.param(places.map(countyCode))}::int[], ${sql.param(places)}::text[], ${sql.param(events)}::text[],
                  ${sql.param(subjects)}::text[], ${sql.param(facts)}::text[]) as said (county, place, event, subject, facts)
      returning id, event, subject_id, facts, at
    )
    insert into outbox (record_id, event, subject_id, facts, at) select * from line`);
}
