import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { surveysWords } from '#app/i18n/surveys.ts';
import { wholeForm } from './answers.ts';
import { readReceipt, startApplication, writePart } from './apply-page.ts';
import { openCall } from './calls.ts';
import { press, reads } from './reads.ts';
import { scannedOpinion } from './scan.ts';
import { signIn, test } from './story.ts';

const unit = { name: '梅园新村街道', code: '320102002' };

test('An officer applies on a browser without scripts, from signing in to a receipt that anybody can check', async ({ db, visit, person }) => {
  const callId = await openCall(db);
  const officer = await person('周文（故事）', 'government-officer', unit.code);
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await signIn(page, officer, '/apply');
  const id = await startApplication(page, callId, unit);

  const scan = await scannedOpinion(1800);
  expect(scan.length, 'a scan of the usual size').toBeGreaterThan(2.2 * 1024 * 1024);
  for (const part of wholeForm(unit.name, 11)) {
    await page.goto(`/apply/${id}/${part.id}`);
    if (part.id === 'plan') await press(page.locator('[data-question=tasks] button[value^="add:"]'));
    await writePart(page, part);
    if (part.id === 'opinion') {
      await page.locator('input[name="file.sealed-opinion"]').setInputFiles({ name: '同意申报的意见.pdf', mimeType: 'application/pdf', buffer: scan });
    }
    await page.locator('.savebar button[value=save]').click();
    await page.waitForURL(/\?saved/);
  }
  await reads(page.locator('[data-paper=sealed-opinion] .file.done'), '同意申报的意见.pdf');
  await page.goto(`/apply/${id}/unit`);
  await expect.poll(() => page.locator('[name="q.address"]').inputValue()).toBe('广西路 1 号');

  await page.goto(`/apply/${id}/check`);
  await page.locator('form:has(#truthful) button').click();
  await page.waitForSelector('#truthful-error, .errline');
  await page.locator('#truthful').check();
  await page.locator('form:has(#truthful) button').click();
  await page.waitForURL(/\/receipt$/);
  const receipt = await readReceipt(page);

  const anybody = await visit({ scripts: false });
  await anybody.page.goto('/receipts');
  await anybody.page.locator('#code').fill(receipt.code.toLowerCase().replaceAll('-', ' '));
  await anybody.page.locator('form:has(#code) button').click();
  await anybody.page.waitForURL(`**/receipts/${receipt.code}`);
  await reads(anybody.page, receipt.hash);
  await reads(anybody.page, unit.name);
  expect(await anybody.page.locator('main').innerText(), 'what is private stays private').not.toContain(officer.name);
  expect([...troubles, ...anybody.troubles]).toEqual([]);
});

test('Whoever changes the language in the middle of a survey keeps what was chosen: the head offers no link that would lose it', async ({ db, visit }) => {
  await db.execute(sql`insert into survey_codes (county_code, round_id, kind, code, seats) select county_code, id, 'class', 'STAF2345', 20 from survey_rounds where audience = 'staff' and state = 'open' order by id limit 1`);
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await page.goto('/surveys/answer/STAF2345');
  await expect.poll(() => page.locator('header a[hreflang]').count()).toBeGreaterThan(0);
  await page.locator('main form button[value=begin]').click();
  await page.locator('main form[data-survey] input[name=value]').first().check();
  await page.locator('main button[value=next]').click();
  await reads(page, surveysWords['zh-CN'].answer.next);
  expect(await page.locator('header a[hreflang]:visible').count()).toBe(0);
  await page.locator('main button[value=language]').click();
  await reads(page, surveysWords.en.answer.next);
  await page.locator('main button[value=back]').click();
  await expect.poll(() => page.locator('main form[data-survey] input[name=value]').first().isChecked()).toBe(true);
  expect(troubles).toEqual([]);
});
