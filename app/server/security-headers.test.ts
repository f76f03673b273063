import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { securityHeaders } from './security-headers.ts';
import type { Here } from './who-asks.ts';

function headersOf(path: string, actorId = '') {
  const app = new Hono<Here>();
  app.use(async (c, next) => {
    c.set('ctx', { actor: { ...visitor, id: actorId } } as Ctx);
    c.set('nonce', 'n0nce');
    await next();
  });
  app.use(securityHeaders('production')).all('*', (c) => c.text('page'));
  return Promise.resolve(app.request(path)).then((answer) => answer.headers);
}

describe('every answer', () => {
  it('CN-18: lets no foreign host in, runs only scripts of its own and is framed by nobody else', async () => {
    const headers = await headersOf('/');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain(`default-src 'self'`);
    expect(policy).toContain(`script-src 'self' 'nonce-n0nce'`);
    expect(policy).toContain(`frame-ancestors 'self'`);
    expect(policy, 'what a child just recorded can be heard').toContain(`media-src 'self' blob:`);
    expect(policy).not.toMatch(/https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('DB-11 AS-06: to somebody signed in is kept by no cache', async () => {
    expect((await headersOf('/standard', 'u1')).get('cache-control')).toBe('private, no-store');
  });

  it.each(['/objections/AAAA-BBBB-CCCC', '/account/invitation/token', '/account/sign-in', '/apply', '/desk', '/child/me', '/child/said/ticket'])('under an address that shows something private is kept by no cache: %s', async (path) => {
    expect((await headersOf(path)).get('cache-control')).toBe('private, no-store');
  });

  it('AA-01: on a child’s page lets nothing ask for the place', async () => {
    expect((await headersOf('/child/places')).get('permissions-policy')).toContain('geolocation=()');
    expect((await headersOf('/walk')).get('permissions-policy')).toContain('geolocation=()');
    expect((await headersOf('/hazards/report')).get('permissions-policy')).toContain('geolocation=(self)');
  });

  it('to a visitor of a public page tells caches what it depends on', async () => {
    const headers = await headersOf('/standard');
    expect(headers.get('cache-control')).toBeNull();
    expect(headers.get('vary')).toBe('Cookie, Accept-Language');
  });
});
