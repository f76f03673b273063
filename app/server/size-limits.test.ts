import { Hono } from 'hono';
import { expect } from 'vitest';
import { z } from 'zod';
import { answer, type Problem, tooLargeHeader } from '#app/platform/http.ts';
import { as, hefei, test } from '#tests/world.ts';
import { sizeLimits } from './size-limits.ts';
import type { Here } from './who-asks.ts';

test('a form of the desk that brings too much comes back with a sentence where it stands, and nothing of it is taken; elsewhere the answer is words', async ({ db }) => {
  const ctx = as(db, 'government-officer', hefei);
  const done: string[] = [];
  const app = new Hono<Here>();
  app.use(async (c, next) => {
    c.set('ctx', ctx);
    await next();
  });
  app.use(sizeLimits(async (c) => {
    const answered = (await answer(ctx, c.req.raw, z.object({ words: z.string() }), async ({ words }) => void done.push(words))) as unknown as { data: Problem; init: { status: number } };
    return c.json({ ...answered.data, isMarked: c.req.raw.headers.has(tooLargeHeader) }, answered.init.status as 413);
  }));
  app.post('*', (c) => c.text('taken'));
  const send = (path: string, many: number) => app.request(path, { method: 'POST', body: new URLSearchParams({ words: 'x'.repeat(many) }) });
  const large = await send('/desk/plans/import.data', 2_200_000);
  expect([large.status, await large.json(), done]).toEqual([413, { refusal: 'upload-too-large', isMarked: true }, []]);
  const elsewhere = await send('/work/340111400/plan/import', 2_200_000);
  expect([elsewhere.status, (await elsewhere.text()).slice(0, 8)]).toEqual([413, '提交的内容太大，']);
  expect(await (await send('/desk/plans/import.data', 1000)).text()).toBe('taken');
});
