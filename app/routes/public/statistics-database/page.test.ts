import { sql } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { RouterContextProvider } from 'react-router';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { cityWords } from '#app/i18n/city.ts';
import { ctxKey, type Locale } from '#app/platform/ctx.ts';
import { as, ctxOf, hefei, test } from '#tests/world.ts';
import { loader as dataFile } from './data-file.ts';
import { addressOf } from './links.ts';
import { loadStatisticsDatabase } from './load.ts';

const said: [string, Record<string, unknown>][] = [
  ['A08-1', { period: '2024', value: '29.5%' }], ['A08-1', { period: '2025Q3', value: '34.2%' }], ['A08-1', { regionCode: '340111', period: '2025', value: '30%', source: '=1+1' }],
  ['A06-2', { period: '2025', value: '304' }], ['A06-2', { regionCode: '340111', period: '2025', value: '300' }], ['A06-2', { regionCode: '340104', period: '2025', value: '4' }],
];
async function figures(db: Db) {
  for (const [code, each] of said) await recordValue(as(db, 'government-officer', hefei), code, ValueInput.parse({ regionCode: hefei, source: '年报', ...each }));
}
const page = (db: Db, address: string, locale: Locale = 'zh-CN') => loadStatisticsDatabase({ ...ctxOf(db), locale }, new Request(`https://tongyou.test/statistics-database${address}${address ? '&' : '?'}chart=none`));
const rows = async (db: Db, address: string, locale?: Locale) => (await page(db, address, locale)).result?.table?.rows.map(({ heads, cells }) => [...heads, ...cells.map(({ text, state, isPart }) => (state === 'seen' ? `${text}${isPart ? '*' : ''}` : state))]);

async function file(db: Db, name: string, address: string, locale: Locale = 'zh-CN'): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(ctxKey, { ...ctxOf(db), locale });
  return (await dataFile({ params: { file: name }, request: new Request(`https://tongyou.test/statistics-database/data/${name}${address}`), context } as never)) as Response;
}

describe('the page of the statistics database', () => {
  test('lays the answer out as it was asked, and shows what is missing and what is hidden by words', async ({ db }) => {
    await figures(db);
    expect(await rows(db, '?i=A08-1&r=3401&from=2024&to=2025')).toEqual([['合肥市', '29.5', '34.2*']]);
    expect(await rows(db, '?i=A08-1&i=A06-2&r=3401&from=2025&to=2025&rows=indicator&cols=region', 'en')).toEqual([['Share of inclusive childcare', '34.2%*'], ['Number of child observers', '304 persons']]);
    expect((await page(db, '?i=A08-1&r=3401&from=2021&to=2026')).result!.table).toMatchObject({ cols: [{ name: '2024 年' }, { name: '2025 年' }], left: ['2021 年', '2022 年', '2023 年', '2026 年'] });
    const below = await rows(db, '?i=A06-2&r=3401&from=2025&to=2025&scope=with-below');
    expect(below!.filter(([name]) => ['合肥市', '包河区', '蜀山区', '瑶海区'].includes(name!))).toEqual([['合肥市', '304'], ['瑶海区', 'none'], ['蜀山区', 'hidden'], ['包河区', 'hidden']]);
  });

  test('explains the sign of a part of a year only where one is shown', async ({ db }) => {
    await figures(db);
    await recordValue(as(db, 'government-officer', hefei), 'A09-1', ValueInput.parse({ regionCode: hefei, period: '2026-07', value: '4', source: '年报' }));
    expect((await page(db, '?i=A08-1&r=3401&from=2024&to=2025')).result!.table).toMatchObject({ hasParts: true });
    expect((await page(db, '?i=A09-1&r=3401&from=2026&to=2026')).result!.table).toMatchObject({ hasParts: false, hasHidden: true });
  });

  test('keeps the whole question in its address, and asks what to do where there is no answer', async ({ db }) => {
    await figures(db);
    const { asked } = await page(db, '?i=A08-1&i=A06-2&r=3401&scope=below&to=2025&q=托育');
    expect(addressOf(asked)).toBe('/statistics-database?i=A08-1,A06-2&r=3401&scope=below&to=2025&chart=none&q=%E6%89%98%E8%82%B2');
    expect((await page(db, '')).result).toBeNull();
    expect((await page(db, '?i=A09-1&r=3401')).result).toMatchObject({ isEmpty: true, table: null });
    expect((await page(db, '?i=A08-1&scope=counties&from=2000&to=2025')).result).toMatchObject({ table: null });
    expect((await page(db, '?i=<x>&r=nowhere&from=abc&rows=x')).asked).toMatchObject({ i: [], r: '*', rows: 'region' });
    expect((await page(db, '?i=A08-1&q=托育')).found.map(({ code }) => code)).toContain('HZ5-4');
  });

  test('gives the same figures as files, with nothing that a spreadsheet would run', async ({ db }) => {
    await figures(db);
    const asked = '?i=A08-1,A06-2&r=3401&scope=with-below&from=2025&to=2025';
    const csv = await (await file(db, 'figures.csv', asked)).text();
    expect(csv.trim().split('\r\n').slice(1).map((line) => line.split(',').filter((_, at) => [0, 2, 5, 7].includes(at)).join())).toEqual(['A06-2,3401,2025,304', 'A08-1,3401,2025-Q3,34.2', 'A06-2,340104,2025,', 'A06-2,340111,2025,', 'A08-1,340111,2025,30']);
    expect(csv).toContain(`"'=1+1"`);
    const sheets = unzipSync(new Uint8Array(await (await file(db, 'figures.xlsx', asked)).arrayBuffer()));
    expect(strFromU8(sheets['xl/worksheets/sheet1.xml']!)).toContain('<v>34.2</v>');
    expect(strFromU8(sheets['xl/worksheets/sheet2.xml']!)).toMatch(/儿童发展统计数据库 · 2 个指标.*2026-09-01 10:00:00（北京时间）.*不等于 0.*请注明来源/);
    const json = (await (await file(db, 'figures.json', asked)).json()) as { about: Record<string, string>; items: unknown[] };
    expect([json.items.length, json.about['网址']]).toEqual([5, expect.stringMatching(/\/statistics-database\?i=A08-1,A06-2&r=3401&scope=with-below&from=2025&to=2025$/)]);
    expect((await file(db, 'figures.adx.xml', asked)).headers.get('content-type')).toBe('application/adx+xml; charset=utf-8');
    expect((await file(db, 'figures.exe', asked)).status).toBe(404);
  });

  test('names sources in words in its files, and keeps what was written beside them', async ({ db }) => {
    for (const [period, source] of [['2023', 'nbs-derived'], ['2024', '年报']] as const) await recordValue(as(db, 'government-officer', hefei), 'A08-1', ValueInput.parse({ regionCode: hefei, period, value: '30%', source }));
    const sources = async (locale: Locale) => (await (await file(db, 'figures.csv', '?i=A08-1&r=3401&from=2023&to=2024', locale)).text()).trim().split('\r\n').slice(1).map((line) => [line.split(',')[10], line.split(',')[12]]);
    expect(await sources('zh-CN')).toEqual([[cityWords['zh-CN'].sources['nbs-derived'], 'nbs-derived'], ['年报', '']]);
    expect(await sources('en')).toEqual([[expect.stringMatching(/^[^\u4e00-\u9fff]+$/), 'nbs-derived'], ['年报', '']]);
    const { items } = (await (await file(db, 'figures.json', '?i=A08-1&r=3401&from=2023&to=2024')).json()) as { items: { source: string; sourceName: unknown }[] };
    expect(items.map(({ source, sourceName }) => [source, sourceName])).toEqual([['nbs-derived', { zh: cityWords['zh-CN'].sources['nbs-derived'], en: cityWords.en.sources['nbs-derived'] }], ['年报', { zh: '年报', en: '年报' }]]);
  });

  test('says what to leave out of a question that is too large, and when to come back to who asks too often', async ({ db }) => {
    const large = '?i=A08-1,A11-2,A11-3,A13-1,A13-2&scope=counties&from=1990&to=2100&span=all&group=age';
    expect((await page(db, large)).result).toMatchObject({ tooLarge: expect.stringMatching(/^这个问题太大：5 个指标、\d+ 个地区、111 年、5 个分组，最多会有 \d{6,} 个数，一次只能问 500000 个。/), table: null, isEmpty: true });
    const refused = await file(db, 'figures.csv', large);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringMatching(/^这个问题太大/)]);
    await page(db, '?i=A08-1&r=3401');
    await db.execute(sql`update attempts set count = 120 where key like 'ask-%'`);
    await expect(page(db, '?i=A08-1&r=3401')).rejects.toMatchObject({ code: 'too-many-tries', status: 429, afterSeconds: 60 });
    expect((await page(db, '')).result).toBeNull(); // who only looks for indicators is not counted
    const sentAway = await file(db, 'figures.csv', '?i=A08-1&r=3401');
    expect([sentAway.status, sentAway.headers.get('retry-after'), await sentAway.text()]).toEqual([429, '60', '操作太频繁，请稍等几分钟再试。']);
  });
});
