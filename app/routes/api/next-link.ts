import type { Context } from 'hono';
import type { Here } from '#app/server/who-asks.ts';

/** 下一页: the Link header that programs follow (RFC 8288); nothing on the last page. */
export function nextLink(c: Context<Here>, next: string | null): Record<string, string> {
  if (!next) return {};
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('cursor', next);
  return { Link: `<${pathname}?${searchParams}>; rel="next"` };
}
