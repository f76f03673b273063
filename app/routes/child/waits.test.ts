import { expect } from 'vitest';
import { z } from 'zod';
import { answer } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ctxOf, test } from '#tests/world.ts';
import { headers as enter } from './enter.tsx';
import { headers as layout } from './layout.tsx';
import { headers as said } from './suggestions/said.tsx';
import { headers as works } from './works/works.tsx';

test('who guessed too often is told how long to wait, on the form and on the page that a plate opens', async ({ db }) => {
  const sent = new Request('http://localhost/child/enter', { method: 'POST', body: new URLSearchParams({ code: 'a' }) });
  const refused = (await answer(ctxOf(db), sent, z.object({ code: z.string() }), () => Promise.reject(new Refusal('too-many-guesses', 429, 600)))) as unknown as { init: ResponseInit };
  const told = { actionHeaders: new Headers(refused.init.headers), errorHeaders: undefined, loaderHeaders: new Headers(), parentHeaders: new Headers() };
  expect([enter, said, works].map((headers) => headers(told)['Retry-After'])).toEqual(['600', '600', '600']);
  expect(layout({ ...told, actionHeaders: new Headers(), errorHeaders: new Headers({ 'Retry-After': '3600' }) })).toEqual({ 'Cache-Control': 'no-store', 'Retry-After': '3600' });
  expect(layout({ ...told, actionHeaders: new Headers() })).toEqual({});
});
