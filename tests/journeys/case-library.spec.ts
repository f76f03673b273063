import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { startPlan } from '#app/domain/pilot/consulting/start-plan.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { confirm, open } from './desk-page.ts';
import { press, reads } from './reads.ts';
import { signIn, test, until } from './story.ts';

const unit = { code: '340104004', taker: '340104003' };
const home = `/work/${unit.code}/cases`;

/** What a worker types; a line each for outcomes. */
async function write(page: Page, title: string): Promise<void> {
  const texts = { title, summary: '把楼顶变成孩子的菜园。', problem: '孩子没有见过菜怎么长。', action: '一户认一箱土，孩子记日记。', outcomes: '认养的家庭｜0｜42｜户', months: '4', startedOn: '2026-03-01', cost: '6000' };
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name=${name}]`).fill(text);
  if ((await page.locator('#ruleIds').getAttribute('open')) === null) await page.locator('#ruleIds > summary').click();
  await page.locator('input[name="ruleIds[]"][value="C3.3"]').check();
  await press(page.locator('button[name=deed][value=save]'));
}

async function consent(page: Page, whose: string): Promise<void> {
  const box = page.locator(`details:has(input[name=consent][value=${whose}])`);
  if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
  await box.locator('textarea').fill('当面说明用途，签字同意。');
  await box.locator('input[name=agreed]').check();
  await press(page.locator(`form:has(input[name=consent][value=${whose}]) button`));
}

test('A case is written and agreed to without scripts on a phone, reviewed, found by rule and by words, and taken into a plan', async ({ visit, person }) => {
  const title = `楼顶菜园${process.pid}`;
  const [worker, officer] = [await person('郑一（故事）', 'community-worker', unit.code), await person('郑二（故事）', 'government-officer', unit.code)];
  const [office, taker] = [await person('郑三（故事）', 'programme-officer', '*'), await person('郑四（故事）', 'government-officer', unit.taker)];
  const today = beijingDay(new Date());
  await startPlan(taker.ctx(), unit.taker, { aim: '一年内让孩子有地方种菜。', startsOn: today, endsOn: addDays(today, 300), rules: [] });

  const first = await visit({ scripts: false, width: 360 });
  await signIn(first.page, worker, home);
  await first.page.locator('main form[method=post] button').first().click();
  await first.page.waitForURL(new RegExp(`${home}/[0-9a-f-]{36}$`));
  const at = new URL(first.page.url()).pathname;
  await write(first.page, title);
  await consent(first.page, 'people');
  await expect.poll(() => first.page.locator('.miss').innerText(), { message: 'the government has not agreed yet' }).toContain('政府同意公开');
  expect(await first.page.locator('input[name=consent][value=government]').count(), 'and a worker cannot agree for it').toBe(0);

  const second = await visit({ scripts: false });
  await signIn(second.page, officer, at);
  await first.page.locator('[name=lessons]').fill('先试一层楼。');
  await consent(second.page, 'government');
  await press(first.page.locator('button[name=deed][value=save]'));
  await second.page.locator('[name=lessons]').fill('土要轻。');
  await press(second.page.locator('button[name=deed][value=save]'));
  await expect.poll(() => second.page.locator('main').innerText(), { message: 'somebody saved meanwhile, and what they wrote stands here' }).toMatch(/郑一（故事）[^]*先试一层楼。/);
  await expect.poll(() => second.page.locator('[name=lessons]').inputValue()).toBe('土要轻。');
  await second.page.locator('[name=lessons]').fill('先试一层楼。土要轻。');
  await press(second.page.locator('button[name=deed][value=save]'));
  for (const whose of ['government', 'people']) await consent(second.page, whose);
  await press(second.page.locator('button[name=deed][value=submit]'));
  await reads(second.page, '已提交审核');

  const desk = await visit();
  await signIn(desk.page, office, '/desk/cases');
  await desk.page.locator('a', { hasText: title }).click();
  await desk.page.waitForURL(/\/desk\/cases\/[0-9a-f-]{36}$/);
  const id = desk.page.url().split('/').at(-1)!;
  await open(desk.page, `/desk/cases/${id}`);
  await confirm(desk.page, '上架');
  await desk.page.locator('a', { hasText: '公开页面' }).waitFor();

  const anybody = await visit({ scripts: false, width: 360 });
  for (const search of ['rule=C3.3', `q=${encodeURIComponent(title)}`]) {
    await anybody.page.goto(`/cases?${search}`);
    await anybody.page.locator('.cases a', { hasText: title }).waitFor();
  }
  await anybody.page.locator('.cases a', { hasText: title }).click();
  await reads(anybody.page, /先试一层楼。土要轻。[^]*AL-\d{4}-\d{4}/);

  const third = await visit({ scripts: false });
  await signIn(third.page, taker, `/work/take-case/${id}`);
  await third.page.locator('input[name=place]').first().check();
  await third.page.locator('main form[method=post] button').click();
  await third.page.waitForURL(`**/work/${unit.taker}/plan`);
  await third.page.locator('.data a', { hasText: title }).click();
  await reads(third.page, '学自案例 AL-');
  await anybody.page.reload();
  await expect.poll(() => anybody.page.locator('main').innerText(), { message: 'its reach' }).toContain('已被 1 个社区学用');

  await open(desk.page, `/desk/cases/${id}`);
  await confirm(desk.page, '下架', (asked) => asked.locator('[name=note]').fill('菜园拆了，需要更新。'));
  await until(async () => (await anybody.page.goto(`/cases/${id}`))!.status() === 404, 'the case is taken down');
  await third.page.reload();
  await expect.poll(() => third.page.locator('main').innerText(), { message: 'the plan says that the case was taken down' }).toContain('下架');
  expect([...first.troubles, ...second.troubles, ...desk.troubles, ...anybody.troubles, ...third.troubles]).toEqual([]);
});
