import { expect } from 'vitest';
import { takeStock } from '#app/domain/children/compliance/take-stock.ts';
import { system } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { ctxOf } from '#tests/world.ts';
import { button, confirm, open } from './desk-page.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const [county, community] = ['340104', '340104004'];
const kinds = ['guardian-contact', 'nickname'];

test('The office for children’s data: an assessment by two people, a partner, a share without a ground and one by law, last year’s report', async ({ visit, person, db }) => {
  const [writer, approver] = [await person('郑五（故事）', 'government-officer', county), await person('郑六（故事）', 'programme-officer', county)];
  const today = beijingDay(new Date());
  const name = `故事支持中心${process.pid}`;
  const first = await visit();
  const { page } = first;

  await signIn(page, writer, '/desk/privacy/assessments/new');
  await open(page, '/desk/privacy/assessments/new');
  for (const [field, text] of Object.entries({ title: name, purpose: '把孩子转介给支持单位', lawfulness: '逐次取得单独同意', necessity: '没有联系方式办不了', conclusion: '措施与风险相称', validUntil: addDays(today, 300) })) await page.locator(`[name=${field}]`).fill(text);
  await page.locator('[name="triggers[]"][value=provide]').check();
  await button(page, '保存草稿').click();
  await reads(page, '请至少选一种信息。');
  await expect.poll(() => page.locator('[name=necessity]').inputValue(), { message: 'nothing typed is lost' }).toBe('没有联系方式办不了');
  await page.locator('[name="dataKinds[]"][value=nickname]').check();
  await page.locator('[name="risk[]"]').first().fill('被同学知道');
  await page.locator('[name="measure[]"]').first().fill('只交给一名专人');
  await button(page, '保存草稿').click();
  await page.waitForURL(/assessments\/[0-9a-f-]{36}$/);
  await confirm(page, '送审');
  await reads(page, '您写的评估由另一位负责人审批。');
  const assessment = new URL(page.url()).pathname;

  await open(page, '/desk/privacy/partners/new');
  for (const [field, text] of Object.entries({ name, contact: '联系人 故事', contract: `HT-${process.pid}`, scope: '一对一支持', duties: '期满删除', validFrom: addDays(today, -10), validTo: addDays(today, 200) })) await page.locator(`[name=${field}]`).fill(text);
  await page.locator('[name=kind]').selectOption('provided');
  for (const kind of kinds) await page.locator(`[name="fields[]"][value=${kind}]`).check();
  await button(page, '保存').click();
  await reads(page, '没有可以引用的评估');
  const partner = new URL(page.url()).pathname;

  const second = await visit();
  await signIn(second.page, approver, assessment);
  await open(second.page, assessment);
  await confirm(second.page, '通过');
  await reads(second.page, '审批通过了影响评估');

  await open(second.page, partner);
  await confirm(second.page, '启用', (asked) => asked.locator('[name=assessmentId]').selectOption({ index: 1 }).then(() => undefined));
  await reads(second.page, '启用了合作方');

  await open(page, `/desk/privacy/shares/new?region=${community}`);
  await page.locator('[name=partnerId]').selectOption({ label: `${name} · 提供给其他处理者` });
  await page.locator('[name="fields[]"][value=nickname]').check();
  for (const [field, text] of Object.entries({ purpose: '安排第一次谈话', childCount: '2', expiresOn: addDays(today, 30) })) await page.locator(`[name=${field}]`).fill(text);
  await page.locator('[name=basis]').selectOption('law');
  await button(page, '登记').click();
  await reads(page, '没有依据不能提供');
  await page.locator('[name=article]').selectOption('court');
  await button(page, '登记').click();
  await page.waitForURL(/shares\/[0-9a-f-]{36}$/);
  await confirm(page, '确认归还或删除', async (asked) => {
    await asked.locator('[name=ending]').selectOption('deleted');
    await asked.locator('[name=note]').fill('删除证明 3 号');
  });
  await reads(page, '已删除 · 删除证明 3 号');

  const year = Number(today.slice(0, 4)) - 1;
  await takeStock(ctxOf(db, system, new Date()));
  await open(page, `/desk/privacy?year=${year}&region=${county}`);
  await confirm(page, '报送后存档', (asked) => asked.locator('[name=receipt]').fill(`回执 ${process.pid}`));
  await reads(page, `受理回执 回执 ${process.pid}`);
  await page.getByRole('link', { name: '重新核算' }).click();
  await reads(page, '重新核算一致');
  const file = await page.request.get(`/desk/privacy/report.csv?year=${year}&region=${county}`);
  expect(await file.text()).toMatch(/未成年人：不满 14 周岁[^]*回执/);
  expect(first.troubles.map((line) => / (\d{3}) for /.exec(line)?.[1] ?? line), 'the two forms that came back').toEqual(['400', '422']);
  expect(second.troubles).toEqual([]);
});
