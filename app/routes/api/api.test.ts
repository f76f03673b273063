import { Hono } from 'hono';
import { describe, expect } from 'vitest';
import { apiOf } from './api.ts';
import type { Db } from '#app/db/db.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import type { Actor } from '#app/platform/ctx.ts';
import type { Here } from '#app/server/who-asks.ts';
import { aCall } from '#tests/cycle.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, ctxOf, hefei, person, test } from '#tests/world.ts';

function site(db: Db, actor?: Actor) {
  const app = new Hono<Here>();
  app.use(async (c, next) => {
    c.set('ctx', ctxOf(db, actor));
    await next();
  });
  app.route('/api', apiOf());
  return app;
}

const ask = async (db: Db, path: string, init: RequestInit = {}) => {
  const answer = await site(db).request(`/api${path}`, init);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
};

describe('the open API', () => {
  test('describes itself in OpenAPI 3.1 with every address', async ({ db }) => {
    const { body } = await ask(db, '/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const open = Object.entries<{ get?: { security: unknown[] } }>(body.paths).filter(([, path]) => path.get?.security.length === 0).map(([path]) => path);
    expect(open).toEqual([
      '/v1/regions', '/v1/standard', '/v1/standard/{id}', '/v1/calls', '/v1/notices', '/v1/notices/{id}', '/v1/statistics', '/v1/pilots', '/v1/certificates', '/v1/certificates/{number}',
      '/v1/cases', '/v1/cases/{id}', '/v1/annual-reports', '/v1/annual-reports/{id}', '/v1/communities/{code}/voices', '/v1/councils', '/v1/councils/{id}', '/v1/survey-results',
      '/v1/survey-results/{id}', '/v1/plans', '/v1/plans/{id}', '/v1/indicators', '/v1/figures', '/v1/figures/sdmx', '/v1/calls/{id}/questions',
    ]);
    expect(Object.keys(body.paths)).toContain('/v1/applications/{id}/submission');
  });

  test('goes down the regions and finds them by pinyin', async ({ db }) => {
    const below = await ask(db, '/v1/regions?parent=3401');
    expect(below.body.items).toContainEqual(expect.objectContaining({ code: '340111', level: 3, name: '包河区', nameEn: 'Baohe District' }));
    const found = await ask(db, '/v1/regions?q=binhushiji');
    expect(found.body.items[0]).toMatchObject({ code: '340111400', nameEn: 'Binhu Shiji Community', path: [{ nameEn: 'Anhui Province' }, { nameEn: 'Hefei City' }, { nameEn: 'Baohe District' }, {}] });
    expect((await ask(db, '/v1/figures?indicators=A08-1&region=3401&from=2025')).body.regions).toEqual([]);
    await recordValue(as(db, 'government-officer', hefei), 'A08-1', ValueInput.parse({ regionCode: hefei, period: '2025', value: '34%', source: '年报' }));
    expect((await ask(db, '/v1/figures?indicators=A08-1&region=3401&from=2025')).body.regions).toEqual([{ code: '3401', area: '340100', name: '合肥市', nameEn: 'Hefei City' }]);
    await aCall(db);
    expect((await ask(db, '/v1/calls')).body.items[0]).toMatchObject({ regionCode: '*', regionNameEn: 'China' });
  });

  test('says sources in words beside their codes, of figures, of definitions and of a plan', async ({ db }) => {
    for (const [period, source] of [['2023', 'nbs-derived'], ['2024', '年报']] as const) await recordValue(as(db, 'government-officer', hefei), 'A08-1', ValueInput.parse({ regionCode: hefei, period, value: '30%', source }));
    const said = [{ source: 'nbs-derived', sourceName: { zh: '据国家统计局公布的增减推算', en: 'Derived from changes the National Bureau of Statistics published' } }, { source: '年报', sourceName: { zh: '年报', en: '年报' } }];
    expect((await ask(db, '/v1/figures?indicators=A08-1&region=3401&from=2023&to=2024')).body.items).toMatchObject(said);
    expect((await ask(db, '/v1/indicators?q=A08-1')).body.items[0]).toMatchObject({ source: 'city-3y-2023-2025', sourceName: { zh: '《建设儿童友好城市三年行动计划（2023—2025年）》' } });
    const { content, ...plan } = planInFile('city-3y-2023-2025');
    const id = await loadPlan(as(db, 'government-officer', hefei), { ...plan, content: { ...content, actions: content.actions.filter(({ code }) => code === 'A08') } }, hefei, { isExample: true, reason: '按来源载入' });
    const { body } = await ask(db, `/v1/plans/${id}`);
    expect(body.sourceName.en).toBe('Three-year action plan for a child-friendly city, 2023–2025');
    expect(body.contents[0].indicators.find(({ code }: { code: string }) => code === 'A08-1').values).toMatchObject(said);
  });

  test('gives definitions whole, with what they speak to, page by page', async ({ db }) => {
    const [first, whole] = [await ask(db, '/v1/indicators?limit=2'), await ask(db, '/v1/indicators')];
    const second = await ask(db, first.headers.get('link')!.slice(5).split('>')[0]!);
    expect([...first.body.items, ...second.body.items]).toEqual(whole.body.items.slice(0, 4));
    expect([whole.body.items.length > 100, whole.body.next]).toEqual([true, null]);
    expect(whole.body.items.find(({ code }: { code: string }) => code === 'A08-1')).toMatchObject({ regionCode: '*', level: 'district', least: 0, most: 100, standard: ['D2.1'], outline: [], unicef: [3] });
  });

  test('gives the standard whole, and 304 to whoever has it', async ({ db }) => {
    const list = await ask(db, '/v1/standard');
    const { id } = list.body.items[0];
    const edition = await ask(db, `/v1/standard/${id}`);
    expect(edition.body.sections.flatMap((section: { norms: { rules: unknown[] }[] }) => section.norms.flatMap((norm) => norm.rules))).toHaveLength(77);
    const again = await ask(db, `/v1/standard/${id}`, { headers: { 'If-None-Match': edition.headers.get('etag') ?? '' } });
    expect([again.status, again.body]).toEqual([304, undefined]);
  });

  test('pages by cursor, and tells the end', async ({ db }) => {
    for (const title of ['甲', '乙', '丙']) await aCall(db, { title });
    const first = await ask(db, '/v1/calls?limit=2');
    expect(first.body.items).toHaveLength(2);
    const second = await ask(db, `/v1/calls?limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map((call: { title: string }) => call.title).toSorted()).toEqual(['丙', '乙', '甲'].toSorted());
    expect(second.body.next).toBeNull();
  });

  test('shows drafts to nobody, not even to those who write them', async ({ db }) => {
    await aCall(db, { state: 'draft' });
    const answer = await site(db, person('programme-officer', '*')).request('/api/v1/calls');
    expect(await answer.json()).toMatchObject({ items: [] });
  });

  test.for([
    ['/v1/regions?parent=x', 400], ['/v1/regions?limit=0', 400], ['/v1/calls?cursor=1', 400], ['/v1/calls?limit=1e9', 400], ['/v1/pilots?region=00', 400],
    ['/v1/standard/nothing', 404], ['/v1/notices/nothing', 404], ['/v1/notices/01999999-0000-7000-8000-000000000000', 404], ['/v2/pilots', 404], ['/', 404],
  ] as const)('answers %s with a problem of status %i', async ([path, status], { db }) => {
    const answer = await ask(db, path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });

  test('names the parameter that is wrong', async ({ db }) => {
    const { body } = await ask(db, '/v1/calls?limit=abc');
    expect(body.errors).toMatchObject([{ parameter: 'limit' }]);
  });

  test('says of a parameter what is wrong with it, and not that it is missing', async ({ db }) => {
    const said = async (path: string) => (await ask(db, path)).body.errors;
    expect(await said('/v1/plans?state=draft')).toEqual([{ parameter: 'state', detail: '请从给出的选项中选择。' }]);
    expect(await said('/v1/plans/01999999-0000-7000-8000-000000000000?revision=x')).toEqual([{ parameter: 'revision', detail: '请填数字，例如 1200。' }]);
  });

  test('can only be read, from any site', async ({ db }) => {
    expect((await ask(db, '/v1/pilots', { method: 'POST' })).status).toBe(405);
    const answer = await ask(db, '/v1/pilots', { headers: { Origin: 'https://elsewhere.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('tells a broken database as our mistake, with a number to quote and no more', async ({ db }) => {
    const app = site(new Proxy(db, { get: () => () => { throw new Error('secret'); } }));
    const answer = await app.request('/api/v1/pilots');
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).requestId]).toEqual([500, 'test']);
    expect(text).not.toContain('secret');
  });
});
