import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { z } from 'zod';
import { sql } from 'drizzle-orm';
import { describe, expect, test as plain } from 'vitest';
import { examples } from '#app/routes/api/examples.ts';
import * as applicationRoutes from '#app/routes/api/applications-routes.ts';
import * as fileRoutes from '#app/routes/api/files-routes.ts';
import * as childrenRoutes from '#app/routes/api/children-routes.ts';
import * as libraryRoutes from '#app/routes/api/library-routes.ts';
import * as openRoutes from '#app/routes/api/routes.ts';
import * as figureRoutes from '#app/routes/api/figures-routes.ts';
import * as planRoutes from '#app/routes/api/plans-routes.ts';
import { tokenVerbs } from '#app/domain/base/interfaces/model.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { makeToken } from '#app/domain/base/interfaces/make-token.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import type { Db } from '#app/db/db.server.ts';
import { answerMotion } from '#app/domain/children/councils/letters.ts';
import { writeMinutes } from '#app/domain/children/councils/minutes.ts';
import { putMotionOnPaper } from '#app/domain/children/councils/put-motion.ts';
import { endSession } from '#app/domain/children/councils/run-session.ts';
import { closeVote } from '#app/domain/children/councils/vote-on-motion.ts';
import { completeAnswers } from './answers.ts';
import { aCouncil, aRunningSession } from './councils.ts';
import { aSuggestion } from './suggestions.ts';
import { aClosedRound } from './surveys.ts';
import { aPublishedCase, aPublishedReport } from './library.ts';
import { aCertificate } from './certificates.ts';
import { aPublishedPlan } from './city.ts';
import { apiSite, program, someone } from './api.ts';
import { aPdf, aPilotCall } from './apply.ts';
import { aCall, anApplication } from './cycle.ts';
import { as, binhu, test, today } from './world.ts';

type Operation = { operationId: string; security: object[]; parameters?: { example?: unknown; schema?: { example?: unknown }; name: string; in: string }[]; responses: Record<string, { content?: Record<string, { example?: unknown }> }> };
const description = async () => {
  const answer = await apiSite({} as Db).request('/api/v1/openapi.json');
  return (await answer.json()) as { openapi: string; paths: Record<string, Record<string, Operation>> };
};
const routes = [...Object.values(openRoutes), ...Object.values(libraryRoutes), ...Object.values(planRoutes), ...Object.values(figureRoutes), ...Object.values(childrenRoutes), ...Object.values(applicationRoutes), ...Object.values(fileRoutes)].filter((route) => 'operationId' in route) as unknown as {
  operationId: keyof typeof examples; method: string; path: string; request: { body?: { content: Record<string, { schema: z.ZodType }> } };
  responses: Record<string, { content?: Record<string, { schema: z.ZodType }> }>;
}[];

describe('the description', () => {
  plain('is OpenAPI 3.1 that a strict linter has nothing to say about', async () => {
    const config = await createConfig({ extends: ['recommended-strict'], rules: { 'info-license-strict': 'off', 'no-server-example.com': 'off' } });
    const problems = await lintFromString({ source: JSON.stringify(await description()), config });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
  });

  plain('finds an error when there is one', async () => {
    const broken = await description();
    broken.paths['/v1/token']!.get!.responses = { 200: { content: { 'application/json': {} } } };
    const problems = await lintFromString({ source: JSON.stringify(broken), config: await createConfig({ extends: ['recommended'] }) });
    expect(problems.length).toBeGreaterThan(0);
  });

  plain('has an example of every answer and of every parameter that must be given', async () => {
    const { openapi, paths } = await description();
    expect(openapi).toBe('3.1.0');
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(routes.length + fileRoutes.contentPaths.length);
    const bare = operations.filter(({ responses }) => Object.entries(responses).some(([status, { content }]) => Number(status) < 300 && !content?.['application/json']?.example && !content?.['application/octet-stream']));
    expect(bare.map(({ operationId }) => operationId)).toEqual([]);
    const silent = operations.flatMap(({ operationId, parameters = [] }) => parameters.filter((one) => one.in === 'path' && one.schema?.example === undefined && one.example === undefined).map((one) => `${operationId} ${one.name}`));
    expect(silent).toEqual([]);
  });

  plain('has only examples that its own shapes accept', () => {
    for (const { operationId, request, responses } of routes) {
      const example = examples[operationId] as { body?: unknown; answer: unknown };
      const answer = Object.entries(responses).find(([status]) => Number(status) < 300)![1].content!['application/json']!.schema.safeParse(example.answer);
      expect([operationId, answer.error?.issues]).toEqual([operationId, undefined]);
      const body = request.body?.content['application/json']?.schema.safeParse(example.body);
      expect([operationId, body?.error?.issues]).toEqual([operationId, undefined]);
    }
  });
});

/** Same keys, same kinds of values; lists are compared by their first line. */
function kindOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [kindOf(value[0])];
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, kindOf(one)]));
}

/** What differs from row to row is left out: answers by question, lists that may be empty, figures that may not be known. */
const open = ['answers', 'sources', 'sections', 'missing', 'papers', 'path', 'grants', 'entries', 'verbs', 'children'];
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !open.includes(key)).map(([key, one]) => [key, bare(one)]));
};

describe('every example', () => {
  test('is played against the running app, in the order of the story, and gets an answer of its kind', async ({ db }) => {
    const callId = await aPilotCall(db, { title: '2026 年第一批', titleEn: 'First call of 2026' });
    const system = await someone(db, [{ role: 'government-officer', regionCode: '3401' }, { role: 'programme-officer', regionCode: '*' }]);
    const { token } = await makeToken(system, { name: '申报接口', verbs: [...tokenVerbs], regionCode: '*', organisationId: undefined, days: 90 });
    const ask = program(db, token);
    const noticeId = await aNotice(db);
    await db.execute(sql`insert into organisations (kind, name, region_code, created_at, updated_at) values ('community', '滨湖世纪社区居民委员会', ${binhu}, ${today.toISOString()}, ${today.toISOString()})`);
    const real: Record<string, string> = { [examples.startApplication.body.callId]: callId, [examples.getNotice.params.id]: noticeId, [examples.getCertificate.params.number]: (await aCertificate(db)).number, [examples.getCase.params.id]: await aPublishedCase(db) };
    const editions = await ask('/standard');
    real['cfcc-norms'] = editions.body.items[0].id;
    await aResult(db);
    real[examples.getAnnualReport.params.id] = await aPublishedReport(db);
    await aSuggestion(db);
    real[examples.getPlan.params.id] = await aPublishedPlan(db);
    real[examples.getCouncil.params.id] = await anAnsweringCouncil(db);
    real[examples.getSurveyResult.params.id] = (await aClosedRound(db)).round;
    const put = (text: string) => Object.entries(real).reduce((done, [from, to]) => done.replaceAll(from, to), text);
    const played: string[] = [];

    async function play(id: keyof typeof examples, given: { body?: unknown; headers?: Record<string, string> } = {}) {
      const route = routes.find((one) => one.operationId === id)!;
      const example = { headers: {}, ...examples[id], ...given } as unknown as { params?: object; query?: object; headers: Record<string, string>; body?: unknown; answer: unknown };
      const path = Object.entries(example.params ?? {}).reduce((done, [name, value]) => done.replace(`{${name}}`, value as string), route.path).replace('/v1', '');
      const search = new URLSearchParams(example.query as Record<string, string>).toString();
      const body = example.body === undefined || Buffer.isBuffer(example.body) ? example.body : JSON.parse(put(JSON.stringify(example.body)));
      const answer = await ask(put(`${path}${search ? `?${search}` : ''}`), { method: route.method.toUpperCase(), headers: { ...example.headers, ...given.headers }, body });
      const [status, shown] = Object.entries(route.responses).find(([code]) => Number(code) < 300)!;
      expect([id, answer.status, answer.body.detail]).toEqual([id, Number(status), undefined]);
      expect([id, shown.content!['application/json']!.schema.safeParse(answer.body).error?.issues]).toEqual([id, undefined]);
      expect([id, kindOf(bare(answer.body))]).toEqual([id, kindOf(bare(example.answer))]);
      played.push(id);
      return answer;
    }

    for (const id of ['listRegions', 'listEditions', 'getEdition', 'listCalls', 'getQuestions', 'listNotices', 'getNotice', 'listPilots', 'getStatistics', 'listCertificates', 'getCertificate', 'listCases', 'getCase', 'listAnnualReports', 'getAnnualReport', 'listPlans', 'getPlan', 'listIndicators', 'listFigures', 'getFiguresSdmx', 'getVoices', 'listCouncils', 'getCouncil', 'listSurveyResults', 'getSurveyResult', 'listSuggestions', 'getToken'] as const) await play(id);
    const organisations = await play('listOrganisations');
    real[examples.getOrganisation.params.id] = organisations.body.items[0].id;
    await play('getOrganisation');

    real[examples.getApplication.params.id] = (await play('startApplication')).body.id;
    await play('listApplications');
    const file = await play('uploadFile', { body: aPdf(), headers: { 'Content-Type': 'application/octet-stream' } });
    real[examples.getFile.params.id] = file.body.id;
    await play('getFile');
    const read = await play('getApplication');
    await play('saveAnswers', { headers: { 'if-match': read.headers.get('etag')! } });
    await play('attachPaper');
    await play('removePaper');
    await play('attachPaper');
    const now = await play('getApplication');
    await play('saveAnswers', { headers: { 'if-match': now.headers.get('etag')!, 'idempotency-key': 'the-rest' }, body: { answers: completeAnswers } });
    await play('submitApplication');
    await play('getReceipt');
    await play('getTimeline');
    await play('withdrawApplication');
    expect([...new Set(played)].toSorted()).toEqual(Object.keys(examples).toSorted());
  });
});

/** A council that has met once, with a motion adopted and answered; its minutes have been read by a person. */
async function anAnsweringCouncil(db: Db): Promise<string> {
  const council = await aCouncil(db);
  const motion = await putMotionOnPaper(council.ctx, council.members[0]!.id, { title: '放学路口装一盏灯', text: '天黑得早，过马路看不清。' });
  const session = await aRunningSession(db, council, motion);
  await closeVote(council.ctx, motion, { inFavour: 4, against: 1, abstaining: 0 });
  await endSession(council.ctx, session);
  await writeMinutes(council.ctx, session, { minutes: '讨论了放学路口的照明。', childMinutes: '我们说了路灯。' });
  await answerMotion(council.ctx, motion, { verdict: 'yes', answer: '已列入十月路灯维护计划。', childAnswer: '十月就装灯。', answeredBy: '街道城建办 周主任' });
  return council.councilId;
}

async function aResult(db: Db): Promise<void> {
  const ctx = as(db, 'government-officer', binhu);
  const edition = await currentEdition(ctx);
  const levels = Object.fromEntries(rulesOf(edition).map(({ id }, at) => [id, at % 3 === 0 ? ('partly' as const) : ('met' as const)]));
  await change(ctx, async (tx) => {
    await tx.record('assessment.submitted', { id: binhu, regionCode: binhu });
    await concludeResults(tx, { regionCode: binhu, year: 2026, stream: 'self', editionId: edition.id, levels, sourceId: 'test' });
  });
}

async function aNotice(db: Db): Promise<string> {
  const callId = await aCall(db, { opensOn: '2026-01-01', closesOn: '2026-02-01', places: 2 });
  for (const regionCode of ['340111001', '340111002']) await anApplication(db, { callId, regionCode, status: 'accepted', answers: completeAnswers });
  const office = (now: Date) => as(db, 'programme-officer', '*', now);
  const early = new Date('2026-03-02T02:00:00Z');
  const id = await draftNotice(office(early), { callId, title: '第一批试点社区公示', body: '现将名单予以公示。' });
  await publishNotice(office(early), id, { starts: 'today' });
  await finaliseNotice(office(new Date('2026-04-20T02:00:00Z')), id);
  return id;
}
