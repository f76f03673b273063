import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { beijingDay } from '#app/platform/dates.ts';
import { textOfPdf } from '#tests/pdf.ts';
import { confirm, open } from './desk-page.ts';
import { press } from './reads.ts';
import { signIn, test, until } from './story.ts';

const lastYear = Number(beijingDay(new Date()).slice(0, 4)) - 1;

test('An annual report of a past year is ordered, made by the job, verified, published, and read by a stranger without scripts', async ({ visit, person }) => {
  const { page, troubles } = await visit();
  await signIn(page, await person('冯一（故事）', 'programme-officer', '*'), '/desk/annual-reports');
  await open(page, '/desk/annual-reports');
  await confirm(page, '生成年度报告', async (asked) => {
    await asked.locator('[name=year]').fill(String(lastYear));
    await asked.locator('[name=regionCode]').fill('3401');
  });
  await page.waitForURL(/\/annual-reports\/[0-9a-f-]{36}$/);
  const at = new URL(page.url()).pathname;
  const stranger = await visit({ scripts: false, width: 360 });
  expect((await stranger.page.goto(at))!.status(), 'it is not public yet').toBe(404);

  await until(async () => {
    await page.goto(at);
    return (await page.locator('button[value=verify]').count()) > 0;
  }, 'the job makes the report');
  await page.locator('button[value=verify]').click();
  await page.locator('main', { hasText: '完全一致' }).waitFor();
  await page.locator('button[value=publish]').click();
  await page.locator('main', { hasText: '已公开' }).waitFor();

  await stranger.page.goto('/annual-reports');
  await press(stranger.page.locator(`a[href="${at}"]`));
  const text = await stranger.page.locator('main').innerText();
  expect(text).toContain(`合肥市 ${lastYear} 年度报告`);
  expect(await stranger.page.locator('button').filter({ hasText: '重新核算' }).count()).toBe(0);
  const withScripts = await visit({ lang: 'en' });
  await withScripts.page.goto(at);
  const [download] = await Promise.all([withScripts.page.waitForEvent('download'), withScripts.page.locator('a[href$="report.pdf"]').click()]);
  const pages = await textOfPdf(new Uint8Array(await readFile((await download.path())!)));
  expect(pages.join(''), 'in both languages, with the fingerprint of the page').toContain(/[0-9a-f]{64}/.exec(text)![0]);
  expect(pages.join('')).toContain('annualreport');
  expect([...troubles, ...stranger.troubles, ...withScripts.troubles]).toEqual([]);
});
