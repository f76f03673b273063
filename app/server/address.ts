import { isIP, isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { config } from '#app/platform/config.ts';

/** 网络地址: whose request this is; what a proxy says counts only when we stand behind our own. */
export function addressOf(c: Context): string | undefined {
  const last = config().TRUST_PROXY === 'yes' ? c.req.header('x-forwarded-for')?.split(',').at(-1) : undefined;
  return plainAddress(last) ?? plainAddress(c.env?.incoming ? getConnInfo(c).remote.address : undefined);
}

/** 规范的地址: without brackets, port and zone, IPv6 as short as it is written, and IPv4 as IPv4 however it is wrapped; nothing for what is no address. */
export function plainAddress(said: string | undefined): string | undefined {
  const bare = (said ?? '').trim().replace(/^\[([^\]]*)\](?::\d+)?$|^(\d+(?:\.\d+){3}):\d+$/, '$1$2').replace(/%.*$/, '');
  if (isIP(bare) === 0) return undefined;
  const short = isIPv6(bare) ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare;
  const [high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(short)?.slice(1).map((each) => Number.parseInt(each, 16)) ?? [];
  if (isIPv4(short) || high === undefined || low === undefined) return short;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
