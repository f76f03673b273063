import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { asked, ctxOf, test } from '#tests/world.ts';
import { together } from './together.ts';

describe('questions in one breath', () => {
  test('are one statement, and each has its own answer', async ({ db }) => {
    const ctx = ctxOf(db);
    const named = (code: string) => together<string>(ctx, sql`(select name from regions where code = ${code} limit 1)`);
    const before = asked.length;
    const answers = await Promise.all([named('34'), named('340111'), named('99'), together<string>(ctx, sql`(select day::date from generate_series('2026-09-01'::date, '2026-09-02', '1 day') as day)`)]);
    expect(answers).toEqual([['安徽省'], ['包河区'], [], ['2026-09-01', '2026-09-02']]);
    expect(asked.length - before).toBe(1);
    expect(await named('34')).toEqual(['安徽省']);
    expect(asked.length - before).toBe(2);
  });

  test('of two requests never meet, and what is wrong with one is told to all of its breath', async ({ db }) => {
    const wrong = ctxOf(db);
    const [good, bad, beside] = await Promise.allSettled([
      together(ctxOf(db), sql`(select 1)`),
      db.transaction((tx) => together({ ...wrong, db: tx }, sql`(select 1 / 0)`)),
      together(ctxOf(db), sql`(select 2)`),
    ]);
    expect([good, beside].map((one) => one.status)).toEqual(['fulfilled', 'fulfilled']);
    expect(bad.status).toBe('rejected');
  });
});
