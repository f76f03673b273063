import { eq, sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import type { Db } from '#app/db/db.server.ts';
import { classCodes } from '#app/domain/children/identity/tables.server.ts';
import type { ChildHere } from '#app/platform/ctx.ts';
import { demoCodes } from '#seed/demo/families.ts';

/** 作为孩子进来: with the class code of the demonstration (nobody in particular), on to a page. */
export async function comeAsChild(page: Page, to = '/child', code: string = demoCodes.class): Promise<void> {
  await page.goto(`/child/enter?to=${encodeURIComponent(to)}`);
  await page.locator('#code').fill(code);
  await page.locator('form:has(#code) button').click();
  await page.waitForURL((url) => url.pathname === new URL(to, 'http://here').pathname);
}

/** 用自己的卡进来: the child of nine of the demonstration, or whoever's card and drawings are given. */
export async function comeWithCard(page: Page, to = '/child', code: string = demoCodes.card, pictures: readonly string[] = demoCodes.pictures): Promise<void> {
  await page.goto(`/child/enter?to=${encodeURIComponent(to)}`);
  await page.locator('#code').fill(code);
  await page.locator('form:has(#code) button').click();
  for (const one of pictures) await page.locator(`form.tapped button[value=${one}]`).click();
  await page.waitForURL((url) => url.pathname === new URL(to, 'http://here').pathname);
}

/** 在场的孩子 for a request that no browser makes: who walks the site map as a child. */
export async function childOfStory(db: Db, who: string): Promise<ChildHere | undefined> {
  if (!who.startsWith('child')) return undefined;
  const layer = 'primary' as const;
  const [code] = await db.select({ id: classCodes.id, regionCode: classCodes.regionCode }).from(classCodes).where(eq(classCodes.code, demoCodes.class));
  if (who === 'child') return { childId: null, codeId: code!.id, regionCode: code!.regionCode, layer };
  const { rows } = await db.execute<{ id: string }>(sql`select subject_id as id from records where event = 'child.corrected' order by id limit 1`);
  return { childId: rows[0]!.id, codeId: null, regionCode: code!.regionCode, layer };
}
