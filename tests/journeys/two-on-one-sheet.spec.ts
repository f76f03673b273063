import { and, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { collectionEntries, collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { button, open, slowAnswers } from './desk-page.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const [city, district] = ['3404', '340402'] as const;
const words = collectionWords['zh-CN'].sheet;

test('Two officers fill in one sheet: what one saves comes into the boxes the other left alone, and what stands is overwritten by nobody without a word; a cut line takes nothing away', async ({ visit, person, db }) => {
  const [officer, one, two] = [await person('淮一（故事）', 'government-officer', city), await person('大通甲（故事）', 'government-officer', district), await person('大通乙（故事）', 'government-officer', district)];
  const ids = await indicatorsByCode(officer.ctx(), ['A12-1', 'A08-1']);
  const [classes, childcare] = [ids.get('A12-1')!.id, ids.get('A08-1')!.id];
  const round = await openRound(officer.ctx(), OpenRoundInput.parse({ regionCode: city, zh: '2025 年指标填报（故事）', en: 'Figures of 2025', period: '2025', codes: 'A12-1 A08-1', district: addDays(beijingDay(new Date()), 9) }));
  const [sheet] = await db.select({ id: collectionSheets.id }).from(collectionSheets).where(and(eq(collectionSheets.roundId, round), eq(collectionSheets.regionCode, district)));
  const savedAs = async (indicatorId: number) => (await db.select().from(collectionEntries).where(and(eq(collectionEntries.sheetId, sheet!.id), eq(collectionEntries.indicatorId, indicatorId))))[0]?.value;
  const saved = () => savedAs(classes);

  const { page } = await visit();
  await signIn(page, one, `/desk/collection/sheets/${sheet!.id}`);
  await open(page, `/desk/collection/sheets/${sheet!.id}`);
  const [mine, beside] = [page.locator(`[name="v.${classes}.0"]`), page.locator(`[name="v.${childcare}.0"]`)];
  await slowAnswers(page, 1500); // so that the other saves before the first answer has come
  await mine.fill('40');
  await expect.poll(saved).toBe('40');

  await saveEntries(two.ctx(), sheet!.id, [{ indicatorId: classes, value: '46' }]);
  await beside.fill('31%');
  await expect.poll(() => mine.inputValue()).toBe('46');
  await expect.poll(() => savedAs(childcare)).toBe('31%');
  await reads(page.locator('output'), words.saved('').trim()); // nothing is under way any more
  await page.unroute('**/*');
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'GET' && answer.url().includes('.data')), button(page, words.check).click()]); // the cells are read again: what is saved from now on is news to this page
  expect(await saved(), 'the whole form was sent and changed nothing of theirs').toBe('46');

  await saveEntries(two.ctx(), sheet!.id, [{ indicatorId: classes, value: '47' }]);
  await mine.fill('50');
  await reads(page, refusalSentence('cell-saved-meanwhile', 'zh-CN'));
  await reads(page, '大通乙（故事）');
  await reads(page, '数值：47');
  expect(await saved(), 'theirs stands').toBe('47');
  await expect.poll(() => mine.inputValue(), { message: 'and what was typed is still there' }).toBe('50');
  await button(page, words.check).click();
  await expect.poll(saved, { message: 'pressed once more, knowing what the other wrote' }).toBe('50');
  await expect.poll(() => page.locator('main').innerText()).not.toContain('数值：47');

  await page.context().setOffline(true);
  await beside.fill('33%');
  await reads(page, refusalSentence('cut-off', 'zh-CN'));
  await button(page, words.handIn).click();
  await reads(page, refusalSentence('cut-off', 'zh-CN'));
  await expect.poll(() => beside.inputValue(), { message: 'nothing that was typed is gone with the line' }).toBe('33%');
  await beside.fill('34%');
  await reads(page, words.cutOff);
  await page.context().setOffline(false);
  await expect.poll(() => savedAs(childcare), { message: 'and goes by itself once it is back' }).toBe('34%');
});
