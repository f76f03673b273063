import { createMiddleware } from 'hono/factory';
import type { Here } from './who-asks.ts';

/** 安全标头: no foreign host, no inline script without this answer's nonce, no framing by others. */
export function securityHeaders(mode: 'production' | 'development') {
  return createMiddleware<Here>(async (c, next) => {
    await next();
    const script = mode === 'production' ? `'self' 'nonce-${c.get('nonce')}'` : `'self' 'unsafe-inline'`;
    const policy = [
      `default-src 'self'`,
      `script-src ${script}`,
      `style-src 'self' 'unsafe-inline'`,
      `img-src 'self' data: blob:`,
      `connect-src 'self'${mode === 'production' ? '' : ' ws:'}`,
      `frame-src 'self'`,
      `frame-ancestors 'self'`,
      `form-action 'self'`,
      `base-uri 'none'`,
      `object-src 'self'`,
    ].join('; ');
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(self)');
    if (c.get('ctx').actor.id && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-store');
  });
}
