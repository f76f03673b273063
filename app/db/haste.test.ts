import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { test } from '#tests/world.ts';
import type { Db } from './db.server.ts';

const times = [1, 2, 3, 4, 5];

async function named(db: Db, part: string): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from pg_prepared_statements where strpos(statement, ${part}) = 1`);
  return rows[0]!.n;
}

describe('a statement', () => {
  test('asked again and again is read and planned once', async ({ db }) => {
    for (const n of times) await db.execute(sql`select ${n}::int as "familiar"`);
    expect(await named(db, 'select $1::int as "familiar"')).toBe(1);
  });

  test('that searches by a pattern is planned for its words each time', async ({ db }) => {
    for (const n of times) await db.execute(sql`select 'a' like ${`${n}%`} as "pattern"`);
    expect(await named(db, `select 'a' like`)).toBe(0);
  });

  test('that lists is planned each time, unless it says that one plan serves all', async ({ db }) => {
    for (const n of times) await db.execute(sql`select 1 as "listed" limit ${n}`);
    for (const n of times) await db.execute(sql`/* one plan */ select 1 as "measured" limit ${n}`);
    expect(await named(db, 'select 1 as "listed"')).toBe(0);
    expect(await named(db, '/* one plan */ select 1 as "measured"')).toBe(1);
  });

  test('of a cursor is not remembered', async ({ db }) => {
    await db.execute(sql`declare "rows_once" no scroll cursor for select 1`);
    for (const n of times) await db.execute(sql.raw(`fetch forward ${n} from "rows_once"`));
    for (const _ of times) await db.execute(sql`fetch forward 1 from "rows_once"`);
    expect(await named(db, 'fetch')).toBe(0);
  });

  test('gets its name also after many that were asked only once', async ({ db }) => {
    for (let n = 0; n < 500; n += 1) await db.execute(sql.raw(`select 1 as "once_${n}"`));
    for (const n of times) await db.execute(sql`select ${n}::int as "late"`);
    expect(await named(db, 'select $1::int as "late"')).toBe(1);
  });
});
