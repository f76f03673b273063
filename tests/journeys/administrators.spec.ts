import { expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { awake, button, confirm } from './desk-page.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const { one, roles, events } = accountsWords['zh-CN'];

test('The security administrator finds an organisation by its name, grants a role in it, and takes it back', async ({ visit, person }) => {
  const newcomer = await person('陈四（故事）', 'community-worker', '340111400');
  const { page, troubles } = await visit();
  await signIn(page, { username: 'secadmin' }, `/desk/accounts/${newcomer.id}`, demoPassword);
  await awake(page);
  const form = page.locator('form:has(#field-role)');
  await form.locator('#field-role').selectOption('organisation-agent');
  await form.locator('#field-organisation').fill('没有这样的机构');
  await button(form, one.organisationFind).click();
  await page.getByText(one.organisationNone).waitFor();
  await expect.poll(() => form.locator('#field-role').inputValue(), { message: 'nothing that was chosen is lost' }).toBe('organisation-agent');
  await form.locator('#field-organisation').fill('蒲公英');
  await button(form, one.organisationFind).click();
  await form.locator('#field-organisationId').waitFor();
  await reads(form.locator('#field-organisationId option:checked'), '蒲公英');
  await button(form, one.grant).click();
  const held = page.locator('ul.rows li', { hasText: roles['organisation-agent'] });
  await held.waitFor();

  await awake(page);
  await confirm(page, one.revoke, undefined, held);
  await held.waitFor({ state: 'detached' });
  await reads(page, events['role.revoked']!);
  expect(troubles).toEqual([]);
});

test('An organisation is looked up without a script, and the form comes back as it was typed', async ({ visit }) => {
  const { page } = await visit({ scripts: false, lang: 'en', width: 360 });
  await signIn(page, { username: 'sysadmin' }, '/desk/invitations', demoPassword);
  await page.locator('#field-name').fill('Lin Example');
  await page.locator('#field-contact').fill('lin@example.cn');
  await page.locator('#field-role').selectOption('organisation-agent');
  await page.locator('#field-organisation').fill('蒲公英');
  await page.locator('button[name=find]').click();
  await page.locator('#field-organisationId').waitFor();
  await expect.poll(() => page.locator('#field-name').inputValue()).toBe('Lin Example');
  await expect.poll(() => page.locator('#field-contact').inputValue()).toBe('lin@example.cn');
  await expect.poll(() => page.locator('#field-role').inputValue()).toBe('organisation-agent');
  await page.locator('form:has(#field-contact) button[type=submit]:not([name])').click();
  await reads(page, /\/account\/invitation\/\S+/);
});
