import { expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { comeAsChild } from './as-child.ts';
import { press, reads } from './reads.ts';
import { walks } from './site-map.ts';
import { signIn, test } from './story.ts';

/** Words that press a child to come back, to compare or to hurry (AADC 13): none of them stands on a child's page. */
const nudges = /连续\d|打卡|排行|排名|点赞|积分|倒计时|还剩\s*\d+\s*(天|秒|分)|streak|leaderboard|\blikes\b|countdown/i;

/** Everything a page fetches or lets fetch: addresses in its tags. */
const addressesIn = (html: string) => [...html.matchAll(/\s(?:src|href|action|poster|data-src)="([^"]+)"/g)].map(([, address]) => address!.replaceAll('&amp;', '&'));

test('AA-01: every child page has the trusted grown-up and the numbers, asks for no place, presses nobody, and CN-18: fetches nothing from elsewhere', async ({ db, site, visit }) => {
  const pages = (await walks(db, (pattern) => /^child(\/|$)/.test(pattern))).filter(({ pattern }) => pattern !== '*');
  expect(pages.length).toBeGreaterThan(8);
  const { page, troubles } = await visit({ width: 360 });
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await comeAsChild(page);
  const scripts = new Set<string>();
  const faults: string[] = [];
  for (const { path } of pages) {
    await page.goto(path);
    const html = await page.content();
    for (const address of addressesIn(html)) {
      const isOurs = address.startsWith('/') || /^(#|\?|tel:)/.test(address) || address.startsWith(site.url) || address.startsWith('data:image');
      if (!isOurs) faults.push(`${path} leads to ${address}`);
      if (address.endsWith('.js')) scripts.add(new URL(address, site.url).pathname);
    }
    const help = page.getByRole('region', { name: /有人让你害怕|遇到危险/ });
    if ((await help.count()) !== 1) faults.push(`${path} has no help`);
    else if (!/大人|信得过/.test(await help.innerText()) || (await help.locator('a[href="tel:110"]').count()) !== 1) faults.push(`${path} names nobody to turn to`);
    const said = await page.locator('main').innerText();
    if (nudges.test(said)) faults.push(`${path} says ${nudges.exec(said)?.[0]}`);
    if (/<script(?![^>]*\bsrc=)/.test(html)) faults.push(`${path} has a script of its own`);
  }
  for (const script of scripts) {
    const text = await (await page.request.get(script)).text();
    if (/geolocation|https?:\/\/(?!www\.w3\.org)/.test(text)) faults.push(`${script} asks for a place or another host`);
  }
  expect(faults).toEqual([]);
  expect([...hosts]).toEqual([new URL(site.url).host]);
  expect(troubles).toEqual([]);
});

test('A child moves by keyboard alone, and a reader of screens hears each sentence once, without its pinyin', async ({ visit }) => {
  const { page } = await visit({ scripts: false });
  await page.goto('/child');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href')), { message: 'the first stop skips to the content' }).toBe('#main');
  for (const role of ['banner', 'main', 'contentinfo'] as const) await expect.poll(() => page.getByRole(role).count()).toBe(1);
  const title = page.getByRole('heading', { level: 1, name: '我能做什么？', exact: true });
  await expect.poll(() => title.locator('rt').first().innerText()).toBe('wǒ');
  expect(await page.locator('main').ariaSnapshot()).not.toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǚ]/);
  expect(await page.locator('button[data-aloud]').isVisible(), 'nothing is offered that needs a script').toBe(false);

  await press(page.getByRole('link', { name: '拼音：开' }), 'Enter');
  await page.getByRole('link', { name: '拼音：关' }).waitFor();
  expect(await page.locator('rt').count()).toBe(0);
  await press(page.getByRole('link', { name: '我想知道', exact: true }), 'Enter');
  await page.getByRole('heading', { level: 1, name: '我想知道', exact: true }).waitFor();

  await press(page.getByRole('link', { name: '13—18 岁' }));
  await expect.poll(() => page.getByRole('navigation').getByRole('link', { name: '13—18 岁' }).getAttribute('aria-current')).toBe('true');
  expect(await page.getByRole('link', { name: /拼音/ }).count(), 'no pinyin from thirteen on').toBe(0);
});

test('A worker writes a notice anew for children, is told which sentence is too hard, mends a reading, and children read it', async ({ visit }) => {
  const { page } = await visit({ scripts: false });
  await signIn(page, { username: 'binhu-worker' }, '/work/340111400/children/child-versions/new', demoPassword);
  await page.locator('#title').fill('小路要修了');
  await page.locator('#saidBy').fill('儿童主任王老师');
  await page.locator('#text').fill('根据工作安排，近期将对辖区内主要道路开展维修。\n树长高了，也要剪一剪。');
  await press(page.getByRole('button', { name: '下一步：逐句看' }));
  await page.getByText('还有 1 句太难').waitFor();
  await reads(page.locator('.toohard'), '“开展”是公文词，可以说“做”。');
  expect(await page.getByRole('button', { name: '存下并发布' }).count()).toBe(0);
  await page.locator('#text-0').fill('门前的小路要修了。');
  await page.locator('[name=drawing-0]').selectOption('crossing');
  await press(page.getByRole('button', { name: '存下并检查' }));
  await page.locator('summary', { hasText: '多音字读法' }).nth(1).click();
  await page.locator('[name=reading-1-1]').selectOption('cháng');
  await page.getByRole('button', { name: '存下并发布' }).click();
  await page.getByText('已公开。要修改先收回。').waitFor();

  const child = await visit({ width: 360 });
  await child.page.goto('/child/know');
  await child.page.getByRole('link', { name: '小路要修了' }).click();
  await child.page.getByText('门前的小路要修了。').waitFor();
  await expect.poll(() => child.page.locator('.lines li').nth(1).locator('rt').nth(1).innerText()).toBe('cháng');
});

test('An address among the children’s pages that leads nowhere says so to a child, with help beside it and no way out but one', async ({ visit }) => {
  const { page } = await visit({ width: 360 });
  const answer = await page.goto('/child/no/such/page');
  expect(answer?.status()).toBe(404);
  await expect.poll(() => page.title()).toContain('这一页打不开');
  await expect.poll(() => page.locator('main .card a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(['/child']);
  await expect.poll(() => page.locator('a[href^="tel:"]').count(), { message: 'the numbers stand on it' }).toBeGreaterThan(3);
});
