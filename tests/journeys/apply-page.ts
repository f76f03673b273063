import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Part, Written } from './answers.ts';
import { press } from './reads.ts';

/** 申报页面: what people do with the form, with scripts and without. */

/** Picks the unit by its name and begins; answers the id of the application. */
export async function startApplication(page: Page, callId: string, unit: { name: string; code: string }): Promise<string> {
  await page.goto(`/apply/new?call=${callId}`);
  await page.locator('#pick-q').fill(unit.name);
  await press(page.locator('form[role=search] button'));
  await press(page.locator(`.pick-list a[href*="unit=${unit.code}"]`).first());
  await page.locator('form:has(input[name=regionCode]) button').click();
  await page.waitForURL(/\/apply\/[0-9a-f-]{36}/);
  return page.url().split('/')[4]!;
}

/** Writes one answer the way its question is asked. */
export async function write(page: Page, question: string, value: Written): Promise<void> {
  const box = page.locator(`[data-question="${question}"]`);
  if (typeof value === 'string') {
    const choice = box.locator(`input[type=radio][value="${value}"]`);
    if (await choice.count()) return choice.check();
    return box.locator(`[name="q.${question}"]`).fill(value);
  }
  for (const [index, row] of value.entries()) {
    if (typeof row === 'string') await box.locator(`input[value="${row}"]`).check();
    else for (const [column, cell] of Object.entries(row)) await box.locator(`[name="q.${question}.${index}.${column}"]`).fill(cell);
  }
}

export async function writePart(page: Page, part: Part): Promise<void> {
  for (const [question, value] of Object.entries(part.answers)) await write(page, question, value);
}

/** 已于 … 自动保存: nothing waits on this device any more, and the line says since when. */
export async function saved(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const line = document.querySelector('[data-save-line]');
    return line?.classList.contains('saved') && !Object.keys(localStorage).some((key) => key.startsWith('tongyou:'));
  });
  return page.locator('[data-save-line]').innerText();
}

/** How many items the box beside the form still asks for. */
export function lacks(page: Page): Promise<number> {
  return page.locator('#missing li').count();
}

/** Ticks the promise and hands in. */
export async function submit(page: Page, id: string): Promise<void> {
  await page.goto(`/apply/${id}/check`);
  await page.locator('#truthful').check();
  await page.locator('form:has(#truthful) button').click();
  await page.waitForURL(/\/receipt$/);
}

/** 回执: what the page of the receipt says. */
export async function readReceipt(page: Page): Promise<{ code: string; hash: string; link: string }> {
  const [code, hash] = await page.locator('.receipt code').allInnerTexts();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await expect.poll(() => page.locator('.receipt .qr svg').count()).toBe(1);
  return { code: code!, hash: hash!, link: (await page.locator('.receipt figcaption a').getAttribute('href'))! };
}
