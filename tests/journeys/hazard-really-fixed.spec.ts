import sharp from 'sharp';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { assignHazard } from '#app/domain/service/hazards/assign-hazard.ts';
import { checkHazard } from '#app/domain/service/hazards/check-hazard.ts';
import { repairAsStaff } from '#app/domain/service/hazards/repair-hazard.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import { comeAsChild } from './as-child.ts';
import { press, reads } from './reads.ts';
import { signIn, test } from './story.ts';

const unit = '320104004';
const photo = async (colour: string) => ({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 80, height: 60, channels: 3, background: colour } }).jpeg().toBuffer() });

test('A hazard goes from a phone without scripts to a worker, a repairer, and back to the reporter, who says that it is really fixed', async ({ db, visit, person }) => {
  const worker = await person('黄安全（故事）', 'community-worker', unit);
  const reporter = await visit({ width: 360, scripts: false });
  await reporter.page.goto(`/hazards/report?region=${unit}`);
  await reporter.page.getByText('照明', { exact: true }).click();
  await reporter.page.locator('#text').fill('楼下的路灯坏了三天');
  await reporter.page.locator('#placeText').fill('幼儿园门口（故事）');
  await reporter.page.locator('input[type=file]').setInputFiles(await photo('#333333'));
  expect(await reporter.page.locator('input[type=file]').evaluate((one) => one.getBoundingClientRect().width), 'the browser says which photo was chosen').toBeGreaterThan(100);
  await reporter.page.getByRole('button', { name: '报告', exact: true }).click();
  await reads(reporter.page, '收到了，谢谢您');
  const address = new URL(reporter.page.url()).pathname;
  expect(await reporter.page.evaluate(() => document.documentElement.scrollWidth), 'a phone shows it whole').toBeLessThanOrEqual(360);

  const { page, troubles } = await visit();
  await signIn(page, worker, `/work/${unit}/children/hazards`);
  await press(page.getByRole('link', { name: /幼儿园门口（故事）/ }));
  expect(await page.content(), 'staff never see the code').not.toContain(address.split('/').at(-1)!);
  await press(page.getByRole('button', { name: '去看过，是隐患' }));
  await page.locator('#assign-assigneeName').fill('路灯班');
  await page.getByRole('button', { name: '派单' }).click();
  const sheet = (await page.locator('a[href^="/hazards/repair/"]').getAttribute('href'))!;

  const repairer = await visit({ width: 360, scripts: false });
  await repairer.page.goto(sheet);
  await repairer.page.locator('#note').fill('换了灯泡和线');
  await repairer.page.locator('input[type=file]').setInputFiles(await photo('#ffee88'));
  await repairer.page.getByRole('button', { name: '报完工' }).click();
  await repairer.page.getByText('收到了。报告人去看过').waitFor();

  await page.reload();
  await reads(page, '幼儿园门口（故事）');
  expect(await page.getByRole('button', { name: '第二人确认' }).count(), 'the reporter has the first word').toBe(0);
  await reporter.page.goto(address);
  await reporter.page.getByText('真的修好了', { exact: true }).click();
  await reporter.page.getByRole('button', { name: '告诉他们' }).click();
  await reporter.page.getByText('您确认了真的修好。').waitFor();
  const [hazard] = await db.select({ state: hazards.state, by: hazards.verifiedBy }).from(hazards).where(eq(hazards.code, decodeURIComponent(address.split('/').at(-1)!)));
  expect(hazard).toEqual({ state: 'verified', by: 'reporter' });
  await repairer.page.goto(sheet);
  await expect.poll(() => repairer.page.locator('main').innerText(), { message: 'the sheet has ended' }).toContain('没有找到这个维修码');
  expect([...troubles, ...reporter.troubles]).toEqual([]);
});

test('A child who reports a hazard follows it on a child’s page, says “not yet”, and then that it is really fixed', async ({ db, visit, person }) => {
  const worker = (await person('柯巡查（故事）', 'community-worker', '340111400')).ctx();
  const { page, troubles } = await visit({ width: 360, scripts: false });
  await comeAsChild(page, '/child/places/report');
  await page.locator('label:has(input[name=kind][value=light])').click();
  await page.locator('#placeText').fill('小花园后面（故事）');
  await page.getByRole('button', { name: '送出去' }).click();
  await reads(page, '收到了，谢谢你');
  const told = new URL(page.url()).pathname;
  expect(told).toMatch(/^\/child\/places\/told\//);
  const code = decodeURIComponent(told.split('/').at(-1)!);
  const [{ id }] = await db.select({ id: hazards.id }).from(hazards).where(eq(hazards.code, code)) as [{ id: string }];
  const mend = async () => repairAsStaff(worker, '340111400', id, { name: '路灯班', note: '换了灯泡' }, [{ name: 'a.jpg', content: (await photo('#ffee88')).buffer }]);
  await checkHazard(worker, '340111400', id, { kind: 'light', danger: 2, note: '' });
  await assignHazard(worker, '340111400', id, { body: 'lighting', assigneeName: '路灯班', note: '换灯泡' });
  await mend();
  for (const [choice, thanks] of [['还没有修好', '好的，再去修。'], ['真的修好了', '谢谢你去看了。']] as const) {
    await page.goto('/child/places');
    await page.locator('#code').fill(code.toLowerCase());
    await page.getByRole('button', { name: '看一看' }).click();
    await page.waitForURL((url) => url.pathname === told);
    await page.locator('label').filter({ hasText: choice }).click();
    await page.getByRole('button', { name: '告诉他们' }).click();
    await reads(page, thanks);
    if (choice === '还没有修好') await mend();
  }
  await expect.poll(() => page.locator('.path li.done').count()).toBeGreaterThanOrEqual(7);
  expect(await db.select({ state: hazards.state, by: hazards.verifiedBy }).from(hazards).where(eq(hazards.id, id))).toEqual([{ state: 'verified', by: 'reporter' }]);
  expect(troubles).toEqual([]);
});

test('The ways to school stand whole in their tables without scripts, and no map comes to other pages', async ({ visit }) => {
  const plain = await visit({ width: 360, scripts: false });
  await plain.page.goto('/safe-routes?region=340111400');
  await expect.poll(() => plain.page.locator('table.data').count()).toBeGreaterThan(1);
  await reads(plain.page, '确认修好');
  const { page, troubles } = await visit();
  const fetched: string[] = [];
  page.on('request', (request) => void fetched.push(request.url()));
  for (const path of ['/spaces?region=340111400', '/hazards?region=340111400']) await page.goto(path, { waitUntil: 'networkidle' });
  expect(fetched.filter((url) => url.includes('maplibre'))).toEqual([]);
  await page.goto('/safe-routes?region=340111400');
  const data = JSON.parse((await page.locator('#map-data').textContent())!) as { lines: unknown[]; points: unknown[]; tiles: unknown };
  expect([data.lines.length, data.points.length, data.tiles]).toEqual([5, 12, null]);
  expect(fetched.every((url) => new URL(url).origin === new URL(page.url()).origin), 'nothing comes from elsewhere').toBe(true);
  expect(troubles).toEqual([]);
});

test('A walk on paper: planned, printed, entered from the sheet without scripts, its finding becomes a ticket, and children read what came of it', async ({ visit, person }) => {
  const worker = await person('纸走查（故事）', 'community-worker', '340111400');
  const { page, troubles } = await visit({ width: 360, scripts: false });
  await signIn(page, worker, '/work/340111400/children/walks/new');
  await page.locator('#place').selectOption({ label: '惠园—师范附小' });
  await page.locator('#adults').fill('故事里的大人');
  await page.locator('#groupName').fill('纸上小组');
  await page.locator('#consent').check();
  await page.getByRole('button', { name: '计划好了' }).click();
  await reads(page, '请填各年龄层来了几个孩子');
  await page.locator('#primary').fill('6');
  await page.getByRole('button', { name: '计划好了' }).click();
  await reads(page, '还没有手机带走');
  const walk = new URL(page.url()).pathname;
  await page.goto(`${walk}/sheet`);
  await reads(page, '绿灯的时间够我走过去');
  await page.goto(`${walk}/enter`);
  await page.locator('[name="green-long.bad"]').fill('四');
  await page.getByRole('button', { name: '保存这张' }).click();
  await reads(page, '请填 0 到 60 的数');
  await page.locator('[name="green-long.bad"]').fill('4');
  await page.locator('[name="clean.good"]').fill('6');
  await page.getByRole('button', { name: '保存这张' }).click();
  await reads(page, '这张存好了');
  await page.goto(walk);
  await page.getByRole('button', { name: '转成工单' }).first().click();
  await page.getByRole('link', { name: '工单：过街' }).waitFor();
  await page.locator('#close-words').fill('谢谢你们，我们去说绿灯的事。');
  await page.getByRole('button', { name: '结束走查' }).click();
  await page.getByRole('link', { name: '给孩子看的结果' }).click();
  await reads(page, '大人收到了，会去看');
  expect(await page.content(), 'neither the adults nor the group').not.toMatch(/故事里的大人|纸上小组/);
  expect(troubles).toEqual([]);
});
