import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { listPilots } from '#app/domain/base/communities/read.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { searchRegions } from '#app/domain/base/regions/search.ts';
import { getEdition, listEditions } from '#app/domain/base/standard/read.ts';
import { listCalls } from '#app/domain/pilot/calls/read.ts';
import { getNotice, listNotices } from '#app/domain/pilot/notices/read.ts';
import { apiWords } from '#app/i18n/api.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import type { Here } from '#app/server/who-asks.ts';
import { badParameters, failed, problem } from './problem.ts';
import { readCalls, readEdition, readEditions, readNotice, readNotices, readPilots, readRegions } from './routes.ts';

/** The API shows everybody the same: who is signed in sees no more. */
const asVisitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor });

/** 开放接口: everything under /api. */
export function apiOf() {
  const api = new OpenAPIHono<Here>({ defaultHook: (result, c) => (result.success ? undefined : badParameters(c, result.error)) });
  api.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'] }));

  api.openapi(readRegions, async (c) => {
    const { parent, q, within, limit } = c.req.valid('query');
    const ctx = asVisitor(c.get('ctx'));
    const items = q ? await searchRegions(ctx, q, { limit, ...(within ? { within } : {}) }) : await listChildren(ctx, parent ?? null);
    return c.json({ items }, 200);
  });

  api.openapi(readEditions, async (c) => {
    const editions = await listEditions(asVisitor(c.get('ctx')));
    return c.json({ items: editions.map(({ state: _, ...edition }) => ({ ...edition, publishedAt: said(edition.publishedAt) })) }, 200);
  });

  api.openapi(readEdition, async (c) => {
    const { state: _, ...edition } = await getEdition(asVisitor(c.get('ctx')), c.req.valid('param').id);
    const tag = `"${edition.hash}"`;
    if (c.req.header('If-None-Match') === tag) return c.body(null, 304) as never;
    return c.json({ ...edition, publishedAt: said(edition.publishedAt) }, 200, { ETag: tag, 'Cache-Control': 'public, max-age=300' });
  });

  api.openapi(readCalls, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const { rows, next } = await listCalls(asVisitor(c.get('ctx')), { after: cursor }, limit);
    return c.json({ items: rows.map(({ regionName: _, ...call }) => call), next: next ?? null }, 200);
  });

  api.openapi(readNotices, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const { rows, next } = await listNotices(asVisitor(c.get('ctx')), { after: cursor, isPublic: true }, limit);
    const items = rows.map(({ id, callId, title, phase, startsOn, endsOn, entries }) => ({ id, callId, title, phase, startsOn, endsOn, entries }));
    return c.json({ items, next: next ?? null }, 200);
  });

  api.openapi(readNotice, async (c) => {
    const { id, callId, title, body, phase, startsOn, endsOn, workingDays, entries } = await getNotice(asVisitor(c.get('ctx')), c.req.valid('param').id);
    const listed = entries.map(({ regionCode, name, path, applicant, state, removedReason }) => ({ regionCode, name, path, applicant, state, removedReason }));
    return c.json({ id, callId, title, body, phase, startsOn, endsOn, workingDays, entries: listed }, 200);
  });

  api.openapi(readPilots, async (c) => {
    const { cursor, limit, region, q } = c.req.valid('query');
    const { rows, older } = await listPilots(asVisitor(c.get('ctx')), { before: cursor, region, text: q }, limit);
    return c.json({ items: rows, next: older ?? null }, 200);
  });

  api.get('/v1/openapi.json', (c) => c.json(describe(api)));
  api.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/*', (c) => problem(c, 405, 'method-not-allowed', apiWords[c.get('ctx').locale].badMethod));
  api.all('/*', (c) => problem(c, 404, 'not-found', apiWords[c.get('ctx').locale].notFound));
  api.onError((error, c) => failed(c, error));
  return api;
}

const said = (instant: Date | null) => instant?.toISOString() ?? null;

/** 接口说明: made from the routes above, so that it cannot say anything else. */
function describe(api: OpenAPIHono<Here>) {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: apiWords.en.title, version: '1.0.0', description: `${apiWords['zh-CN'].about}\n\n${apiWords.en.about}` },
    servers: [{ url: '/api' }],
  });
}
