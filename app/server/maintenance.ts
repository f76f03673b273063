import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Db } from '#app/db/db.server.ts';
import { maintenanceWords } from '#app/i18n/maintenance.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { closedHeader } from '#app/platform/http.ts';
import { maintenance } from '#app/platform/tables.server.ts';
import { localeOf } from './locale.ts';
import { isFromOwnSite } from './own-site.ts';

export type Maintenance = { until: Date | null; note: string };

const everyMs = 2000;
const waitSeconds = 300;
const longestForm = 2 * 1024 * 1024;

/** 维护: every process looks every two seconds; while the database does not answer, what was known last counts. */
export function maintenanceOf(db: Db) {
  let known: Maintenance | undefined;
  let asking: Promise<void> | undefined;
  let askedAt = -everyMs;
  async function look(): Promise<void> {
    askedAt = performance.now();
    const [row] = await db.select({ until: maintenance.until, note: maintenance.note }).from(maintenance).limit(1);
    known = row;
  }
  return createMiddleware(async (c, next) => {
    if (performance.now() - askedAt >= everyMs) asking = look().catch(() => undefined);
    await asking;
    if (!known) return next();
    // The desk keeps its form on the screen when it is refused and what stands around it can be read; any other answer would wipe it away.
    if (/^\/desk\b.*\.data$/.test(c.req.path)) {
      if (c.req.method === 'GET') return next();
      const headers = new Headers(c.req.raw.headers);
      headers.set(closedHeader, 'yes');
      c.req.raw = new Request(c.req.raw, { headers });
      return next();
    }
    return answer(c, known);
  });
}

type Words = Omit<(typeof maintenanceWords)['zh-CN'], 'away'>;

function answer(c: Context, { until, note }: Maintenance): Promise<Response> {
  const left = until ? Math.ceil((until.getTime() - Date.now()) / 1000) : waitSeconds;
  const words = maintenanceWords[localeOf(c.req.raw)];
  return notNow(c, words, [words.lead, ...(until ? [words.until(beijingTime(until))] : []), ...(note ? [note] : [])], Math.max(30, left));
}

/** 暂时不能办: 503 with a sentence, in the form that pages, programs and scripts each understand; a form comes back as it was typed. */
export async function notNow(c: Context, words: Words, told: readonly string[], seconds: number): Promise<Response> {
  const headers = { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' };
  const locale = localeOf(c.req.raw);
  if (/^\/(api|files)\//.test(c.req.path) || c.req.path.endsWith('.data') || c.req.header('accept')?.includes('application/json')) {
    return c.body(JSON.stringify({ type: 'about:blank', title: words.title, status: 503, detail: words.api }), 503, { ...headers, 'Content-Type': 'application/problem+json' });
  }
  // Another site's form would come back as one of ours, to be sent with a click.
  const kept = c.req.method === 'POST' && isFromOwnSite(c) ? await formIn(c) : undefined;
  const page = `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(words.title)}</title><style>${style}</style></head>
<body><main><h1>${escape(words.title)}</h1>${told.map((line) => `<p>${escape(line)}</p>`).join('')}${kept ? formAgain(c, kept, words) : `<p><a href="${escape(addressOf(c))}">${escape(words.again)}</a></p>`}</main></body></html>`;
  return c.html(page, 503, { ...headers, 'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'` });
}

type Kept = { fields: [name: string, value: string][]; files: string[] };

/** What was sent is not thrown away: it goes back into the page. */
async function formIn(c: Context): Promise<Kept | undefined> {
  if (Number(c.req.header('content-length') ?? longestForm + 1) > longestForm) return undefined;
  const form = await c.req.raw.formData().catch(() => undefined);
  if (!form) return undefined;
  const all = [...form];
  return {
    fields: all.flatMap(([name, value]) => (typeof value === 'string' && !/password/i.test(name) ? [[name, value] as [string, string]] : [])),
    files: all.flatMap(([, value]) => (typeof value === 'string' || value.size === 0 ? [] : [value.name])),
  };
}

function formAgain(c: Context, { fields, files }: Kept, words: Words): string {
  const hidden = fields.map(([name, value]) => `<textarea name="${escape(name)}" hidden>\n${escape(value)}</textarea>`).join('');
  const shown = fields.filter(([, value]) => value.length > 20).map(([, value]) => `<pre>${escape(value)}</pre>`).join('');
  const chosen = files.length > 0 ? `<p>${escape(words.files(files.join('、')))}</p>` : '';
  return `<section><h2>${escape(words.kept)}</h2><p>${escape(words.keptText)}</p>${chosen}<form method="post" action="${escape(addressOf(c))}">${hidden}<button>${escape(words.resend)}</button></form>${shown}</section>`;
}

function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname.replace(/^\/+/, '/') + search; // two slashes would name another host
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `body{margin:0;font:16px/1.7 system-ui,"Noto Sans CJK SC",sans-serif;color:#1f2a24;background:#fff}main{max-width:42rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.6rem;border-top:6px solid #0b6b4f;padding-top:1rem}h2{font-size:1.15rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #8a938d;padding:.75rem}button{font:inherit;min-height:44px;padding:.5rem 1.25rem;color:#fff;background:#0b6b4f;border:0}a{color:#0b5a8a}:focus-visible{outline:3px solid #0b5a8a;outline-offset:2px}`;
