import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { config } from '#app/platform/config.ts';

/** 网络地址: whose request this is; what a proxy says counts only when we stand behind our own. */
export function addressOf(c: Context): string | undefined {
  if (config().TRUST_PROXY === 'yes') {
    const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (last) return last;
  }
  const address = c.env?.incoming ? getConnInfo(c).remote.address : undefined;
  return address?.replace(/^::ffff:(?=\d+\.)/, '');
}
