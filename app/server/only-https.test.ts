import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#app/platform/config.ts';
import { onlyHttps } from './only-https.ts';

const behind = (given: Record<string, string>) => new Hono().use(onlyHttps(readConfig(given))).all('*', (c) => c.text('page'));
const site = { PUBLIC_URL: 'https://tongyou.example', TRUST_PROXY: 'yes' };
const plain = { headers: { 'x-forwarded-proto': 'http' } };

describe('DB-09: a request without encryption', () => {
  it('is sent on to the same page over https, and to no other host', async () => {
    const app = behind(site);
    const answer = await app.request('/notices?after=1', plain);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, 'https://tongyou.example/notices?after=1']);
    expect((await app.request('http://localhost//evil.example/x', plain)).headers.get('location')).toBe('https://tongyou.example/evil.example/x');
  });

  it('brings nothing in', async () => {
    const app = behind(site);
    const answer = await app.request('/account/sign-in', { ...plain, method: 'POST', body: 'password=x' });
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('https')]);
  });

  it.each([
    ['over https', site, 'https'], ['from a proxy whose last word is https', site, 'http, https'], ['without such a word', site, ''],
    ['where no proxy is trusted', { ...site, TRUST_PROXY: 'no' }, 'http'], ['where the site is not https', { ...site, PUBLIC_URL: 'http://localhost:3000' }, 'http'],
  ])('is answered %s', async (_, given, proto) => {
    expect((await behind(given).request('/', { headers: proto ? { 'x-forwarded-proto': proto } : {} })).status).toBe(200);
  });
});
