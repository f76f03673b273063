import { expect } from 'vitest';
import { lacks, saved, write } from './apply-page.ts';
import { openCall } from './calls.ts';
import { aDraft } from './drafts.ts';
import { scannedOpinion } from './scan.ts';
import { signIn, test, until } from './story.ts';

const unit = { name: '锁金村街道', code: '320102007' };
const hers = '一年内把学校门口的三个路口改成孩子们自己能走的路口。';
const his = '三年内每个小区都有一处孩子们自己参与设计的游戏角。';

test('Two officers write into the same field; neither text is lost, and a broken line loses nothing either', async ({ db, visit, person }) => {
  const callId = await openCall(db);
  const [she, he] = [await person('吴二（故事）', 'government-officer', unit.code), await person('王三（故事）', 'government-officer', unit.code)];
  const id = await aDraft(she.ctx(), callId, unit, 41);
  const [first, second] = [await visit(), await visit({ width: 360 })];
  await signIn(first.page, she, `/apply/${id}/plan`);
  await signIn(second.page, he, `/apply/${id}/plan`);

  await write(first.page, 'goals', hers);
  await saved(first.page);
  await write(second.page, 'goals', his);
  const beside = second.page.locator('[data-question=goals] [data-conflict]');
  await beside.waitFor();
  await expect.poll(() => beside.innerText(), { message: 'what she wrote stands beside' }).toContain(hers);
  await expect.poll(() => beside.innerText(), { message: 'with her name' }).toContain(she.name);
  await expect.poll(() => second.page.locator('[name="q.goals"]').inputValue(), { message: 'what he wrote is still there' }).toBe(his);

  await first.page.reload();
  const both = () => first.page.locator('[data-question=goals]').innerText().then((text) => [text.includes(hers), text.includes(his)]);
  await expect.poll(both, { message: 'she sees both' }).toEqual([true, true]);
  await expect.poll(() => lacks(first.page), { message: 'and that somebody has to choose' }).toBe(1);

  await beside.locator('button').last().click();
  await beside.waitFor({ state: 'detached' });
  await saved(second.page);
  await first.page.reload();
  await expect.poll(() => first.page.locator('[name="q.goals"]').inputValue()).toBe(his);
  expect(await lacks(first.page)).toBe(0);
  expect([...first.troubles, ...second.troubles]).toEqual([]);
});

test('What is typed without a line is kept on the device and saved when the line is back', async ({ db, visit, person }) => {
  const officer = await person('冯四（故事）', 'government-officer', unit.code);
  const { rows } = await db.execute<{ id: string }>(`select id from applications where region_code = '${unit.code}'`);
  const { page } = await visit();
  await signIn(page, officer, `/apply/${rows[0]!.id}/plan`);

  await page.context().setOffline(true);
  await write(page, 'highlights', '孩子们的议事会每月开一次。');
  await page.locator('[data-save-line].offline').waitFor();
  await page.context().setOffline(false);
  expect(await saved(page)).toMatch(/\d\d:\d\d:\d\d/);

  await page.context().setOffline(true);
  await write(page, 'highlights', '孩子们的议事会每月开一次，提案有回音。');
  await page.locator('[data-save-line].offline').waitFor();
  const again = await page.context().newPage();
  await page.close();
  await again.context().setOffline(false);
  await again.goto(`/apply/${rows[0]!.id}/plan`);
  await saved(again);
  await again.reload();
  await expect.poll(() => again.locator('[name="q.highlights"]').inputValue()).toBe('孩子们的议事会每月开一次，提案有回音。');
});

test('An upload that breaks off goes on where it stopped', async ({ db, visit, person }) => {
  const officer = await person('陈五（故事）', 'government-officer', unit.code);
  const { rows } = await db.execute<{ id: string }>(`select id from applications where region_code = '${unit.code}'`);
  const { page } = await visit();
  await signIn(page, officer, `/apply/${rows[0]!.id}/plan`);
  const scan = await scannedOpinion(1800);

  const sent = { begun: 0, pieces: 0, bytes: 0 };
  await page.route('**/files/uploads**', async (route) => {
    const request = route.request();
    if (request.method() === 'POST') sent.begun += 1;
    if (request.method() === 'PATCH') {
      sent.pieces += 1;
      if (sent.pieces === 2) return route.abort('connectionreset');
      sent.bytes += Number((await request.allHeaders())['content-length'] ?? request.postDataBuffer()?.length ?? 0);
    }
    return route.continue();
  });
  await page.locator('[data-paper=attachment] input[type=file]').setInputFiles({ name: '口袋公园照片.pdf', mimeType: 'application/pdf', buffer: scan });
  await page.locator('[data-paper=attachment] .file.done').waitFor();
  expect(sent.begun, 'it was begun once').toBe(1);
  expect(sent.pieces).toBeGreaterThan(2);
  expect(sent.bytes, 'no piece was sent twice').toBeLessThanOrEqual(scan.length);
  await until(async () => {
    const stored = await db.execute<{ size: number }>(`select f.size from application_papers p join files f on f.id = p.file_id where p.application_id = '${rows[0]!.id}' and p.paper = 'attachment'`);
    return stored.rows[0]?.size === scan.length;
  }, 'the whole file is stored');
});
