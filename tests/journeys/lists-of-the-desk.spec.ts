import { expect } from 'vitest';
import { awake, button, open } from './desk-page.ts';
import { signIn, test } from './story.ts';

test('An officer keeps a view, leaves out a column and sends several applications to one expert', async ({ visit, person }) => {
  const officer = await person('邹名单（故事）', 'programme-officer', '*'); // her view is kept, and other stories come to the list as it is
  const { page, troubles } = await visit();
  await signIn(page, officer, '/desk/applications?tab=returned');
  await awake(page);
  await page.getByText('保存为视图').click();
  await page.getByLabel('视图名称').fill('等补正');
  await page.getByLabel('打开名单时先看它').check();
  await button(page, '保存').click();
  await page.getByRole('link', { name: '等补正' }).waitFor();
  await open(page, '/desk/applications');
  expect(new URL(page.url()).searchParams.get('tab'), 'the list opens with her view').toBe('returned');

  await open(page, '/desk/applications?view=all');
  await page.locator('.views').getByText('列', { exact: true }).click();
  await page.locator('.views').getByLabel('地区').uncheck();
  await button(page, '记住').click();
  await page.getByRole('columnheader', { name: '地区' }).waitFor({ state: 'detached' });

  await page.getByRole('checkbox', { name: '选中本页全部' }).check();
  await button(page, '分配专家').click();
  await awake(page);
  await expect.poll(() => page.locator('main').innerText(), { message: 'what would be refused is told before' }).toContain('不在评审阶段');
  const ready = await page.locator('input[name="id[]"]').count();
  await page.getByLabel('专家').selectOption({ index: 1 });
  await button(page, `分配 ${ready} 份`).click();
  const told = page.getByRole('status').locator('tbody tr');
  await told.first().waitFor();
  await expect.poll(() => told.count(), { message: 'each of them has its answer' }).toBe(ready);
  expect(troubles).toEqual([]);
});
