import { createMiddleware } from 'hono/factory';
import { config } from '#app/platform/config.ts';
import type { Here } from './who-asks.ts';

/** Pages that show something private to a visitor who knows the address. */
const isPrivate = /^\/(account|objections|apply|papers|desk|child\/(?:me|said|enter))\b|^\/hazards\/(?!report$|photos\/)./;

/** 瓦片服务器: the one foreign host, on the one page with a map, and only where it is set. */
function tileHost(path: string): string {
  const url = config().MAP_TILES_URL;
  return url && path === '/safe-routes' ? ` ${new URL(url.replaceAll(/[{}]/g, '')).origin}` : '';
}

/** 儿童页 and the phone in children's hands ask for nobody's place (AADC 10). */
const asksNoPlace = /^\/(?:child|walk)(\/|\.|$)/;

/** 安全标头: no foreign host, no inline script without this answer's nonce, no framing by others. */
export function securityHeaders(mode: 'production' | 'development') {
  return createMiddleware<Here>(async (c, next) => {
    await next();
    const script = mode === 'production' ? `'self' 'nonce-${c.get('nonce')}'` : `'self' 'unsafe-inline'`;
    const policy = [
      `default-src 'self'`,
      `script-src ${script}`,
      `style-src 'self' 'unsafe-inline'`,
      `img-src 'self' data: blob:${tileHost(c.req.path)}`,
      `media-src 'self' blob:`,
      `connect-src 'self'${mode === 'production' ? '' : ' ws:'}${tileHost(c.req.path)}`,
      `worker-src 'self'`,
      `frame-src 'self'`,
      `frame-ancestors 'self'`,
      `form-action 'self'`,
      `base-uri 'none'`,
      `object-src 'self'`,
    ].join('; ');
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Permissions-Policy', `camera=(self), geolocation=${asksNoPlace.test(c.req.path) ? '()' : '(self)'}, microphone=(self)`);
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    if (config().PUBLIC_URL?.startsWith('https://')) c.header('Strict-Transport-Security', 'max-age=31536000');
    if ((c.get('ctx').actor.id || c.get('ctx').child || isPrivate.test(c.req.path)) && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-store');
    if (!c.res.headers.has('Cache-Control')) c.header('Vary', 'Cookie, Accept-Language', { append: true });
  });
}
