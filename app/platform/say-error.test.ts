import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { test } from '#tests/world.ts';
import { sayError } from './say-error.ts';

test('an error of the database is logged with its statement and its state, and without what was typed', async ({ db }) => {
  const typed = '王小明 13800000000';
  const fails = [db.execute(sql`select ${`${typed}\0`}::text`), db.execute(sql`select ${typed}::int`), db.execute(sql`insert into regions (code) values (${typed})`)];
  const said = (await Promise.allSettled(fails)).map((each) => JSON.stringify(sayError('reason' in each ? each.reason : undefined)));
  expect(said.map((each) => [each.includes('王小明'), /Failed query: (select|insert)/.test(each), each.includes('"code":"2')])).toEqual(Array.from({ length: 3 }, () => [false, true, true]));
  expect(sayError(new Error('this broke'))).toMatchObject({ type: 'Error', message: 'this broke', stack: expect.stringContaining('this broke') });
});
