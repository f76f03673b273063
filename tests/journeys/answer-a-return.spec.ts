import { expect } from 'vitest';
import { returnApplication } from '#app/domain/pilot/applications/check-completeness.ts';
import { saveVerdict } from '#app/domain/pilot/applications/save-verdict.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { checkWords } from '#app/i18n/check.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { readReceipt } from './apply-page.ts';
import { openCall } from './calls.ts';
import { aDraft } from './drafts.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const unit = { name: '玄武门街道', code: '320102005' };
const apply = applyWords['zh-CN'];
const reason = '社区人口与统计年鉴一致，见年鉴第 36 页。';

test('What was returned and stays as it was needs a word, with and without a script, and the office reads it', async ({ db, visit, person }) => {
  const street = await person('卫五（故事）', 'government-officer', unit.code);
  const office = await person('蒋六（故事）', 'programme-officer', '320102');
  const id = await aDraft(street.ctx(), await openCall(db), unit, 71);
  await submitApplication(street.ctx(), id, { truthful: 'yes' });
  await saveVerdict(office.ctx(), id, { item: 'figures-plausible', verdict: 'return', reason: '人口数似乎多了一位，请核对。', seen: '' });
  await returnApplication(office.ctx(), id, { round: 1 });

  const { page } = await visit({ scripts: false, width: 360 });
  await signIn(page, street, `/apply/${id}/check`);
  await reads(page, apply.check.unchanged('常住人口'));
  await page.locator('#truthful').check();
  await page.locator('#explanation').evaluate((field) => field.removeAttribute('required'));
  await page.locator('form:has(#truthful) button').click();
  await page.getByText(refusalSentence('return-unanswered', 'zh-CN')).waitFor();

  await page.locator('#explanation').fill(reason);
  await page.locator('#truthful').check();
  await page.locator('form:has(#truthful) button').click();
  await page.waitForURL(/\/receipt$/);
  await readReceipt(page);

  const there = await visit();
  await signIn(there.page, office, `/desk/applications/${id}/changes`);
  await reads(there.page, checkWords['zh-CN'].explanation);
  await reads(there.page, reason);
  await there.page.goto(`/desk/applications/${id}/check`);
  await reads(there.page, reason);
  expect(there.troubles).toEqual([]);
});
