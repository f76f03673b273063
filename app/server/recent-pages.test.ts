import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type Ctx, type Locale, visitor } from '#app/platform/ctx.ts';
import { countTurn } from '#app/platform/public-turn.ts';
import { recentPages } from './recent-pages.ts';
import { tagged } from '#app/routes/api/tag.ts';
import type { Here } from './who-asks.ts';

/** A site whose every page says how often a page was made. */
function site() {
  let made = 0;
  const who = { id: '', locale: 'zh-CN' as Locale, now: new Date('2026-09-01T02:00:00Z') };
  const app = new Hono<Here>();
  app.use(async (c, next) => {
    c.set('ctx', { actor: { ...visitor, id: who.id }, locale: who.locale, now: who.now } as Ctx);
    await next();
  });
  app.use(recentPages()).all('*', (c) => {
    made += 1;
    if (c.req.path.startsWith('/notices/none')) return c.html(`no such page ${made}`, 404);
    if (c.req.path.startsWith('/api/')) return tagged(c, JSON.stringify({ made }), { Link: '</next>; rel="next"' });
    return c.html(`page ${made}`);
  });
  const see = async (path: string, headers: Record<string, string> = {}) => (await app.request(path, { headers })).text();
  return { who, see, ask: (path: string, init?: RequestInit) => app.request(path, init) };
}

describe('a public page seen a moment ago', () => {
  it('is shown again to the next visitor, by address and language, for five seconds', async () => {
    const { who, see } = site();
    expect(await see('/pilots?region=34')).toBe('page 1');
    expect(await see('/pilots?region=34')).toBe('page 1');
    expect(await see('/pilots?region=32')).toBe('page 2');
    who.locale = 'en';
    expect(await see('/pilots?region=34')).toBe('page 3');
    who.now = new Date(who.now.getTime() + 5000);
    expect(await see('/pilots?region=34')).toBe('page 4');
  });

  it('is old as soon as a notice is published, and not when somebody saves a form', async () => {
    const { see } = site();
    expect(await see('/notices')).toBe('page 1');
    countTurn(['application.saved']);
    expect(await see('/notices')).toBe('page 1');
    countTurn(['notice.published']);
    expect(await see('/notices')).toBe('page 2');
  });

  it('is not for people who signed in, nor are pages with something of their own or forms that are sent', async () => {
    const { who, see, ask } = site();
    await see('/');
    who.id = 'u1';
    expect(await see('/')).toBe('page 2');
    who.id = '';
    expect(await see('/')).toBe('page 1');
    for (const path of ['/account/sign-in', '/recommend', '/notices/1/objection', '/objections/AAAA']) expect(await see(path)).not.toBe(await see(path));
    expect(await (await ask('/', { method: 'POST' })).text()).not.toBe('page 1');
  });

  it('is not kept when there is no such page', async () => {
    const { see } = site();
    expect(await see('/notices/none')).toBe('no such page 1');
    expect(await see('/notices/none')).toBe('no such page 2');
  });

  it('is kept of the open data too, with its tag and the way on; a token is always answered afresh', async () => {
    const { see, ask } = site();
    const first = await ask('/api/v1/notices?limit=50');
    const again = await ask('/api/v1/notices?limit=50');
    expect(await again.text()).toBe(await first.text());
    for (const name of ['etag', 'link', 'content-type', 'cache-control']) expect(again.headers.get(name)).toBe(first.headers.get(name));
    const known = await ask('/api/v1/notices?limit=50', { headers: { 'if-none-match': `W/${first.headers.get('etag')}` } });
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect(await see('/api/v1/notices?limit=50', { authorization: 'Bearer x' })).toBe('{"made":2}');
    expect(await see('/api/v1/notices?limit=50')).toBe('{"made":1}');
    countTurn(['notice.published']);
    expect(await see('/api/v1/notices?limit=50')).toBe('{"made":3}');
  });

  it('goes out packed to browsers that unpack it', async () => {
    const { see, ask } = site();
    await see('/');
    const packed = await ask('/', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await new Response(packed.body!.pipeThrough(new DecompressionStream('gzip'))).text()).toBe('page 1');
  });
});
