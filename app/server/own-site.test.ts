import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { ownSite } from './own-site.ts';

const app = new Hono().use(ownSite).all('*', (c) => c.text('done'));
const ask = async (method: string, headers: Record<string, string> = {}, path = '/account/sign-out') =>
  (await app.request(`http://tongyou.example${path}`, { method, headers })).status;

describe('what changes something', () => {
  it('is taken from a page of this site, and from what is no browser', async () => {
    expect(await ask('POST', { Origin: 'http://tongyou.example' })).toBe(200);
    expect(await ask('POST')).toBe(200);
    expect(await ask('POST', { 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'http://evil.tongyou.example', 'http://tongyou.example:81', 'tongyou.example'])('is refused from %s', async (origin) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(await ask(method, { Origin: origin })).toBe(403);
  });

  it('is refused from a page that names no origin but is another site’s', async () => {
    expect(await ask('POST', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await ask('POST', { 'Sec-Fetch-Site': 'same-site' })).toBe(403);
  });

  it('may be looked at from anywhere', async () => {
    expect(await ask('GET', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' })).toBe(200);
  });

  it('never comes under an address with a NUL', async () => {
    expect(await ask('GET', {}, '/pilots?q=%00')).toBe(400);
    expect(await ask('GET', {}, '/standard/%00')).toBe(400);
  });
});
