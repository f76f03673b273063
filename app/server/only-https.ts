import { createMiddleware } from 'hono/factory';
import { type Config, config } from '#app/platform/config.ts';

/**
 * 只走 https: where our public address is https and a proxy that we trust says that a request came without, a page is asked for again
 * over https and whatever was sent is not taken: it has travelled in the clear.
 */
export const onlyHttps = ({ PUBLIC_URL, TRUST_PROXY }: Pick<Config, 'PUBLIC_URL' | 'TRUST_PROXY'> = config()) => createMiddleware(async (c, next) => {
  const came = TRUST_PROXY === 'yes' ? c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase() : undefined;
  if (came !== 'http' || !PUBLIC_URL?.startsWith('https://')) return next();
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect(new URL(`${pathname}${search}`.replace(/^\/+/, '/'), PUBLIC_URL).href, 308);
  return c.text('这次提交没有加密，没有收下。请改用 https 的网址打开本站，再提交一次 · This was sent without encryption and was not taken. Please open this site by its https address and send it again', 403);
});
