import { expect } from 'vitest';
import { sql } from 'drizzle-orm';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { ctxOf } from '../world.ts';
import { press, reads } from './reads.ts';
import { test } from './story.ts';

const year = 2031; // nobody else's

test('Somebody goes from the nation down to one community and takes the figures along, on a browser without scripts', async ({ db, visit }) => {
  const ctx = ctxOf(db);
  const edition = await currentEdition(ctx);
  const { rows: chosen } = await db.execute<{ code: string }>(sql`
    select code from (select code, row_number() over (partition by left(code, 6) order by code) as place from regions
      where level = 5 and left(code, 6) in ('320102', '320106') and not is_synthetic and not is_virtual and not is_ended) units
    where place <= case left(code, 6) when '320102' then 2 else 1 end order by code`);
  const units = chosen.map(({ code }) => code);
  expect(units).toHaveLength(3);
  await change(ctx, async (tx) => {
    await tx.record('demo.told', { id: 'statistics-drill', regionCode: '32' });
    for (const [step, regionCode] of units.entries()) {
      const levels = Object.fromEntries(rulesOf(edition).map(({ id }, at) => [id, at % (step + 2) === 0 ? ('not-met' as const) : ('met' as const)]));
      await concludeResults(tx, { regionCode, year, stream: 'whole', editionId: edition.id, levels, sourceId: 'story' });
    }
  });
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await page.goto(`/statistics?year=${year}&stream=whole`);
  const figure = () => page.locator('.nums dd').first().innerText();
  await expect.poll(figure).toMatch(/^3/);
  await expect.poll(() => page.locator('.chart svg').count()).toBeGreaterThan(1);
  await expect.poll(() => page.locator('table.data').count(), { message: 'a table beside each chart' }).toBeGreaterThanOrEqual(await page.locator('.chart').count());

  for (const [name, many] of [['江苏省', 3], ['南京市', 3], ['玄武区', 2]] as const) {
    await press(page.locator('.heat tbody a', { hasText: name }));
    await reads(page.locator('h1'), name);
    await expect.poll(figure).toMatch(new RegExp(`^${many}`));
  }
  await press(page.locator('.heat tbody a').first());
  await press(page.locator('.heat tbody a').first());
  expect(page.url()).toMatch(/\/statistics\/\d{12}/);
  await expect.poll(() => page.locator('.flower').count()).toBe(1);
  await expect.poll(() => page.locator('.crumb a', { hasText: '玄武区' }).count()).toBe(1);

  await reads(page.locator('#about'), /第 [\d,]+ 次变更/);
  const link = await page.locator('#about a.asked').getAttribute('href');
  expect(link).toContain(`year=${year}&stream=whole&edition=${edition.id}`);
  await page.goto(link!);
  await expect.poll(() => page.locator('.flower').count()).toBe(1);

  const { rows } = await db.execute<{ sum: number }>(sql`select count(*)::int as sum from rule_results where year = ${year} and stream = 'whole' and level = 'met' and region_code like '32%'`);
  const data = await (await page.request.get(`/api/v1/statistics?region=32&year=${year}&stream=whole`)).json();
  expect(data).toMatchObject({ code: '32', communities: 3, met: rows[0]!.sum });
  const csv = await page.request.get(`/statistics/data/rules.csv?region=32&year=${year}&stream=whole`);
  expect((await csv.text()).split('\r\n').length).toBe(rulesOf(edition).length + 2);
  const again = await page.request.get(`/statistics/data/rules.csv?region=32&year=${year}&stream=whole`, { headers: { 'if-none-match': csv.headers()['etag']! } });
  expect(again.status()).toBe(304);
  expect(troubles).toEqual([]);
});
