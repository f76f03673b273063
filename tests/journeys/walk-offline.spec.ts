import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { placesToWalk } from '#app/domain/service/walks/find-place.ts';
import { PlanInput } from '#app/domain/service/walks/input.ts';
import { planWalk } from '#app/domain/service/walks/plan-walk.ts';
import { walkEntries, walkPhones, walkPhotos, walks } from '#app/domain/service/walks/tables.server.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { aBrowserPhone, liesOn, noBarriers, pin, unlock } from './phone.ts';
import { reads } from './reads.ts';
import { scanOfRoom } from './scan.ts';
import { type Person, signIn, test, until } from './story.ts';

const unit = '340111400';
const note = '斑马线的白漆看不清了';

async function aWalk(worker: Person): Promise<string> {
  const { routes } = await placesToWalk(worker.ctx(), unit);
  const told = PlanInput.parse({ place: `route:${routes[0]!.id}`, day: beijingDay(new Date()), adults: '夏老师', groupName: '三年级观察员', primary: '6', consent: 'yes' });
  return planWalk(worker.ctx(), unit, told);
}

async function take(page: Page, home: string, code: string): Promise<void> {
  await page.goto(`${home}/walk#${code}`);
  await page.locator('input[type=password]').first().fill(pin);
  await page.locator('input[type=password]').nth(1).fill(pin);
  await page.locator('form button').click();
  await page.locator('.pointlist').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

const look = (page: Page, point: string) => page.goto(page.url().replace(/#.*|$/, `#look/${point}`));
const tap = (page: Page, answer: string) => page.locator(`[data-answer="${answer}"]`).click();

test('Two phones walk with children without a network, one is killed on the way; on return everything is there once, scored, and a ticket is made', async ({ db, site, person, visit, onTestFinished }) => {
  const worker = await person('夏走查（故事）', 'community-worker', unit);
  const id = await aWalk(worker);
  const [{ code } = { code: '' }] = await db.select({ code: walks.code }).from(walks).where(eq(walks.id, id));
  const phones = [await aBrowserPhone(site), await aBrowserPhone(site, { lang: 'en' })] as const;
  for (const phone of phones) onTestFinished(phone.close);
  let one = await phones[0].start();
  const two = await phones[1].start();
  await Promise.all([take(one, phones[0].home, code), take(two, phones[1].home, code)]);
  for (const phone of phones) await phone.offline();

  await noBarriers(one);
  await one.getByLabel('现在在哪里').selectOption({ index: 1 });
  await look(one, 'cars-stop');
  await noBarriers(one);
  await tap(one, 'bad');
  await one.getByRole('button', { name: '换一个小朋友' }).click();
  await tap(one, 'good');
  await noBarriers(one);
  await one.getByRole('button', { name: '点错了，重新点' }).click();
  await tap(one, 'bad');
  await one.getByRole('button', { name: '看下一样' }).waitFor();
  await look(one, 'cars-stop');
  await one.locator('input[type=file]').setInputFiles({ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: await scanOfRoom() });
  await one.locator('.view img').waitFor();
  await one.getByLabel('大人写一句话').fill(note);
  await noBarriers(one);
  await one.getByRole('button', { name: '留下这张' }).click();
  await one.locator('[data-answer=good]').waitFor();
  await phones[0].kill();
  expect(liesOn(phones[0].disk(), 'tongyou-walk'), 'the phone did keep something').toBe(true);
  expect([note, pin, '人行道够宽'].filter((secret) => liesOn(phones[0].disk(), secret))).toEqual([]);

  one = await phones[0].start();
  await one.goto(`${phones[0].home}/walk`);
  await unlock(one);
  await one.getByText('点了 2 次，照片 1 张').waitFor();

  await two.getByLabel('Where you are now').selectOption({ index: 1 });
  await look(two, 'cars-stop');
  await two.getByText('Cars stop when I cross').first().waitFor();
  await tap(two, 'bad');
  await two.getByRole('button', { name: 'Next child' }).click();
  await tap(two, 'cannot-see');
  await two.getByRole('button', { name: 'Look at the next thing' }).click();
  await noBarriers(two);
  expect(await db.$count(walkEntries, eq(walkEntries.walkId, id)), 'nothing left a phone').toBe(0);

  for (const phone of phones) await phone.online();
  for (const [page, end] of [[one, '走完了，送出并清除'], [two, 'Over: send and wipe']] as const) {
    await page.goto(page.url().replace(/#.*|$/, '#send'));
    await page.getByRole('button', { name: end }).click();
  }
  await one.getByText('手机上的记录和照片已经清除').waitFor();
  await two.getByText('are gone from this phone').waitFor();
  const entries = await db.select().from(walkEntries).where(eq(walkEntries.walkId, id));
  expect(entries.flatMap(({ answer }) => answer ?? []).toSorted(), 'what was undone never left').toEqual(['bad', 'bad', 'bad', 'cannot-see']);
  expect(await db.select({ note: walkPhotos.note, point: walkPhotos.point }).from(walkPhotos).where(eq(walkPhotos.walkId, id))).toEqual([{ note, point: 'cars-stop' }]);
  expect((await db.select().from(walkPhones).where(eq(walkPhones.walkId, id))).map(({ isDone, remaining }) => [isDone, remaining])).toEqual([[true, 0], [true, 0]]);
  expect(await leftOn(one)).toBe(0);

  const { page, troubles } = await visit();
  await signIn(page, worker, `/work/${unit}/children/walks/${id}`);
  await reads(page, '3 次里 3 次说不好');
  await page.getByRole('button', { name: '转成工单' }).first().click();
  await reads(page.locator('#wrong'), '工单：过街');
  await page.locator('#wrong .saidfiles img').first().scrollIntoViewIfNeeded();
  await until(async () => page.locator('#wrong .saidfiles img').first().evaluate((image: HTMLImageElement) => image.naturalWidth > 0), 'the picture is shown');
  expect([...troubles, ...phones.flatMap((phone) => phone.troubles)]).toEqual([]);
});

/** How many things lie on the shelves of the phone. */
function leftOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('tongyou-walk');
      asked.addEventListener('success', () => resolve(asked.result));
    });
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names);
    const counts = await Promise.all(names.map((name) => new Promise<number>((resolve) => {
      const asked = tx.objectStore(name).count();
      asked.addEventListener('success', () => resolve(asked.result));
    })));
    db.close();
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

test('Without scripts the page of walks says so and leads to the sheet on paper', async ({ visit }) => {
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await page.goto('/walk');
  await page.getByRole('heading', { name: '这个页面需要什么' }).waitFor();
  await expect.poll(() => page.locator('main').innerText()).toContain('打印走查表');
  await page.getByRole('link', { name: '去社区页面打印' }).waitFor();
  expect(troubles).toEqual([]);
});
