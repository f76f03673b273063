import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import type { Db } from '#app/db/db.server.ts';
import { documentWords } from '#app/i18n/document.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const words = documentWords['zh-CN'];

/** The check page of an application that carries a scanned letter. */
async function checkPage(db: Db): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from applications where status = 'submitted' and region_code like '340111%' order by id limit 1`);
  return `/desk/applications/${rows[0]!.id}/check`;
}

/** How many points of the drawn page are dark, and how many are as red as a seal; an empty page has none, a phone's page is small. */
async function points(page: Page): Promise<{ dark: number; red: number }> {
  await page.waitForSelector('.sheet[aria-busy=false] canvas');
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.sheet canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const found = { dark: 0, red: 0 };
    for (let i = 0; i < data.length; i += 4) {
      if (data[i]! + data[i + 1]! + data[i + 2]! < 330) found.dark += 1;
      if (data[i]! > 150 && data[i + 1]! < 100 && data[i + 2]! < 110) found.red += 1;
    }
    return found;
  });
}

test('A sealed letter is drawn on a desk and on a phone, grows and turns, and other pages carry nothing of it', async ({ db, visit }) => {
  const path = await checkPage(db);
  for (const width of [1440, 360]) {
    const { page, troubles } = await visit({ width });
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await signIn(page, { username: 'office' }, '/desk', demoPassword);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /pdf/.test(url)), 'asked for by the first page of the desk').toEqual([]);

    await page.goto(path);
    const { dark, red } = await points(page);
    expect(dark, 'points of writing').toBeGreaterThan(200);
    expect(red, 'points of the seal').toBeGreaterThan(200);
    await reads(page.locator('.paper-head'), words.pageOf(1, 1));

    const wide = () => page.locator('.sheet').first().evaluate((sheet) => sheet.clientWidth / sheet.clientHeight);
    const sizeOf = () => page.locator('.sheet').first().evaluate((sheet) => sheet.clientWidth);
    expect(await wide()).toBeLessThan(1);
    const before = await sizeOf();
    await page.locator('.paper-ground').focus();
    await page.keyboard.press('+');
    await expect.poll(sizeOf).toBeGreaterThan(before * 1.2);
    await page.keyboard.press('r');
    await expect.poll(wide).toBeGreaterThan(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1), 'the page does not grow with it').toBe(true);
    expect(troubles).toEqual([]);
  }
});

test('Chinese writing without its font is read with the character maps we serve', async ({ db, visit }) => {
  const { page, troubles } = await visit();
  const maps: number[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/cmaps/')) maps.push(answer.status());
  });
  await signIn(page, { username: 'office' }, '/desk', demoPassword);
  await page.route('**/papers/**', (route) => route.fulfill({ contentType: 'application/pdf', body: writtenPdf() }));
  await page.goto(await checkPage(db));
  expect((await points(page)).dark).toBeGreaterThan(200);
  await expect.poll(() => maps.length).toBeGreaterThan(0);
  expect([...new Set(maps)]).toEqual([200]);
  expect(troubles).toEqual([]);
});

test('A file that is no PDF inside is said to be damaged, and can still be downloaded', async ({ db, visit }) => {
  const { page } = await visit({ width: 360 });
  await signIn(page, { username: 'office' }, '/desk', demoPassword);
  await page.route('**/papers/**', (route) => route.fulfill({ contentType: 'application/pdf', body: 'no page in here' }));
  await page.goto(await checkPage(db));
  const said = page.locator('.viewer-trouble');
  await said.waitFor();
  await reads(said, words.troubles.broken);
  await expect.poll(() => said.locator('a').getAttribute('href')).toMatch(/^\/papers\/.+\?download$/);
});

test('Without a script the browser is left to show it, with a link beside it', async ({ db, visit }) => {
  const { page } = await visit({ scripts: false });
  await signIn(page, { username: 'office' }, '/desk', demoPassword);
  await page.goto(await checkPage(db));
  await expect.poll(() => page.locator('.viewer object[type="application/pdf"]').count()).toBe(1);
  expect(await page.locator('.paper-ground').isVisible()).toBe(false);
  await expect.poll(() => page.locator('.paper-head a', { hasText: words.download }).getAttribute('href')).toContain('?download');
});

/** 童友 in GBK with a font that is not in the file, as older office programs write it. */
function writtenPdf(): Buffer {
  const draw = 'BT /Song 120 Tf 100 500 Td <CDAFD3D1> Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /Song 5 0 R >> >> >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}
