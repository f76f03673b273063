import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { brokenLine, type Line } from '#tests/broken-line.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { databaseAway } from './database-away.ts';
import { watchDatabase } from './database-watch.ts';

type Away = { line: Line; ask: (path?: string, init?: RequestInit) => Promise<Response>; until: (status: number) => Promise<void> };

async function site(onTestFinished: (run: () => Promise<void>) => void): Promise<Away> {
  const line = await brokenLine((await workerDatabase()).appUrl);
  const { db, pool, close } = openDb(line.url, 4);
  const watch = watchDatabase(line.url, pool);
  onTestFinished(async () => {
    line.go('cut');
    line.close();
    await watch.stop();
    await close();
  });
  const app = new Hono().use(databaseAway(watch)).all('*', async (c) => {
    if (c.req.path === '/bug') throw new Error('a bug of ours');
    await db.execute(sql`select pg_sleep(${Number(c.req.query('seconds') ?? 0)})`);
    return c.text('done');
  });
  const ask = async (path = '/', init?: RequestInit) => app.request(path, init);
  return {
    line, ask,
    async until(status) {
      for (let tries = 0; tries < 400 && (await ask()).status !== status; tries += 1) await sleep(50);
    },
  };
}

describe('a database that does not answer', () => {
  test('is told at once with a sentence, also to those who wait already, and everything goes on when it is back', async ({ onTestFinished }) => {
    const { line, ask, until } = await site(onTestFinished);
    expect((await ask()).status).toBe(200);
    await until(200);
    line.go('silent');
    const waiting = await ask('/', { headers: { 'accept-language': 'en' } });
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await waiting.text()).toContain('The database cannot be reached just now');
    const later = await ask();
    expect([later.status, (await later.text()).includes('系统暂时连不上数据库')]).toEqual([503, true]);
    expect(await (await ask('/health')).json()).toEqual({ status: 'database-unreachable' });
    expect((await ask('/api/v1/pilots')).headers.get('content-type')).toBe('application/problem+json');
    line.go('open');
    await until(200);
    expect(await (await ask()).text()).toBe('done');
  });

  test('keeps what somebody had typed', async ({ onTestFinished }) => {
    const { line, ask, until } = await site(onTestFinished);
    line.go('cut');
    await until(503);
    const body = new URLSearchParams({ reason: '孩子们每天放学后都在院子里玩，希望有一处遮雨的地方。', password: 'secret' }).toString();
    const answer = await ask('/recommend', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) } });
    const page = await answer.text();
    expect(answer.status).toBe(503);
    expect(page).toContain('遮雨的地方');
    expect(page).not.toContain('secret');
  });

  test('turns the failures of the moment in which it broke into the same sentence, and a failure of our own into none', async ({ onTestFinished }) => {
    const { line, ask, until } = await site(onTestFinished);
    const running = ask('/?seconds=30');
    await sleep(300);
    line.go('cut');
    expect((await running).status).toBe(503);
    line.go('open');
    await until(200);
    expect((await ask('/bug')).status).toBe(500);
  });
});
