import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { describe, expect } from 'vitest';
import { maintenanceOf } from './maintenance.ts';
import type { Db } from '#app/db/db.server.ts';
import { test } from '#tests/world.ts';

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
    for (const path of ['/api/v1/pilots', '/files/uploads/1', '/desk.data']) {
      const answer = await appOf(db).request(path);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual([503, 'application/problem+json', '300']);
    }
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
});
