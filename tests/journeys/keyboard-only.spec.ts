import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { wholeForm } from './answers.ts';
import { readReceipt, saved } from './apply-page.ts';
import { openCall } from './calls.ts';
import { awake, dialog } from './desk-page.ts';
import { aDraft } from './drafts.ts';
import { password, signIn, test, until } from './story.ts';

const unit = { name: '新街口街道', code: '320102003' };
const part = wholeForm(unit.name, 31).find(({ id }) => id === 'people-in-charge')!;

test('An officer signs in, fills a part and hands in with Tab, Enter and Space alone', async ({ db, visit, person }) => {
  const officer = await person('郑一（故事）', 'government-officer', unit.code);
  const id = await aDraft(officer.ctx(), await openCall(db), unit, 31, [part.id]);
  const { page, troubles } = await visit();

  await page.goto(`/account/sign-in?to=/apply/${id}/${part.id}`);
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href')), { message: 'the first stop skips to the content' }).toBe('#main');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  await tabTo(page, '#login');
  await page.keyboard.type(officer.username);
  await tabTo(page, '#password');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === `/apply/${id}/${part.id}`);

  for (const [question, value] of Object.entries(part.answers)) {
    await tabTo(page, `[name="q.${question}"]`);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(String(value));
  }
  expect(await saved(page)).toMatch(/\d\d:\d\d:\d\d/);
  await tabTo(page, `a[href="/apply/${id}/check"], button[value=next]`);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith(part.id));

  await page.goto(`/apply/${id}/check`);
  await tabTo(page, '#truthful');
  await page.keyboard.press('Space');
  await tabTo(page, 'form:has(#truthful) button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/receipt$/);
  await readReceipt(page);
  expect(troubles).toEqual([]);
});

test('An officer checks beside the document and passes with Tab, Enter and Space alone', async ({ db, visit, person }) => {
  const street = { name: '玄武湖街道', code: '320102010' };
  const applicant = await person('王二（故事）', 'government-officer', street.code);
  const officer = await person('冯三（故事）', 'programme-officer', '320102');
  const id = await aDraft(applicant.ctx(), await openCall(db), street, 33);
  await submitApplication(applicant.ctx(), id, { truthful: 'yes' });
  const { page, troubles } = await visit();
  await signIn(page, officer, `/desk/applications/${id}/check`);
  await awake(page);
  const items = await page.locator('.ck > li[id^="item-"]').evaluateAll((lines) => lines.map((line) => line.id));
  expect(items.length).toBeGreaterThan(6);
  for (const item of items) {
    await tabTo(page, `[id="${item}"] .seg button:not(.no)`);
    await page.keyboard.press('Space');
    await page.locator(`[id="${item}"] .mk.ok`).waitFor();
    await page.locator('.sum .said:not(.going)').waitFor();
  }
  await tabTo(page, '.sum .ant-btn-primary');
  await page.keyboard.press('Enter');
  const asked = await dialog(page);
  await until(() => asked.evaluate((dialog) => dialog.contains(document.activeElement)), 'the question has the focus');
  await tabTo(page, '[role=dialog] .ant-btn-primary');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/desk/applications/${id}`);
  expect(troubles).toEqual([]);
});

/** Presses Tab until the wanted control has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((selector) => {
      const here = document.activeElement!;
      const style = getComputedStyle(here);
      const shown = (look: CSSStyleDeclaration) => (look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none';
      const isShown = shown(style) || (here.nextElementSibling !== null && shown(getComputedStyle(here.nextElementSibling))) || (here.closest('label') !== null && shown(getComputedStyle(here.closest('label')!)));
      return { isThere: here.matches(selector), isShown: here === document.body || isShown, name: `${here.tagName} ${here.textContent?.trim().slice(0, 30)}` };
    }, wanted);
    expect(stop.isShown, `the focus is seen on ${stop.name}`).toBe(true);
    if (stop.isThere) return;
  }
  throw new Error(`Tab never came to ${wanted}`);
}
