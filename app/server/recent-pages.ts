import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { publicTurn } from '#app/platform/public-turn.ts';
import type { Here } from './who-asks.ts';

/** A page is kept for these seconds, and no more pages than these. */
const keptSeconds = 5;
const mostKept = 100;

/** Pages that are the same for every visitor: no form of theirs carries anything of the person's own. */
const isForAll = /^\/(?:$|(?:standard|pilots|communities|how-to-apply|accessibility|privacy|open-data)(?:\/|$)|notices(?:\/[^/]+)?$)/;

type Kept = { until: number; turn: number; type: string; plain: Buffer; packed?: Buffer };

/**
 * 刚看过的公众页: what a visitor was shown some seconds ago is shown to the next one too, by address and language. Nobody who has
 * signed in gets it, and a change of public facts in this process makes it old at once; another process learns of it within the seconds.
 */
export function recentPages() {
  const kept = new Map<string, Kept>();
  return createMiddleware<Here>(async (c, next) => {
    const { actor, now, locale } = c.get('ctx');
    if (c.req.method !== 'GET' || actor.id !== '' || !isForAll.test(c.req.path)) return next();
    const key = `${locale} ${new URL(c.req.url).search} ${c.req.path}`;
    const page = kept.get(key);
    if (page && page.turn === publicTurn() && now.getTime() < page.until) return answerWith(c, page);
    kept.delete(key);
    const turn = publicTurn();
    await next();
    const type = c.res.headers.get('Content-Type') ?? '';
    if (c.res.status !== 200 || !type.startsWith('text/html') || c.res.headers.has('Set-Cookie')) return;
    const plain = Buffer.from(await c.res.arrayBuffer());
    c.res = new Response(plain, c.res);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(key, { until: now.getTime() + keptSeconds * 1000, turn, type, plain });
  });
}

/** Packed once for everybody whose browser unpacks it. */
function answerWith(c: Context<Here>, page: Kept): Response {
  c.header('Content-Type', page.type);
  c.header('Vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(page.plain as Uint8Array<ArrayBuffer>);
  c.header('Content-Encoding', 'gzip');
  return c.body((page.packed ??= gzipSync(page.plain)) as Uint8Array<ArrayBuffer>);
}
