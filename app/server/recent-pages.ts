import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { holdsTag } from '#app/routes/api/tag.ts';
import { publicTurn } from '#app/platform/public-turn.ts';
import type { Here } from './who-asks.ts';

/** A page is kept for these seconds, and no more pages than these. */
const keptSeconds = 5;
const mostKept = 100;

/** Pages and open data that are the same for every visitor: no form of theirs carries anything of the person's own. */
const isForAll = /^\/(?:$|(?:standard|pilots|communities|statistics|how-to-apply|accessibility|privacy|open-data)(?:\/|$)|notices(?:\/[^/]+)?$|api\/v1\/(?:standard|calls|notices|pilots|statistics)(?:\/|$))/;

type Kept = { until: number; turn: number; headers: [name: string, value: string][]; plain: Buffer; packed?: Buffer };

/**
 * 刚看过的公众页: what a visitor was shown some seconds ago is shown to the next one too, by address and language. Nobody who has
 * signed in gets it, and a change of public facts in this process makes it old at once; another process learns of it within the seconds.
 */
export function recentPages() {
  const kept = new Map<string, Kept>();
  return createMiddleware<Here>(async (c, next) => {
    const { actor, now, locale } = c.get('ctx');
    const isKnown = actor.id !== '' || c.req.header('authorization') !== undefined;
    if (c.req.method !== 'GET' || isKnown || !isForAll.test(c.req.path)) return next();
    const key = `${locale} ${new URL(c.req.url).search} ${c.req.path}`;
    const page = kept.get(key);
    if (page && page.turn === publicTurn() && now.getTime() < page.until) return answerWith(c, page);
    kept.delete(key);
    const turn = publicTurn();
    await next();
    const isText = /^(text\/html|application\/json)\b/.test(c.res.headers.get('Content-Type') ?? '');
    if (c.res.status !== 200 || !isText || c.res.headers.has('Set-Cookie')) return;
    const plain = Buffer.from(await c.res.arrayBuffer());
    c.res = new Response(plain, c.res);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(key, { until: now.getTime() + keptSeconds * 1000, turn, headers: [...c.res.headers], plain });
  });
}

/** Whoever has it already is told so; packed once for everybody whose browser unpacks it. */
function answerWith(c: Context<Here>, page: Kept): Response {
  for (const [name, value] of page.headers) c.header(name, value);
  if (holdsTag(c.req.header('if-none-match') ?? '', c.res.headers.get('ETag') ?? '-')) return c.body(null, 304);
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(page.plain as Uint8Array<ArrayBuffer>);
  c.header('Content-Encoding', 'gzip');
  return c.body((page.packed ??= gzipSync(page.plain)) as Uint8Array<ArrayBuffer>);
}
