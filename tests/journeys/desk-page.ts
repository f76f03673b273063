import type { Locator, Page } from 'playwright-core';
import { checklist } from '#app/domain/pilot/applications/checklist.ts';
import { checkWords } from '#app/i18n/check.ts';

const check = checkWords['zh-CN'];

/** 工作台页面: what people do at the desk. */

/** The page has its script running, so that a click is heard. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const control = document.querySelector('main button, main a, main form');
    return control && Object.keys(control).some((key) => key.startsWith('__reactProps$'));
  });
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await awake(page);
}

/** A button by its words; Ant Design sets a space between two Chinese characters. */
export function button(place: Page | Locator, words: string): Locator {
  const loose = [...words].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`)).join(String.raw`\s*`);
  return place.getByRole('button', { name: new RegExp(`^${loose}$`) });
}

/** 线路慢: what is sent from this page sets out so much later. */
export async function slowDeeds(page: Page, ms: number): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, ms));
    await route.continue().catch(() => undefined); // the page has thought better of it
  });
}

/** 回答慢: what is sent arrives at once, and its answer comes so much later. */
export async function slowAnswers(page: Page, ms: number): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const answer = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, ms));
    return route.fulfill({ response: answer });
  });
}

/** A dialog that has come to rest: a click on one that is still growing can miss its button. */
export async function dialog(page: Page): Promise<Locator> {
  const asked = page.getByRole('dialog');
  await asked.waitFor();
  await asked.and(page.locator(':not([class*="-appear"]):not([class*="-enter"])')).waitFor();
  return asked;
}

/** 再问一次: presses, fills in what is asked, and presses again. */
export async function confirm(page: Page, words: string, fill?: (asked: Locator) => Promise<void>, place: Page | Locator = page): Promise<void> {
  await button(place, words).click();
  const asked = await dialog(page);
  await fill?.(asked);
  await button(asked, words).click();
  await asked.waitFor({ state: 'hidden' });
}

/** Every item of the list is fine but the given ones, which are returned. */
export async function judge(page: Page, returned: string[]): Promise<void> {
  const items = await page.locator('.ck > li[id^="item-auto:"]').evaluateAll((lines) => lines.map((line) => line.id.slice('item-'.length)));
  for (const item of [...items, ...checklist.map(({ id }) => id)]) {
    const line = page.locator(`[id="item-${item}"]`);
    await button(line, check.verdicts[returned.includes(item) ? 'return' : 'ok']).click();
    await line.locator(`.mk.${returned.includes(item) ? 'return' : 'ok'}`).waitFor();
    await page.locator('.sum .said:not(.going)').waitFor();
  }
}
