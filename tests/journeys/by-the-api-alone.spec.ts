import { expect } from 'vitest';
import { problemOf, tongyou } from '../../examples/typescript-client/tongyou.ts';
import { completeAnswers } from '#tests/answers.ts';
import { openCall } from './calls.ts';
import { press, reads } from './reads.ts';
import { scannedOpinion } from './scan.ts';
import { signIn, test } from './story.ts';
import { site } from './our-site.ts';

const unit = { name: '秦虹街道', code: '320104001' };

test('A program takes an application from a draft to the receipt through the API alone; its token is made on a page and taken back there', async ({ db, visit, person }) => {
  const callId = await openCall(db);
  const officer = await person('顾平（故事）', 'government-officer', unit.code);
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await signIn(page, officer, '/account/tokens');
  await page.locator('#name').fill('街道台账系统');
  for (const box of await page.locator('[name="verbs[]"]').all()) await box.check();
  await press(page.locator('form:has([value=make]) button'));
  const token = await page.locator('.edition.ok code').innerText();
  expect(token).toMatch(/^ty_[\w-]{43}$/);

  const { url } = site;
  const system = tongyou({ url, token });
  const { id } = await system.start({ callId, regionCode: unit.code });
  let read = await system.application(id);
  read = await system.save(read, { ...completeAnswers, 'unit-name': unit.name });
  const file = await system.upload('同意申报的意见.pdf', await scannedOpinion(400));
  read = await system.attach(id, 'sealed-opinion', file.id);
  expect(read.value.missing).toEqual([]);
  const receipt = await system.submit(id, { truthful: 'yes' });
  expect(receipt.submittedByName).toBe('顾平（故事） · 街道台账系统');

  const lines = [];
  for await (const line of system.applications({ state: 'submitted' })) lines.push(line);
  expect(lines).toMatchObject([{ id, number: receipt.number, unitName: unit.name }]);
  await page.goto(`/receipts/${receipt.code}`);
  await reads(page, unit.name);

  await page.goto('/account/tokens');
  await page.locator('form:has([value=revoke]) button').click();
  await page.waitForURL(/news=revoke/);
  expect(problemOf(await system.token().catch((error: unknown) => error))).toMatchObject({ status: 401, title: 'token-wrong' });
  expect(troubles).toEqual([]);
});
