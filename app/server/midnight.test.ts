import { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { type Here, whoAsks } from './who-asks.ts';
import { stillOpen } from '#app/domain/pilot/applications/form.ts';
import { visitor } from '#app/platform/ctx.ts';

const draft = { status: 'draft' as const, closesOn: '2026-09-15', answerDueOn: null, callState: 'published' };
const asks = (now: Date) => () => stillOpen({ actor: visitor, db: {} as Db, now, locale: 'zh-CN', requestId: '' }, draft);

describe('the last midnight of a call, by Beijing time', () => {
  test('the last tenth of a second counts, the first moment of the next day does not', () => {
    expect(asks(new Date('2026-09-15T15:59:59.900Z'))).not.toThrow();
    expect(asks(new Date('2026-09-15T16:00:00.000Z'))).toThrow('call-closed');
  });

  test('a request counts from when it came in, however long its text and our work take', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-15T15:59:59.900Z') });
    try {
      const app = new Hono<Here>().use(whoAsks({} as Db)).post('/', async (c) => {
        await c.req.text();
        asks(c.get('ctx').now)();
        return c.text(c.get('ctx').now.toISOString());
      });
      const body = new ReadableStream<Uint8Array>({
        pull(stream) {
          vi.setSystemTime(new Date('2026-09-15T16:00:09Z')); // a slow line: the text is here nine seconds after midnight
          stream.enqueue(new TextEncoder().encode('truthful=yes'));
          stream.close();
        },
      }, { highWaterMark: 0 });
      const answer = await app.fetch(new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit), {});
      expect([answer.status, await answer.text(), new Date().toISOString()]).toEqual([200, '2026-09-15T15:59:59.900Z', '2026-09-15T16:00:09.000Z']);
    } finally {
      vi.useRealTimers();
    }
  });
});
