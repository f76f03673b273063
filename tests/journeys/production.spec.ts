import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject } from 'vitest';
import { setUpCode } from '#app/domain/base/accounts/first-administrator.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { checkWords } from '#app/i18n/check.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { codeOf } from '#tests/authenticator.ts';
import { copyDatabase } from '#tests/worker-database.ts';
import { wholeForm } from './answers.ts';
import { readReceipt, saved, startApplication, submit, writePart } from './apply-page.ts';
import { awake, button, confirm, judge, open } from './desk-page.ts';
import { reads } from './reads.ts';
import { scannedOpinion } from './scan.ts';
import { startServer } from './start-server.ts';
import { password, signIn, signOut, test as base } from './story.ts';
import { site } from './our-site.ts';

const unit = { name: '芜湖路街道', code: '340111003' };
const accounts = accountsWords['zh-CN'];
const calls = callsWords['zh-CN'];
const check = checkWords['zh-CN'];
const invitations = accounts.invitations;

/** A server without the demonstration: an empty database, as an owner finds it on the first day. */
const test = base.extend('house', { scope: 'file' }, async ({}, { onCleanup }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-production-'));
  const { appUrl } = await copyDatabase(inject('postgres'), `production_${randomBytes(6).toString('hex')}`);
  const { child, url } = await startServer(appUrl, path.join(folder, 'server.log'), { DEMO: 'no', FILES_DIR: path.join(folder, 'files'), AUTH_SECRET: site.secret });
  onCleanup(async () => {
    const over = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    await over;
    rmSync(folder, { recursive: true, force: true });
  });
  return url;
});

/** What one chapter leaves for the next: links that were handed over, and the secrets in people's phones. */
const told = { links: new Map<string, string>(), secrets: new Map<string, string>(), callId: '', id: '', broken: '' };

beforeEach(() => {
  if (told.broken) throw new Error(`The story stopped earlier: ${told.broken}`);
});
afterEach(({ task }) => {
  if (task.result?.state === 'fail') told.broken ||= task.name;
});

describe('a new installation, from nobody to a checked application', () => {
  test('the first page asks for the first administrator, who gets two links to hand on', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house });
    await page.goto('/account/sign-in');
    await page.waitForURL('**/account/first-administrator');
    for (const [field, value] of Object.entries({ name: '赵系统', username: 'zhao-system', securityAdmin: '钱安全', auditAdmin: '孙审计' })) await page.locator(`#${field}`).fill(value);
    const enter = async (code: string) => {
      await page.locator('#code').fill(code);
      await page.locator('#password').fill(password);
      await page.locator('#again').fill(password);
      await page.locator('form:has(#code) button').click();
    };
    await enter('0000-0000-0000-0000');
    await page.locator('main [role=alert]').waitFor();
    await enter(setUpCode());
    await reads(page, accounts.first.done);
    const [security, audit] = await page.locator('main code').allInnerTexts();
    told.links.set('qian-security', security!).set('sun-audit', audit!);

    await page.goto('/account/first-administrator');
    await reads(page, accounts.first.there);
    expect(await page.locator('#code').count(), 'nobody becomes the first a second time').toBe(0);
    expect(troubles).toEqual([]);
  });

  test('the three administrators set up a second factor before the desk opens to them', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house, width: 360 });
    for (const username of ['qian-security', 'sun-audit']) await accept(page, username);
    for (const username of ['zhao-system', 'qian-security', 'sun-audit']) await setUpSecondFactor(page, username);
    expect(troubles).toEqual([]);
  });

  test('the system administrator invites, and what the security administrator has confirmed counts', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house });
    await enter(page, 'zhao-system', '/desk/invitations');
    await invite(page, 'li-office', { name: '李办公', contact: '13900000001', role: 'programme-officer' });
    await invite(page, 'zhou-street', { name: '周街道', contact: '13900000002', role: 'government-officer' }, ['安徽省', '合肥市', '包河区', unit.name]);
    await signOut(page);
    await accept(page, 'li-office');
    await signIn(page, { username: 'li-office' }, '/desk');
    expect(await page.goto('/desk/calls/new').then((answer) => answer!.status()), 'a role that nobody confirmed opens nothing').toBe(403);
    await signOut(page);

    await enter(page, 'qian-security', '/desk');
    await page.locator('a[href="/desk/invitations?state=waiting"]').first().click();
    for (const name of ['李办公', '周街道']) {
      await awake(page);
      const line = page.locator('tr', { hasText: name });
      await confirm(page, invitations.confirm, async (asked) => await reads(asked, name), line);
      await line.waitFor({ state: 'detached' });
    }
    await signOut(page);
    await accept(page, 'zhou-street');
    for (const username of ['li-office', 'zhou-street']) await setUpSecondFactor(page, username);
    expect(troubles).toEqual([]);
  });

  test('the office opens a call', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house });
    await enter(page, 'li-office', '/desk/calls/new');
    await awake(page);
    await page.locator('#field-title').fill('第一批儿童友好社区试点');
    await page.locator('#field-titleEn').fill('First call for child-friendly pilot communities');
    await page.locator('#field-about').fill('面向街道（乡镇）及以上政府。');
    await page.locator('#field-opensOn').fill(beijingDay(new Date()));
    await button(page, calls.save).click();
    await page.waitForURL(/\/desk\/calls\/[0-9a-f-]{36}$/);
    told.callId = page.url().split('/').at(-1)!;
    await awake(page);
    await confirm(page, calls.publish);
    await page.getByText(calls.phases.open).first().waitFor();
    expect(troubles).toEqual([]);
  });

  test('a street applies, uploads its letter and hands in', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house });
    await enter(page, 'zhou-street', '/apply');
    told.id = await startApplication(page, told.callId, unit);
    for (const part of wholeForm(unit.name, 41)) {
      await page.goto(`/apply/${told.id}/${part.id}`);
      await writePart(page, part);
      await saved(page);
    }
    await page.locator('[data-paper=sealed-opinion] input[type=file]').setInputFiles({ name: '意见.pdf', mimeType: 'application/pdf', buffer: await scannedOpinion() });
    await page.locator('[data-paper] .file.done').waitFor();
    await submit(page, told.id);
    const { code, hash } = await readReceipt(page);
    await signOut(page);
    await page.goto(`/receipts/${code}`);
    await reads(page, hash);
    expect(troubles).toEqual([]);
  });

  test('the office checks it beside the letter and passes it', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house });
    await enter(page, 'li-office', `/desk/applications/${told.id}/check`);
    await page.locator('.papers canvas').first().waitFor();
    await judge(page, []);
    await confirm(page, check.pass);
    await page.waitForURL(`**/desk/applications/${told.id}`);
    expect(troubles).toEqual([]);
  });

  test('a lost phone: the administrator resets the second factor, and the officer sets up another', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house });
    await enter(page, 'zhao-system', '/desk/accounts?q=li-office');
    await page.getByRole('link', { name: '李办公' }).click();
    await page.waitForURL(/\/desk\/accounts\/[^?]/);
    await awake(page);
    await confirm(page, accounts.one.reset, (asked) => asked.locator('textarea[name=reason]').fill('手机丢失，已当面核实身份。'));
    await button(page, accounts.one.reset).waitFor({ state: 'detached' }); // there is none left to reset
    await reads(page, accounts.events['account.second-factor-reset']!);
    await signOut(page);
    await setUpSecondFactor(page, 'li-office');
    await enter(page, 'li-office', '/desk/calls');
    await expect.poll(() => page.locator('h1').innerText()).toBe(calls.title);
    expect(troubles).toEqual([]);
  });

  test('a wrong second code stands in the record', async ({ house, visit }) => {
    const { page, troubles } = await visit({ at: house });
    await signIn(page, { username: 'li-office' }, '/desk');
    await page.locator('#code').fill('000000');
    await page.locator('form:has(#code) button').click();
    await page.locator('main [role=alert]').waitFor();
    await signOut(page);
    await enter(page, 'sun-audit', '/desk/records');
    await page.locator('main tr', { hasText: accounts.events['account.second-step-failed']! }).first().waitFor();
    expect(troubles).toEqual([]);
  });
});

/** 登录: with the password and the digits of the phone. */
async function enter(page: Page, username: string, to: string): Promise<void> {
  await signIn(page, { username }, to);
  await page.waitForURL('**/account/two-factor**');
  await page.locator('#code').fill(codeOf(told.secrets.get(username)!));
  await page.locator('form:has(#code) button').click();
  await page.waitForURL(`**${to}`);
}

async function accept(page: Page, username: string): Promise<void> {
  await page.goto(told.links.get(username)!);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#again').fill(password);
  await page.locator('form:has(#username) button').click();
  await page.waitForURL('**/account/sign-in**');
}

/** Whoever is led to the second factor cannot get past it, sets it up, and has the desk. */
async function setUpSecondFactor(page: Page, username: string): Promise<void> {
  await signIn(page, { username }, '/desk');
  await page.waitForURL('**/account/security');
  await page.goto('/desk');
  await page.waitForURL('**/account/security');
  await page.locator('#password').fill(password);
  await page.locator('form:has(#password) button').click();
  await page.locator('#code').fill('000000');
  await page.locator('form:has(#code) button').click();
  await page.locator('main [role=alert]').waitFor();
  told.secrets.set(username, await page.locator('input[name=secret]').inputValue());
  await page.locator('#code').fill(codeOf(told.secrets.get(username)!));
  await page.locator('form:has(#code) button').click();
  await page.getByText(accounts.security.justOn).waitFor();
  await page.goto('/desk');
  expect(new URL(page.url()).pathname).toBe('/desk');
  await signOut(page);
}

async function invite(page: Page, username: string, wanted: { name: string; contact: string; role: string }, place: string[] = []): Promise<void> {
  await open(page, '/desk/invitations');
  const form: Locator = page.locator('form:has(#field-contact)');
  await form.locator('#field-name').fill(wanted.name);
  await form.locator('#field-contact').fill(wanted.contact);
  await form.locator('#field-role').selectOption(wanted.role);
  if (place.length > 0) await form.locator('#field-regionCode').click();
  for (const step of place) await page.locator('.ant-cascader-menu-item').getByText(step, { exact: true }).click();
  if (place.length > 0) await page.keyboard.press('Escape'); // a unit of which more could be chosen leaves the list open
  await button(form, invitations.submit).click();
  const link = page.getByText(/\/account\/invitation\//);
  await link.waitFor();
  told.links.set(username, (await link.innerText()).trim());
}
