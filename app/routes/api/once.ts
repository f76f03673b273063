import type { Context } from 'hono';
import { answerOnce, type KeptAnswer } from '#app/domain/base/interfaces/answer-once.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Here } from '#app/server/who-asks.ts';
import { tagOf } from './tag.ts';

/** What a change answers: a status, a value, and perhaps where the new thing is. */
export type Done = { status: 200 | 201 | 204; value?: unknown; headers?: Record<string, string>; isTagged?: boolean };

function written({ status, value, headers = {}, isTagged }: Done): KeptAnswer {
  const body = value === undefined ? '' : JSON.stringify(value);
  return { status, body, headers: { ...headers, ...(isTagged ? { ETag: tagOf(body) } : {}) } };
}

/** 办一次: with an Idempotency-Key the same request is done once and answered alike; without one it is just done. */
export async function once(c: Context<Here>, run: (ctx: Ctx) => Promise<Done>, body?: Uint8Array): Promise<Response> {
  const ctx = c.get('ctx');
  const key = c.req.header('idempotency-key');
  if (key === undefined) return answered(c, written(await run(ctx)));
  const { pathname, search } = new URL(c.req.url);
  const asked = { key, method: c.req.method, path: pathname + search, body: body ?? (await c.req.text()) };
  const answer = await answerOnce(ctx, asked, async (inside) => written(await run(inside)));
  if (answer.isAgain) c.header('Idempotency-Replayed', 'true');
  return answered(c, answer);
}

function answered(c: Context<Here>, { status, headers, body }: KeptAnswer): Response {
  if (status === 204) return c.body(null, 204, headers);
  return c.body(body, status as 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, no-store', ...headers });
}
