import type { OpenAPIHono } from '@hono/zod-openapi';
import { listPilots } from '#app/domain/base/communities/read.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { searchRegions } from '#app/domain/base/regions/search.ts';
import { getEdition, listEditions } from '#app/domain/base/standard/read.ts';
import { listCalls } from '#app/domain/pilot/calls/read.ts';
import { getByNumber, type Registered } from '#app/domain/pilot/certification/register.ts';
import { publicCertificates } from '#app/domain/pilot/certification/read.ts';
import { openStatistics } from '#app/domain/public/statistics/open-data.ts';
import { getNotice, listNotices } from '#app/domain/pilot/notices/read.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import type { Here } from '#app/server/who-asks.ts';
import { withEnglish } from './in-english.ts';
import { nextLink } from './next-link.ts';
import { readCalls, readCertificate, readCertificates, readEdition, readEditions, readNotice, readNotices, readPilots, readRegions, readStatistics } from './routes.ts';
import { serve } from './serve.ts';
import { tagged } from './tag.ts';

/** Open data show everybody the same: a token sees no more. */
const asVisitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor });
const said = (instant: Date | null) => instant?.toISOString() ?? null;

/** 公开数据. */
export function addOpenData(api: OpenAPIHono<Here>) {
  serve(api, readRegions, async (c) => {
    const { parent, q, within, limit } = c.req.valid('query');
    const ctx = asVisitor(c.get('ctx'));
    const items = q ? await searchRegions(ctx, q, { limit, ...(within ? { within } : {}) }) : await listChildren(ctx, parent ?? null);
    return tagged(c, JSON.stringify(await withEnglish(ctx, { items })));
  });

  serve(api, readEditions, async (c) => {
    const editions = await listEditions(asVisitor(c.get('ctx')));
    const items = editions.map(({ state: _, ...edition }) => ({ ...edition, publishedAt: said(edition.publishedAt) }));
    return tagged(c, JSON.stringify({ items }));
  });

  serve(api, readEdition, async (c) => {
    const { state: _, ...edition } = await getEdition(asVisitor(c.get('ctx')), c.req.valid('param').id);
    return tagged(c, JSON.stringify({ ...edition, publishedAt: said(edition.publishedAt) }), { 'Cache-Control': 'public, max-age=300' });
  });

  serve(api, readCalls, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const { rows, next = null } = await listCalls(asVisitor(c.get('ctx')), { after: cursor }, limit);
    const items = rows.map(({ regionName: _, ...call }) => call);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items, next })), nextLink(c, next));
  });

  serve(api, readNotices, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const { rows, next = null } = await listNotices(asVisitor(c.get('ctx')), { after: cursor, isPublic: true }, limit);
    const items = rows.map(({ id, callId, title, phase, startsOn, endsOn, entries }) => ({ id, callId, title, phase, startsOn, endsOn, entries }));
    return tagged(c, JSON.stringify({ items, next }), nextLink(c, next));
  });

  serve(api, readNotice, async (c) => {
    const { id, callId, title, body, phase, startsOn, endsOn, workingDays, entries } = await getNotice(asVisitor(c.get('ctx')), c.req.valid('param').id);
    const listed = entries.map(({ regionCode, name, path, applicant, state, removedReason }) => ({ regionCode, name, path, applicant, state, removedReason }));
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { id, callId, title, body, phase, startsOn, endsOn, workingDays, entries: listed })));
  });

  serve(api, readStatistics, async (c) => {
    const { region = '*', ...asked } = c.req.valid('query');
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), await openStatistics(asVisitor(c.get('ctx')), region, asked))));
  });

  serve(api, readPilots, async (c) => {
    const { cursor, limit, region, q } = c.req.valid('query');
    const { rows, next = null } = await listPilots(asVisitor(c.get('ctx')), { after: cursor, region, text: q }, limit);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items: rows, next })), nextLink(c, next));
  });

  serve(api, readCertificates, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { rows, next = null } = await publicCertificates(asVisitor(c.get('ctx')), { after: cursor, ...filter }, limit);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items: rows.map(lineOf), next })), { ...fresh, ...nextLink(c, next) });
  });

  serve(api, readCertificate, async (c) => {
    const found = await getByNumber(asVisitor(c.get('ctx')), c.req.valid('param').number);
    const { content, number, stateSince, stateReason, credentialHash, kid } = found;
    const whole = {
      ...lineOf(found), call: content.call, notice: content.notice, standingSince: stateSince.toISOString(), reason: stateReason, credentialHash, key: kid,
      credential: `${originOf(c.req.raw)}/certificates/${number}/credential.json`,
    };
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), whole)), fresh);
  });
}

/** A withdrawal is known to the next who asks. */
const fresh = { 'Cache-Control': 'no-cache' };

type Line = Pick<Registered, 'number' | 'regionCode' | 'level' | 'content' | 'issuedOn' | 'validUntil' | 'standing'>;

/** 证书 in a list. */
function lineOf({ number, regionCode, level, content, issuedOn, validUntil, standing }: Line) {
  const { unit, place, applicant, grade } = content;
  return { number, regionCode, unit, place, applicant, level, levelName: content.level, grade, issuedOn, validUntil, standing };
}
