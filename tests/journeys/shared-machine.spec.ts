import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openCall } from './calls.ts';
import { aDraft } from './drafts.ts';
import { signIn, test, until } from './story.ts';

const unit = { name: '红山街道', code: '320102008' };

const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tongyou:')));

test('Text that could not be sent is kept for its author alone, and goes when they sign out', async ({ db, visit, person }) => {
  const first = await person('吴七（故事）', 'government-officer', unit.code);
  const second = await person('郑八（故事）', 'government-officer', unit.code);
  const id = await aDraft(first.ctx(), await openCall(db), unit, 61, ['work-so-far']);
  const { page } = await visit();
  await signIn(page, first, `/apply/${id}/work-so-far`);
  await page.route('**/save?**', (route) => route.abort());
  await page.locator('[name="q.work-space"]').fill('只有我该看到的半句话');
  await until(async () => (await kept(page)).length === 1, 'the text is kept on this device');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/account');
  await page.context().clearCookies();
  await signIn(page, second, `/apply/${id}/work-so-far`);
  expect(await page.locator('[name="q.work-space"]').inputValue(), 'not before another').toBe('');
  expect(await kept(page), 'not lost either').toHaveLength(1);

  await page.goto('/account');
  await page.locator('form[action="/account/sign-out"] button').click();
  await page.waitForURL('**/account/sign-in?news=out');
  expect(await kept(page)).toEqual([]);
});
