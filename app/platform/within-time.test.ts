import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { ctxOf, test } from '#tests/world.ts';
import { withinTime } from './within-time.ts';

describe('a question with a time', () => {
  test('is answered within it, and given up after it with words and a time to come back', async ({ db }) => {
    expect((await withinTime(ctxOf(db), 30, 'too-many-tries', (tx) => tx.execute<{ one: number }>(sql`select 1 as one`))).rows).toEqual([{ one: 1 }]);
    await expect(withinTime(ctxOf(db), 0.02, 'too-many-tries', (tx) => tx.execute(sql`select pg_sleep(30)`))).rejects.toMatchObject({ code: 'too-many-tries', status: 503, afterSeconds: 60 });
  });

  test('leaves every other fault as it is', async ({ db }) => {
    await expect(withinTime(ctxOf(db), 30, 'too-many-tries', (tx) => tx.execute(sql`select 1 / 0`))).rejects.toMatchObject({ cause: { code: '22012' } });
  });
});
