import { expect } from 'vitest';
import { publishSolicitation, startSolicitation } from '#app/domain/children/solicitations/write-solicitation.ts';
import { handInWork } from '#app/domain/children/solicitations/hand-in.ts';
import { licenseWork } from '#app/domain/children/solicitations/licence.ts';
import { solicitationWorks } from '#app/domain/children/solicitations/tables.server.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { drawnWork } from '#seed/demo/works.ts';
import { readWorks, solicitationInput, work } from '#tests/solicitations.ts';
import { eq } from 'drizzle-orm';
import { childOfStory, comeAsChild } from './as-child.ts';
import { press, reads } from './reads.ts';
import { signIn, test } from './story.ts';

const place = '340111400';
const days = (opens: number, closes: number, choose: number) => ({ opensOn: addDays(beijingDay(new Date()), opens), closesOn: addDays(beijingDay(new Date()), closes), chooseUntil: addDays(beijingDay(new Date()), choose), showUntil: '' });
const ago = (n: number) => new Date(Date.now() - n * 86_400_000);

test('A class is asked for drawings: a child hands one in on a phone without scripts, finds it by its plate and takes it back', async ({ visit, person, db }) => {
  const worker = await person('沈一（故事）', 'community-worker', place);
  const title = `画一画我们的路${process.pid}`;
  const id = await startSolicitation(worker.ctx(), place, solicitationInput({ kind: 'drawing', title, ...days(0, 5, 9) }));
  await publishSolicitation(worker.ctx(), id);

  const { page } = await visit({ scripts: false, width: 360 });
  await comeAsChild(page, '/child/works');
  await page.locator(`a[href="/child/works/${id}"]`).click();
  await page.locator('#title').fill('会发光的斑马线');
  await page.locator('#penName').fill('小斑马');
  await page.locator('#picture').setInputFiles({ name: 'IMG_2026.png', mimeType: 'image/png', buffer: await drawnWork(3) });
  await press(page.locator('button[value=hand-in]'));
  const plate = await page.locator('.plate .code').innerText();
  expect(plate).toMatch(/·\d+$/);
  const [kept] = await db.select().from(solicitationWorks).where(eq(solicitationWorks.solicitationId, id));
  expect(kept).toMatchObject({ number: 1, way: 'code', childId: null, title: '会发光的斑马线' });

  await page.goto('/child/works');
  await page.locator('#plate').fill(plate);
  await page.locator('form:has(#plate) button').click();
  await page.waitForURL(/\/child\/works\/mine\//);
  await reads(page.locator('h1'), '会发光的斑马线');
  await page.locator('main form button').click();
  await page.waitForURL(/\/child\/works\?back/);
  expect(await db.select().from(solicitationWorks).where(eq(solicitationWorks.solicitationId, id))).toEqual([]);
});

test('Jurors stay away from whom they know, an officer gives the prizes, and everybody sees the works without names', async ({ visit, person, db }) => {
  const [worker, officer] = [await person('沈二（故事）', 'community-worker', place), await person('沈三（故事）', 'government-officer', place)];
  const title = `写一首社区的歌${process.pid}`;
  const id = await startSolicitation(worker.ctx(ago(12)), place, solicitationInput({ title, ...days(-10, -5, -1) }));
  await publishSolicitation(worker.ctx(ago(11)), id);
  const child = await childOfStory(db, 'child');
  const ids: string[] = [];
  for (const song of ['湖边的风', '电梯里的早上好']) ids.push((await handInWork({ ...worker.ctx(ago(8)), child: child! }, id, work(song))).id);
  await readWorks(db, ids);
  for (const one of ids) await licenseWork(worker.ctx(ago(4)), id, one);

  const { page } = await visit();
  await signIn(page, worker, `/work/${place}/children/solicitations/${id}`);
  await page.locator('#name').fill('许老师');
  await page.locator('#role').fill('音乐老师');
  await press(page.locator('button[value=invite]'));
  const link = /\/jury\/[0-9A-Z-]+/.exec(await page.locator('main [role=status]').first().innerText())![0];

  const juror = await visit({ scripts: false, width: 360 });
  await juror.page.goto(link);
  await juror.page.locator('button[value=declare]').waitFor();
  expect(await juror.page.locator('main').innerText()).not.toContain('小风筝');
  await juror.page.locator(`input[name="conflicts[]"][value="${ids[1]}"]`).check();
  await press(juror.page.locator('button[value=declare]'));
  const mine = juror.page.locator(`#w-${ids[0]}`);
  await mine.locator('input[name=mark][value="5"]').check();
  await press(mine.locator('button'));
  await mine.waitFor();
  expect(await juror.page.locator(`#w-${ids[1]} form`).count(), 'a work one knows is not marked').toBe(0);

  const desk = await visit();
  await signIn(desk.page, officer, `/work/${place}/children/solicitations/${id}`);
  await desk.page.locator(`[name="prize-${ids[0]}"]`).selectOption('创意奖');
  await desk.page.locator('#note').fill('句子是自己的话。');
  await desk.page.locator('button[value=decide]').click();
  await desk.page.locator(`a[href$="/certificates/${ids[0]}"]`).waitFor();
  const paper = await desk.page.request.get(`/work/${place}/children/solicitations/${id}/certificates/${ids[0]}`);
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);

  const stranger = await visit({ lang: 'en', scripts: false });
  await stranger.page.goto(`/exhibitions/${id}`);
  await reads(stranger.page, '创意奖');
  await reads(stranger.page, '句子是自己的话。');
  expect(stranger.troubles).toEqual([]);
});
