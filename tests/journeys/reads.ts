import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** 页面上能读到: waits until these words stand in the page; an address changes before the page that it names. */
export async function reads(place: Page | Locator, words: string | RegExp): Promise<void> {
  const body = 'goto' in place ? place.locator('main') : place;
  const said = typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
  await expect.poll(() => body.innerText(), { timeout: 15_000 }).toEqual(said);
}
