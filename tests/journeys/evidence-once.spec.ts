import { expect } from 'vitest';
import { tellExpiry } from '#app/domain/base/evidence/tell-expiry.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import { citeForRule } from '#app/domain/pilot/self-assessment/cite-evidence.ts';
import { startAssessment } from '#app/domain/pilot/self-assessment/start-assessment.ts';
import { system } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { openCall } from './calls.ts';
import { press, reads } from './reads.ts';
import { scannedOpinion } from './scan.ts';
import { signIn, test } from './story.ts';

const unit = '320104003';
const at = `/work/${unit}/evidence`;
const save = '.by-kind button:has-text("保存")';

test('A document is entered once, offered instead of another upload, cited by a rule and an application, and told of before it runs out', async ({ db, visit, person }) => {
  const officer = await person('佟一次（故事）', 'government-officer', unit);
  const { page, troubles } = await visit();
  await signIn(page, officer, at);
  await expect.poll(() => page.locator('main').innerText(), { message: 'an empty list says what to do' }).toContain('还没有佐证');

  const scan = { name: '议事会章程.pdf', mimeType: 'application/pdf', buffer: await scannedOpinion() };
  await press(page.getByRole('link', { name: '录入佐证' }));
  await page.locator('#title').fill('儿童议事会章程');
  await page.locator('input[type=file]').setInputFiles(scan);
  await page.locator('.file.done').waitFor();
  await page.locator('#source').fill('街道办事处');
  await page.locator('#promise').check();
  await page.locator(save).click();
  await page.getByText('已录入。').waitFor();
  const address = new URL(page.url()).pathname;
  const id = address.split('/').at(-1)!;

  await page.goto(`${at}/new`);
  await page.locator('#title').pressSequentially('议事会的章程');
  await page.locator('#offers').getByRole('link', { name: '儿童议事会章程' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ ...scan, name: '换个名字.pdf' });
  await page.getByText('你已有这份材料：《儿童议事会章程》').waitFor();
  await page.locator('#source').fill('街道办事处');
  await page.locator('#promise').check();
  await page.locator(save).click();
  await page.getByText('这份材料已经在这里').waitFor();
  expect(new URL(page.url()).pathname, 'it is the same piece').toBe(address);

  const year = Number(beijingDay(new Date()).slice(0, 4));
  await startAssessment(officer.ctx(), unit, { year });
  await citeForRule(officer.ctx(), { regionCode: unit, year }, { ruleId: 'A1.1', evidenceId: id });
  const { id: draft } = await startDraft(officer.ctx(), { callId: await openCall(db), regionCode: unit });
  await page.goto(`/apply/${draft}/plan`);
  await page.getByRole('button', { name: '用这份：儿童议事会章程' }).click();
  await page.locator('[data-paper=attachment] .file.done').waitFor();
  await expect.poll(() => page.locator('[data-paper=attachment]').innerText(), { message: 'no upload was needed' }).toContain('议事会章程.pdf');
  await page.goto(address);
  for (const cited of ['自评', 'A1.1', '试点申报']) await reads(page.locator('#citations'), cited);

  await press(page.getByRole('link', { name: '更正', exact: true }));
  await page.locator('#validTo').fill(addDays(beijingDay(new Date()), 20));
  await page.locator('#reason').fill('章程写明一年一修订');
  await page.locator('#promise').check();
  await page.locator(save).click();
  await page.getByText('已更正。').waitFor();
  await expect.poll(() => page.locator('#citations').innerText(), { message: 'what rests on it hears of it' }).toContain('引用后有更正');
  await tellExpiry({ actor: system, db, now: new Date(), locale: 'zh-CN', requestId: 'story' });
  await page.goto('/account/inbox');
  await reads(page, /1 件佐证将到期.*《儿童议事会章程》/);
  await page.goto(`${at}?standing=soon`);
  await reads(page.locator('main table').first(), '儿童议事会章程');
  expect(troubles).toEqual([]);
});

test('Without a script a record check is refused with a way out, and a stamped statement stands for it', async ({ visit, person }) => {
  const officer = await person('佟无脚本（故事）', 'community-worker', unit);
  const { page } = await visit({ scripts: false, width: 360 });
  await signIn(page, officer, `${at}/new?kind=document`);
  const fill = async (name: string) => {
    await page.locator('#title').fill('工作人员查询情况');
    await page.locator('#source').fill('街道办事处');
    await page.locator('#promise').check();
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: await scannedOpinion(520) });
    await page.locator(save).click();
  };
  await fill('无犯罪记录查询结果.pdf');
  await expect.poll(() => page.getByRole('alert').first().innerText()).toContain('请改为上传盖章说明');
  await expect.poll(() => page.locator('#title').inputValue(), { message: 'what was typed is still there' }).toBe('工作人员查询情况');
  await page.locator('input[value=statement]').check();
  await page.locator('input[value=sealed]').check();
  await fill('关于查询情况的说明.pdf');
  await reads(page, '已录入。');
  await reads(page, '每次打开文件都会留下记录');
});
