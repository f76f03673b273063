import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { binhu, ctxOf, person, test } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { change } from './change.ts';

const here = { id: 'subject', regionCode: binhu };
const officer = person('government-officer', binhu);

async function lines(db: Parameters<typeof ctxOf>[0], event: string) {
  const { rows } = await db.execute<{ record: string; outbox: string | null }>(
    sql`select r.id as record, o.record_id as outbox from records r left join outbox o on o.record_id = r.id where r.event = ${event} order by r.id`,
  );
  return rows;
}

describe('a change', () => {
  test('writes all its records, each with its line in the outbox', async ({ db }) => {
    await change(ctxOf(db, officer), async (tx) => {
      await tx.record('change.first', here, { n: 1 });
      await tx.record('change.first', { ...here, id: 'other' });
    });
    const written = await lines(db, 'change.first');
    expect(written).toHaveLength(2);
    for (const { record, outbox } of written) expect(outbox).toBe(record);
  });

  test('that records nothing is undone', async ({ db }) => {
    const ctx = ctxOf(db, officer);
    await expect(change(ctx, (tx) => tx.db.execute(sql`insert into attempts (key, count, until) values ('silent', 1, now())`))).rejects.toThrow('must leave a record');
    const { rows } = await db.execute(sql`select 1 from attempts where key = 'silent'`);
    expect(rows).toHaveLength(0);
  });

  test('whose record cannot be written is undone, and says why', async ({ db }) => {
    const failing = change(ctxOf(db, officer), async (tx) => {
      await tx.db.execute(sql`insert into attempts (key, count, until) values ('unrecorded', 1, now())`);
      await tx.record('change.failing', { id: 'a\0b', regionCode: binhu });
    });
    await expect(failing).rejects.toMatchObject({ cause: { code: '22021' } });
    const { rows } = await db.execute(sql`select 1 from attempts where key = 'unrecorded'`);
    expect(rows).toHaveLength(0);
  });
});

describe('the pool of the app', () => {
  test('keeps every one of many changes at once apart', async () => {
    const { appUrl } = await workerDatabase();
    const { db, close } = openDb(appUrl, 3);
    try {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 60 }, (_, n) =>
          change(ctxOf(db, officer), async (tx) => {
            await tx.record('change.many', { id: `many-${n}`, regionCode: binhu });
            if (n % 3 === 0) await tx.db.execute(sql`select 1 / (${n}::int - ${n}::int)`);
          }),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20);
      const { rows } = await db.execute<{ subject: string }>(sql`select subject_id as subject from records where event = 'change.many'`);
      expect(rows.map(({ subject }) => Number(subject.slice(5)) % 3).filter((rest) => rest === 0)).toHaveLength(0);
      expect(rows).toHaveLength(40);
    } finally {
      await close();
    }
  });

  test('writes the record in the transaction of the change itself', async () => {
    const { appUrl } = await workerDatabase();
    const { db, close } = openDb(appUrl, 1);
    try {
      await change(ctxOf(db, officer), async (tx) => {
        await tx.db.execute(sql`insert into attempts (key, count, until) values ('together', 1, now())`);
        await tx.record('change.together', here);
      });
      const { rows } = await db.execute<{ transactions: number }>(sql`
        select count(distinct xmin::text)::int as transactions from (
          select xmin from attempts where key = 'together' union all select xmin from records where event = 'change.together'
          union all select xmin from outbox where event = 'change.together') as written`);
      expect(rows).toEqual([{ transactions: 1 }]);
    } finally {
      await close();
    }
  });

  test('says so when its connection breaks before the first statement, and serves the next', async () => {
    const { appUrl } = await workerDatabase();
    const { db, pool, close } = openDb(appUrl, 1);
    try {
      const client = await pool.connect();
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      client.release();
      const killer = openDb(appUrl, 1);
      await killer.db.execute(sql`select pg_terminate_backend(${rows[0]!.pid})`);
      await killer.close();
      const tried = () => change(ctxOf(db, officer), (tx) => tx.record('change.broken', here));
      await tried().catch(() => tried());
      expect((await lines(db, 'change.broken')).length).toBeGreaterThanOrEqual(1);
    } finally {
      await close();
    }
  });
});
