import type { OpenAPIHono } from '@hono/zod-openapi';
import { citation } from '#app/domain/pilot/case-library/model.ts';
import { type CaseLine, getCase, listCases } from '#app/domain/pilot/case-library/read.ts';
import { findReport, pagedReports } from '#app/domain/public/annual-report/read.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Here } from '#app/server/who-asks.ts';
import { withEnglish } from './in-english.ts';
import { nextLink } from './next-link.ts';
import { readAnnualReport, readAnnualReports, readCase, readCases } from './library-routes.ts';
import { serve } from './serve.ts';
import { tagged } from './tag.ts';

const asVisitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor });
/** What was taken down is gone for the next who asks. */
const fresh = { 'Cache-Control': 'no-cache' };

/** 案例库和年度报告 as open data. */
export function addLibrary(api: OpenAPIHono<Here>) {
  serve(api, readCases, async (c) => {
    const { cursor, limit, cost, ...filter } = c.req.valid('query');
    const { rows, next = null } = await listCases(asVisitor(c.get('ctx')), { after: cursor, mostCost: cost, ...filter }, limit);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items: rows.map(lineOf), next })), { ...fresh, ...nextLink(c, next) });
  });

  serve(api, readCase, async (c) => {
    const found = await getCase(asVisitor(c.get('ctx')), c.req.valid('param').id);
    const { problem, action, lessons, funding, startedOn, partners, outcomes, title, titleEn } = found.content;
    const year = beijingDay(found.publishedAt).slice(0, 4);
    const cited = (said: string, locale: string) => citation({ number: found.number, version: found.version, title: said, community: found.community, year }, locale);
    const versions = found.versions.map((one) => ({ version: one.version, publishedAt: one.publishedAt.toISOString(), changes: one.changes, hash: one.hash }));
    const whole = { ...lineOf(found), hash: found.hash, problem, action, lessons, funding, startedOn, partners, outcomes, versions, citation: { zh: cited(title, 'zh-CN'), en: cited(titleEn || title, 'en') } };
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), whole)), fresh);
  });

  serve(api, readAnnualReports, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { rows, next = null } = await pagedReports(asVisitor(c.get('ctx')), { after: cursor, ...filter }, limit);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items: rows.map(reportLine), next })), nextLink(c, next));
  });

  serve(api, readAnnualReport, async (c) => {
    const report = await findReport(asVisitor(c.get('ctx')), c.req.valid('param').id);
    const { figures, results, query } = report.content!;
    return tagged(c, JSON.stringify({ ...(await withEnglish(c.get('ctx'), reportLine(report))), figures, results, query }));
  });
}

type Line = Pick<CaseLine, 'id' | 'number' | 'version' | 'publishedAt' | 'regionCode' | 'community' | 'place' | 'content' | 'reach'>;

function lineOf({ content, publishedAt, id, number, version, regionCode, community, place, reach }: Line) {
  const { title, titleEn, summary, summaryEn, cost, months, ages, tags, ruleIds } = content;
  return {
    id, number, version, publishedAt: publishedAt.toISOString(), regionCode, community, place, title: { zh: title, en: titleEn }, summary: { zh: summary, en: summaryEn },
    cost, months, ages, tags, rules: ruleIds, reach,
  };
}

type Report = Awaited<ReturnType<typeof findReport>>;

function reportLine({ id, regionCode, year, number, asOf, publishedAt, content, hash }: Report) {
  return { id, regionCode, place: content!.place, year, number, asOf: asOf.toISOString(), publishedAt: publishedAt!.toISOString(), hash: hash! };
}
