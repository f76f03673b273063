import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { config } from '#app/platform/config.ts';

const harmless = ['GET', 'HEAD', 'OPTIONS'];

/**
 * 只收本站的提交: what changes something comes from a page of this site. The cookie stays behind with another site's form
 * already; this also keeps out the neighbours under the same domain. An address with a NUL in it is nobody's page.
 */
export const ownSite = createMiddleware(async (c, next) => {
  if (/%00/.test(c.req.url)) return c.text('网址不正确 · This address is not a valid one', 400);
  if (!harmless.includes(c.req.method) && !isFromOwnSite(c)) {
    return c.text('这次提交来自别的网站，没有办理。请在本站的页面上重新提交 · This was sent from another website and was not done; please send it again from a page of this site', 403);
  }
  return next();
});

/** Whether a form was sent from a page of this site, or by what is no browser. */
export function isFromOwnSite(c: Context): boolean {
  return isOwn(c.req.header('origin'), c.req.header('sec-fetch-site'), hostsOf(c.req.url));
}

function hostsOf(url: string): string[] {
  const own = config().PUBLIC_URL;
  return [new URL(url).host, ...(own ? [new URL(own).host] : [])];
}

/** A browser names the page's origin; what is no browser names none. */
function isOwn(origin: string | undefined, site: string | undefined, hosts: string[]): boolean {
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
