import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { describe, expect } from 'vitest';
import { z } from 'zod';
import { maintenanceOf } from './maintenance.ts';
import type { Db } from '#app/db/db.server.ts';
import { answer, closedHeader, type Problem, readForm } from '#app/platform/http.ts';
import { ctxOf, test } from '#tests/world.ts';

const appOf = (db: Db) => new Hono().use(maintenanceOf(db)).all('*', (c) => c.text('done'));
const on = (db: Db, until: string | null = null) => db.execute(sql`insert into maintenance (id, since, until, note) values (1, now(), ${until}, '更换服务器')`);

describe('maintenance', () => {
  test('that is off lets everything through', async ({ db }) => {
    expect(await (await appOf(db).request('/notices')).text()).toBe('done');
  });

  test('answers pages with 503, when it ends and what it is for, in the reader’s language', async ({ db }) => {
    await on(db, '2099-01-01T00:00:00Z');
    const answer = await appOf(db).request('/notices');
    expect([answer.status, Number(answer.headers.get('retry-after')) > 60]).toEqual([503, true]);
    const page = await answer.text();
    expect(page).toContain('系统维护中');
    expect(page).toContain('2099-01-01 08:00:00');
    expect(page).toContain('更换服务器');
    expect(await (await appOf(db).request('/notices?lang=en')).text()).toContain('Under maintenance');
  });

  test('tells programs so in their own form', async ({ db }) => {
    await on(db);
    for (const path of ['/api/v1/pilots', '/files/uploads/1', '/account.data']) {
      const answer = await appOf(db).request(path);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual([503, 'application/problem+json', '300']);
    }
  });

  test('lets a form of the desk through with a mark that has it refused where it stands', async ({ db }) => {
    await on(db);
    const done: string[] = [];
    const app = new Hono().use(maintenanceOf(db)).post('*', async (c) => {
      const answered = await answer(ctxOf(db), c.req.raw, z.object({ reason: z.string() }), async ({ reason }) => void done.push(reason));
      const { data: problem, init } = answered as unknown as { data: Problem; init: { status: number } };
      return c.json(problem, init.status as 503);
    });
    const body = new URLSearchParams({ reason: '很长的理由' });
    const answered = await app.request('/desk/applications/1/check.data', { method: 'POST', body });
    expect([answered.status, await answered.json(), done]).toEqual([503, { refusal: 'maintenance' }, []]);
    expect((await appOf(db).request('/desk/applications.data')).status).toBe(200);
    expect(await readForm(new Request('http://x/', { method: 'POST', body, headers: { [closedHeader]: 'yes' } }))).toBeUndefined();
  });

  test('keeps what somebody had typed, word for word, to be sent again', async ({ db }) => {
    await on(db);
    const typed = '第一行\n<script>alert(1)</script> & "引号" 第三段很长很长的说明文字';
    const body = new FormData();
    body.set('reason', typed);
    body.set('paper', new File(['x'], '意见.pdf'));
    const made = new Request('http://tongyou.example/apply/1/unit?x=1', { method: 'POST', body });
    const bytes = await made.arrayBuffer();
    const headers = { 'content-type': made.headers.get('content-type')!, 'content-length': String(bytes.byteLength) };
    const page = await (await appOf(db).request('/apply/1/unit?x=1', { method: 'POST', body: bytes, headers })).text();
    expect(page).not.toContain('<script>');
    expect(page).toContain('action="/apply/1/unit?x=1"');
    expect(page).toContain('意见.pdf');
    const [, kept = ''] = /<textarea name="reason" hidden>\n([^]*?)<\/textarea>/.exec(page) ?? [];
    expect(kept.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(typed.replaceAll('\n', '\r\n'));
  });

  test('hands back nothing that another site sent, and leads to no other host', async ({ db }) => {
    await on(db);
    const send = (path: string, origin: string) => {
      const body = new URLSearchParams({ reason: '别的网站填的话' }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length), origin };
      return appOf(db).request(`http://tongyou.example${path}`, { method: 'POST', body, headers });
    };
    const foreign = await (await send('/apply/1/withdraw', 'https://evil.example')).text();
    expect(foreign).not.toMatch(/<form|别的网站填的话/);
    expect(await (await send('/apply/1/withdraw', 'http://tongyou.example')).text()).toContain('action="/apply/1/withdraw"');
    expect(await (await send('//evil.example/x', 'http://tongyou.example')).text()).toContain('action="/evil.example/x"');
    expect(await (await appOf(db).request('http://tongyou.example//evil.example/x')).text()).toContain('href="/evil.example/x"');
  });
});
