import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { aBrowserPhone, saved, setUpPhone, takeAlong, unlock } from './phone.ts';
import { scanOfRoom } from './scan.ts';
import { signIn, signOut, test, until } from './story.ts';
import { aPlannedVisit, filesOf, mayBeSent, recordOf } from './visits.ts';

const community = '340111400007';

/** 换了新版本的网站: the same server, whose offline shell can be made to say that it is another version. */
async function aSiteThatIsUpdated(url: string) {
  let version = '';
  const target = new URL(url);
  const server = createServer((asked, answer) => {
    delete asked.headers['accept-encoding'];
    const passed = request({ hostname: target.hostname, port: target.port, path: asked.url, method: asked.method, headers: asked.headers }, (given) => {
      const isShell = asked.url === '/visit/sw.js' && version !== '';
      if (!isShell) {
        answer.writeHead(given.statusCode!, given.headers);
        return void given.pipe(answer);
      }
      const pieces: Buffer[] = [];
      given.on('data', (piece: Buffer) => pieces.push(piece));
      given.on('end', () => {
        const { 'content-length': _length, ...headers } = given.headers;
        answer.writeHead(given.statusCode!, headers);
        answer.end(Buffer.concat(pieces).toString().replace(/shellVersion = '[^']*'/, `shellVersion = '${version}'`));
      });
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, deploy: (name: string) => (version = name), close: () => void (server.closeAllConnections(), server.close()) };
}

test('A new version waits until the phone is locked and finds everything that was not sent', async ({ db, site, person, onTestFinished }) => {
  const office = await person('冯办（故事）', 'programme-officer', '*');
  const expert = await person('丁专家（故事）', 'expert', '*');
  await mayBeSent(db, expert);
  const visitId = await aPlannedVisit(office, community, expert);
  const updated = await aSiteThatIsUpdated(site.url);
  const phone = await aBrowserPhone({ ...site, url: updated.url });
  onTestFinished(phone.close);
  onTestFinished(updated.close);
  const page = await phone.start();
  await signIn(page, expert, '/visit');
  await setUpPhone(page);
  await takeAlong(page, visitId);
  await page.goto(`${phone.home}/visit/${visitId}#rule/A1.2`);
  await unlock(page);
  await page.context().clearCookies({ name: /session|token/ });
  await page.getByLabel('现场记录').fill('更新之前写下的');
  await saved(page);

  updated.deploy('the-next-version');
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await page.evaluate(async () => {
    const shell = await navigator.serviceWorker.ready;
    while (!shell.waiting) await new Promise((next) => setTimeout(next, 50));
  });
  await expect.poll(() => page.getByLabel('现场记录').inputValue(), { message: 'nothing is torn away' }).toBe('更新之前写下的');
  const shells = () => page.evaluate(() => caches.keys());
  expect(await shells()).toHaveLength(2);

  await page.getByRole('button', { name: '锁定' }).click();
  await until(async () => (await shells().catch(() => [])).join() === 'visit-shell-the-next-version', 'the new version has taken over');
  await unlock(page);
  await page.getByLabel('现场记录').waitFor();
  await expect.poll(() => page.getByLabel('现场记录').inputValue()).toBe('更新之前写下的');
  expect(await recordOf(db, visitId)).toEqual({});
  expect(phone.troubles).toEqual([]);
});

test('A phone that is full says so, keeps what it had, and saves again when there is room', async ({ db, site, person, onTestFinished }) => {
  const office = await person('陈办（故事）', 'programme-officer', '*');
  const expert = await person('戊专家（故事）', 'expert', '*');
  await mayBeSent(db, expert);
  const visitId = await aPlannedVisit(office, community, expert);
  const phone = await aBrowserPhone(site);
  onTestFinished(phone.close);
  let page = await phone.start();
  await signIn(page, expert, '/visit');
  await setUpPhone(page);
  await takeAlong(page, visitId);
  await page.locator('a.btn', { hasText: '打开' }).click();
  await page.goto(`${page.url()}#rule/A1.1`);
  await page.getByLabel('达到', { exact: true }).check();
  await saved(page);
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage!);
  await phone.kill();

  page = await phone.start();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Storage.overrideQuotaForOrigin', { origin: phone.home, quotaSize: used + 1024 * 1024 });
  await phone.offline();
  await page.goto(`${phone.home}/visit/${visitId}#rule/A1.1`);
  await unlock(page);
  const photo = { name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await scanOfRoom() };
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByText('手机存储满了').waitFor();
  await expect.poll(() => page.getByLabel('达到', { exact: true }).isChecked()).toBe(true);
  expect(await page.locator('.shot').count()).toBe(0);

  await tools.send('Storage.overrideQuotaForOrigin', { origin: phone.home });
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.locator('.shot img').waitFor();
  await page.reload();
  await unlock(page);
  await page.locator('.shot img').waitFor();
  await expect.poll(() => page.getByLabel('达到', { exact: true }).isChecked()).toBe(true);
});

test('Killed in the middle of sending, a phone goes on where it was, and everything is there once', async ({ db, site, person, onTestFinished }) => {
  const office = await person('褚办（故事）', 'programme-officer', '*');
  const expert = await person('己专家（故事）', 'expert', '*');
  await mayBeSent(db, expert);
  const visitId = await aPlannedVisit(office, community, expert);
  const phone = await aBrowserPhone(site);
  onTestFinished(phone.close);
  let page = await phone.start();
  await signIn(page, expert, '/visit');
  await setUpPhone(page);
  await takeAlong(page, visitId);
  await phone.offline();
  await page.goto(`${phone.home}/visit/${visitId}#rule/C1.1`);
  await unlock(page);
  await page.getByLabel('没有达到').check();
  await saved(page);
  for (const count of [1, 2]) {
    await page.locator('input[type=file]').setInputFiles({ name: `${count}.jpg`, mimeType: 'image/jpeg', buffer: await scanOfRoom() });
    await until(async () => (await page.locator('.shot img').count()) === count, 'the photo lies on the phone');
  }
  await phone.online();
  await until(async () => 'level:C1.1' in (await recordOf(db, visitId)), 'the words have arrived, the photos are on their way');
  await phone.kill();

  page = await phone.start();
  await signOut(page);
  await signIn(page, expert, '/visit');
  await unlock(page);
  await page.getByText('全部已送达').waitFor();
  const record = await recordOf(db, visitId);
  expect(record['level:C1.1']).toEqual(['not-met']);
  expect(Object.keys(record).filter((path) => path.startsWith('photo:'))).toHaveLength(2);
  expect((await filesOf(db, visitId)).map(({ kind, arrivedAt }) => [kind, arrivedAt !== null])).toEqual([['photo', true], ['photo', true]]);
});
