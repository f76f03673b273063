import { expect } from 'vitest';
import { revokeDevice } from '#app/domain/pilot/visits/devices.ts';
import { visitDevices } from '#app/domain/pilot/visits/tables.server.ts';
import { eq } from 'drizzle-orm';
import { aBrowserPhone, liesOn, noBarriers, saved, setUpPhone, takeAlong, unlock } from './phone.ts';
import { signIn, test, until } from './story.ts';
import { aPlannedVisit, mayBeSent, recordOf } from './visits.ts';

const community = '340111400007';

test('Two experts write without a network on two phones; what differs is shown with who and when, and settled with nothing lost', async ({ db, site, person, onTestFinished }) => {
  const office = await person('吴办（故事）', 'programme-officer', '*');
  const [first, second] = [await person('甲专家（故事）', 'expert', '*'), await person('乙专家（故事）', 'expert', '*')];
  for (const expert of [first, second]) await mayBeSent(db, expert);
  const visitId = await aPlannedVisit(office, community, first, second);
  const phones = [await aBrowserPhone(site), await aBrowserPhone(site, { clockOff: 3 * 86_400_000, lang: 'en' })] as const;
  for (const phone of phones) onTestFinished(phone.close);

  const pages = [await phones[0].start(), await phones[1].start()] as const;
  for (const [place, expert] of [first, second].entries()) {
    await signIn(pages[place]!, expert, '/visit');
    await setUpPhone(pages[place]!);
    await takeAlong(pages[place]!, visitId);
    await phones[place]!.offline();
  }
  const [one, two] = pages;
  await one.locator('a.btn', { hasText: '打开' }).click();
  await one.getByRole('button', { name: '到达现场，开始评估' }).click();
  await one.locator('.vpart > .status.done').waitFor();
  const rule = (page: typeof one, id: string) => page.goto(page.url().replace(/#.*|$/, `#rule/${id}`));
  await rule(one, 'A1.1');
  await one.getByLabel('达到', { exact: true }).check();
  await one.getByLabel('现场记录').fill('看了会议纪要');
  await saved(one, 2);
  await two.locator('a.btn', { hasText: 'Open' }).click();
  await rule(two, 'A1.1');
  await two.getByLabel('Not met').check();
  await two.getByLabel('Note').fill('No minutes were shown');
  await saved(two, 2);
  await rule(two, 'A1.2');
  await two.getByLabel('Partly met').check();
  await saved(two);
  await noBarriers(two);

  await phones[0].online();
  await until(async () => 'note:A1.1' in (await recordOf(db, visitId)), 'the first phone has sent everything');
  await phones[1].online();
  await until(async () => 'level:A1.2' in (await recordOf(db, visitId)), 'the second phone has sent everything');
  expect(await recordOf(db, visitId)).toMatchObject({ 'level:A1.1': ['met', 'not-met'], 'level:A1.2': ['partly'], 'note:A1.1': ['看了会议纪要', 'No minutes were shown'] });

  await two.getByRole('link', { name: /Send/ }).click();
  await two.getByText('about 3 days fast').waitFor();
  const [level, words] = [two.locator('[data-path="level:A1.1"]'), two.locator('[data-path="note:A1.1"]')];
  await level.getByText('甲专家（故事）').waitFor();
  await level.getByText('This phone').waitFor();
  await noBarriers(two);
  await level.locator('.rival', { hasText: '甲专家' }).getByRole('button', { name: 'Take this one' }).click();
  await level.waitFor({ state: 'detached' });
  await words.getByText('Write a third').first().click();
  await words.getByRole('textbox').fill('Minutes of 2025 only');
  await words.getByRole('button', { name: 'Take what I wrote' }).click();
  await words.waitFor({ state: 'detached' });
  await two.getByRole('button', { name: 'Send now' }).click();
  await until(async () => (await recordOf(db, visitId))['note:A1.1']?.length === 1, 'the conflict is settled');
  expect(await recordOf(db, visitId)).toMatchObject({ 'level:A1.1': ['met'], 'note:A1.1': ['Minutes of 2025 only'] });

  await one.getByRole('link', { name: /同步/ }).click();
  await one.getByRole('button', { name: '现在同步' }).click();
  await one.getByText('同步完成').waitFor();
  await rule(one, 'A1.1');
  await expect.poll(() => one.getByLabel('现场记录').inputValue()).toBe('Minutes of 2025 only');
  expect(phones.flatMap(({ troubles }) => troubles)).toEqual([]);
});

test('An expired session loses nothing; a phone left alone locks itself, slows guessing down, and clears itself when it is revoked', async ({ db, site, person, onTestFinished }) => {
  const office = await person('郑办（故事）', 'programme-officer', '*');
  const expert = await person('丙专家（故事）', 'expert', '*');
  await mayBeSent(db, expert);
  const visitId = await aPlannedVisit(office, community, expert);
  const phone = await aBrowserPhone(site);
  onTestFinished(phone.close);
  let page = await phone.start();
  await signIn(page, expert, '/visit');
  await setUpPhone(page);
  await takeAlong(page, visitId);
  await page.locator('a.btn', { hasText: '打开' }).click();
  await page.context().clearCookies({ name: /session|token/ });
  await page.goto(`${page.url()}#rule/B1.1`);
  await page.getByLabel('部分达到').check();
  await saved(page);
  await page.getByRole('link', { name: /同步/ }).click();
  await page.getByRole('button', { name: '现在同步' }).click();
  await page.getByText('登录已过期').first().waitFor();
  await noBarriers(page);
  expect(await recordOf(db, visitId)).toEqual({});

  await signIn(page, expert, '/account');
  await page.locator('form[action="/account/sign-out"] button').click();
  await page.getByText('1 项到访内容没有送达').waitFor();
  await noBarriers(page);
  await page.getByRole('link', { name: '先去同步' }).click();
  await unlock(page);
  await until(async () => 'level:B1.1' in (await recordOf(db, visitId)), 'after signing in again the rest is sent');

  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 6 * 60_000;
  });
  await page.getByRole('heading', { name: '已锁定' }).waitFor();
  for (const said of ['再错 3 次', '再错 2 次', '再错 1 次', '下次再错', '请等 1 分钟']) {
    await unlock(page, 'not-the-pin');
    await page.getByText(said).waitFor();
  }
  await unlock(page);
  await page.getByText('内容都还在').waitFor();
  await phone.kill();
  const [device] = await db.select().from(visitDevices).where(eq(visitDevices.ownerId, expert.id));
  await revokeDevice(expert.ctx(), { deviceId: device!.id, reason: '丢了' });
  page = await phone.start();
  await page.goto(`${phone.home}/visit`);
  await page.getByText('这部手机已停用').waitFor();
  await noBarriers(page);
  await page.reload();
  await page.getByRole('heading', { name: '启用这部手机' }).waitFor();
  await until(async () => !liesOn(phone.disk(), device!.id), 'nothing of it lies on the disk any more');
});
