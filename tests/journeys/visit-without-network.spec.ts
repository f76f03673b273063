import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { aBrowserPhone, liesOn, noBarriers, pin, saved, setUpPhone, takeAlong, unlock } from './phone.ts';
import { scanOfRoom } from './scan.ts';
import { signIn, signOut, test } from './story.ts';
import { aPlannedVisit, filesOf, mayBeSent, recordOf } from './visits.ts';

const community = '340111400007';
const note = '活动室门口有台阶，推婴儿车进不去';
const seen = '楼道里的消防栓被杂物挡住了一半';

test('An expert works without a network, the browser is killed, and on return everything arrives and leaves the phone', async ({ db, site, person, onTestFinished }) => {
  const office = await person('周办（故事）', 'programme-officer', '*');
  const expert = await person('林专家（故事）', 'expert', '*');
  await mayBeSent(db, expert);
  const visitId = await aPlannedVisit(office, community, expert);
  const phone = await aBrowserPhone(site);
  onTestFinished(phone.close);

  let page = await phone.start();
  await signIn(page, expert, '/visit');
  await page.getByLabel('设一个口令').fill('123456');
  await page.getByLabel('再输一遍口令').fill('123456');
  await page.getByRole('button', { name: '启用' }).click();
  await page.getByText('太短或太好猜').waitFor();
  await noBarriers(page);
  await setUpPhone(page);
  await takeAlong(page, visitId);
  await noBarriers(page);

  await phone.offline();
  await page.goto(`${phone.home}/visit/${visitId}`);
  await unlock(page);
  await page.getByText('没有网络').waitFor();
  await page.getByRole('button', { name: '到达现场，开始评估' }).click();
  await page.locator('.vpart > .status.done').waitFor();
  await noBarriers(page);

  await page.getByRole('link', { name: '细则', exact: true }).click();
  await page.getByRole('link', { name: '还没看', exact: true }).click();
  await noBarriers(page);
  await page.locator('.rules a').first().click();
  const ruleId = (await page.locator('.rulehead').innerText()).split(/\s/)[0]!;
  await page.getByLabel('部分达到').check();
  await page.getByLabel('现场记录').fill(note);
  await saved(page, 2);
  await page.locator('input[type=file]').setInputFiles({ name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await scanOfRoom() });
  await page.locator('.shot[data-kind=photo] img').waitFor();
  await page.getByLabel('照片说明').fill('门口的台阶');
  await page.getByRole('button', { name: '录音' }).click();
  await page.getByText(/正在录音 0:0[1-9]/).waitFor();
  await page.getByRole('button', { name: '停止并存下' }).click();
  await page.locator('.shot[data-kind=voice] audio').waitFor();
  await noBarriers(page);

  await page.getByRole('link', { name: '见闻', exact: true }).click();
  await page.getByRole('button', { name: '新的见闻' }).click();
  await page.getByLabel('看到、听到什么').fill(seen);
  await saved(page);
  await phone.kill();

  const disk = phone.disk();
  expect(liesOn(disk, 'tongyou-visit'), 'the phone did keep something').toBe(true);
  expect([note, seen, pin, '门口的台阶', '看一看儿童之家', '社区居委会设儿童主任'].filter((secret) => liesOn(disk, secret))).toEqual([]);

  page = await phone.start();
  await signOut(page);
  await page.goto(`${phone.home}/visit/${visitId}`);
  await unlock(page, 'not-the-pin');
  await page.getByText('口令不对').waitFor();
  await noBarriers(page);
  await unlock(page);
  await page.getByRole('link', { name: '见闻', exact: true }).click();
  await page.getByText(seen).waitFor();
  await page.goto(`${phone.home}/visit/${visitId}#rule/${ruleId}`);
  await expect.poll(() => page.getByLabel('部分达到').isChecked()).toBe(true);
  await expect.poll(() => page.getByLabel('现场记录').inputValue()).toBe(note);
  await page.locator('.shot[data-kind=photo] img').waitFor();

  await page.getByRole('link', { name: '签字', exact: true }).click();
  await page.getByLabel('总体意见').fill('空间好，管理要加强。');
  const [mine, theirs] = [page.locator('.side').nth(0), page.locator('.side').nth(1)];
  await noBarriers(page);
  await mine.getByLabel('姓名', { exact: true }).fill('林专家');
  await mine.locator('canvas').scrollIntoViewIfNeeded();
  const box = (await mine.locator('canvas').boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 80, { steps: 4 });
  await page.mouse.up();
  await mine.getByRole('button', { name: '签字', exact: true }).click();
  await mine.locator('.signed').waitFor();
  await theirs.getByLabel('姓名', { exact: true }).fill('社区书记老陈');
  await theirs.getByLabel('身份').fill('社区书记');
  await theirs.getByRole('radio', { name: '输入姓名并打勾' }).focus();
  await page.keyboard.press('Space');
  await theirs.getByRole('checkbox').press('Space');
  await theirs.getByRole('button', { name: '签字', exact: true }).press('Enter');
  await theirs.locator('.signed').waitFor();
  await page.getByRole('link', { name: '同步' }).click();
  await page.getByRole('button', { name: '现在同步' }).click();
  await page.getByText('连不上服务器').waitFor();
  await noBarriers(page);
  expect(await recordOf(db, visitId)).toEqual({});

  await phone.online();
  await page.getByText('登录已过期').first().waitFor();
  await noBarriers(page);
  await signIn(page, expert, `/visit/${visitId}`);
  await unlock(page);
  await page.getByText('4 件照片、录音和签名已存证，并已从手机上清除').waitFor();
  const record = await recordOf(db, visitId);
  expect(record[`level:${ruleId}`]).toEqual(['partly']);
  expect(record[`note:${ruleId}`]).toEqual([note]);
  expect(record['signature:community']).toMatchObject([{ name: '社区书记老陈', role: '社区书记', refusal: '' }]);
  expect(Object.keys(record).filter((path) => path.startsWith('observation:'))).toHaveLength(1);
  const files = await filesOf(db, visitId);
  expect(files.map(({ kind }) => kind)).toEqual(['photo', 'signature', 'signature', 'voice']);
  expect(files.every(({ arrivedAt, fileId }) => arrivedAt && fileId)).toBe(true);
  expect(files[0]).toMatchObject({ mediaType: 'image/jpeg', place: { latitude: 31.72, longitude: 117.29 } });
  expect(files[0]!.size).toBeLessThanOrEqual(2 * 1024 * 1024);
  expect(await leftOnPhone(page)).toEqual({ visits: 0, entries: 0, notes: 0, bytes: 0 });
  expect(phone.troubles).toEqual([]);
});

/** How many things lie on the shelves of the phone. */
async function leftOnPhone(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('tongyou-visit');
      asked.addEventListener('success', () => resolve(asked.result));
    });
    const names = ['visits', 'entries', 'notes', 'bytes'];
    const tx = db.transaction(names);
    const counts = await Promise.all(names.map((name) => new Promise<number>((resolve) => {
      const asked = tx.objectStore(name).count();
      asked.addEventListener('success', () => resolve(asked.result));
    })));
    db.close();
    return Object.fromEntries(names.map((name, place) => [name, counts[place]!]));
  });
}

test('Without scripts the page says what it needs', async ({ visit }) => {
  const { page, troubles } = await visit({ scripts: false, lang: 'en', width: 360 });
  await page.goto('/visit');
  await page.getByRole('heading', { name: 'What this page needs' }).waitFor();
  await page.getByRole('link', { name: 'To the desk' }).waitFor();
  expect(troubles).toEqual([]);
});
