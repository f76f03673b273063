import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** 页面上能读到: waits until these words stand in the page, and then until it has come whole, so that what it does not say can be asked after them; an address changes before the page that it names. */
export async function reads(place: Page | Locator, words: string | RegExp): Promise<void> {
  const [page, body] = 'goto' in place ? [place, place.locator('main')] : [place.page(), place];
  const said = typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
  await expect.poll(() => body.innerText()).toEqual(said);
  await page.waitForLoadState();
}

/** 按下，等下一页整个到了: a link or a button that leads to another document, by the mouse or by a key; nothing of the page before is met any more. */
export async function press(control: Locator, key?: string): Promise<void> {
  const page = control.page();
  await Promise.all([page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()), key ? control.press(key) : control.click()]);
  await page.waitForLoadState();
}
