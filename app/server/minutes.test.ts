import { EventEmitter } from 'node:events';
import { Hono } from 'hono';
import { afterEach, describe, expect, vi } from 'vitest';
import { serviceMinutes } from '#app/domain/base/availability/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { test } from '#tests/world.ts';
import { counted, keepMinutes } from './minutes.ts';

afterEach(() => vi.useRealTimers());

async function kept(db: Db) {
  vi.useRealTimers();
  await keepMinutes(db).stop();
  const [{ asked, failed, slow } = { asked: 0, failed: 0, slow: 0 }] = await db.select().from(serviceMinutes);
  return { asked, failed, slow };
}

/** One form that is sent for so long, then worked on for so long; `leaves` when its sender goes away in the middle. */
async function aForm(sending: number, working: number, status: 200 | 500 = 200, leaves = false, path = '/apply') {
  vi.useFakeTimers({ toFake: ['performance'] });
  const incoming = Object.assign(new EventEmitter(), { complete: false });
  const gone = new AbortController();
  const app = new Hono().use(counted).post('*', (c) => {
    vi.advanceTimersByTime(sending);
    if (leaves) gone.abort();
    else {
      incoming.complete = true;
      incoming.emit('end');
    }
    vi.advanceTimersByTime(working);
    return c.text('', status);
  });
  await app.request(path, { method: 'POST', signal: gone.signal }, { incoming });
}

describe('the minutes of the service', () => {
  test('count what failed and what we were slow with', async ({ db }) => {
    await kept(db);
    await db.delete(serviceMinutes);
    await aForm(10, 10);
    await aForm(10, 6000);
    await aForm(10, 10, 500);
    expect(await kept(db)).toEqual({ asked: 3, failed: 1, slow: 1 });
  });

  test('hold nothing against reading, printing or searching', async ({ db }) => {
    await kept(db);
    await db.delete(serviceMinutes);
    await aForm(10, 6000, 500, false, '/desk/exports');
    expect(await kept(db)).toEqual({ asked: 0, failed: 0, slow: 0 });
  });

  test('are not made slow or broken by somebody who sends slowly or goes away in the middle', async ({ db }) => {
    await kept(db);
    await db.delete(serviceMinutes);
    await aForm(60_000, 10);
    await aForm(60_000, 10, 500, true);
    expect(await kept(db)).toEqual({ asked: 2, failed: 0, slow: 0 });
  });
});
