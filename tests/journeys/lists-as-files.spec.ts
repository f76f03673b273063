import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { awake, button, confirm, open } from './desk-page.ts';
import { signIn, test, until } from './story.ts';

const office = { username: 'office' };

async function fetched(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

test('An officer takes a list away as she filtered it, and finds the file again; nobody else does', async ({ visit }) => {
  const { page, troubles } = await visit();
  await signIn(page, office, '/desk/applications?tab=accepted', demoPassword);
  await awake(page);
  await button(page, '导出').click();
  const download = await fetched(page, () => page.getByRole('button', { name: 'Excel 表格（.xlsx）' }).click());
  expect(download.suggestedFilename()).toMatch(/^申报-\d{8}-\d{4}\.xlsx$/);
  const { sheets } = await readXlsx(readFileSync(await download.path()));
  const statuses = sheets[0]!.rows.slice(1).map((row) => row[10]);
  expect([statuses.length > 5, new Set(statuses)]).toEqual([true, new Set(['评审通过'])]);

  await open(page, '/desk/exports');
  const address = await page.getByRole('link', { name: '下载' }).first().getAttribute('href');
  const other = await visit();
  await signIn(other.page, { username: 'office-check' }, '/desk', demoPassword);
  expect((await other.page.request.get(address!)).status(), 'another officer').toBe(404);
  expect((await (await visit()).page.request.get(address!)).status(), 'a visitor').toBe(401);
  await confirm(page, '删除');
  await until(async () => (await page.request.get(address!)).status() === 404, 'the file is gone');
  expect(troubles).toEqual([]);
});

test('An officer brings a sheet, sees what is wrong by cell, does the right rows and takes them back', async ({ db, visit }) => {
  const { page, troubles } = await visit({ width: 360 });
  await signIn(page, office, '/desk/imports', demoPassword);
  await awake(page);
  const template = await fetched(page, () => page.getByRole('link', { name: '下载模板' }).click());
  const { sheets } = await readXlsx(readFileSync(await template.path()));
  expect(sheets[0]!.rows[0]?.slice(0, 3)).toEqual(['机构名称', '类别', '统一社会信用代码']);

  const name = '小雨点居民委员会（故事）';
  const rows = ['机构名称,类别,统一社会信用代码,区划代码,地址,联系人,联系电话', `${name},社区（村）,,340104,,张三,0551-60000041`, `=坏行,企业,91340111MA2N000000,340104,,张三,0551-60000042`];
  await page.setInputFiles('#field-file', { name: '故事.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
  await button(page, '上传并检查').click();
  await page.getByText('C3 统一社会信用代码：信用代码第 18 位').waitFor();
  const found = async () => (await db.execute(sql`select verification from organisations where name = ${name}`)).rows;
  expect(await found(), 'looking changes nothing').toEqual([]);

  await confirm(page, '只办理正确的 1 行');
  await page.getByText('已办完').first().waitFor();
  expect(await found()).toEqual([{ verification: 'unverified' }]);
  const errors = await fetched(page, () => page.getByRole('link', { name: '下载错误表' }).click());
  const wrong = (await readXlsx(readFileSync(await errors.path()))).sheets[0]!.rows;
  expect([wrong[1]?.[0], wrong[0]?.at(-1)]).toEqual(['=坏行', '错误']);

  await confirm(page, '撤销导入');
  await page.getByText('已撤销').first().waitFor();
  expect(await found()).toEqual([]);
  expect(troubles).toEqual([]);
});
