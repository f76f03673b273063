import { readFile } from 'node:fs/promises';
import { and, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { acceptSheet } from '#app/domain/city/collection/accept-sheet.ts';
import { handInSheet } from '#app/domain/city/collection/hand-in.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { watchAll } from '#app/domain/city/early-warning/watch.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { planTableWords } from '#app/i18n/plan-tables.ts';
import { system } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { anOfficeBook, officePlan } from '#tests/office-plan.ts';
import { textOfPdf } from '#tests/pdf.ts';
import { button, confirm, open, slowDeeds } from './desk-page.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const city = '3406';
const [honest, cheating] = ['340602', '340603'] as const;
const today = beijingDay(new Date());
const earlier = new Date(Date.now() - 20 * 86_400_000);
const words = { sheet: collectionWords['zh-CN'].sheet, table: planTableWords['zh-CN'], report: monitoringWords['zh-CN'] };

test('A plan comes out of an office’s table; districts report, one is late and one lowers a running total; alerts run, the closing report prints, everybody reads the scorecard', async ({ visit, person, db }) => {
  const [officer, second] = [await person('江一（故事）', 'government-officer', city), await person('江二（故事）', 'government-officer', city)];
  const [good, bad] = [await person('杜集（故事）', 'government-officer', honest), await person('相山（故事）', 'government-officer', cheating)];

  const office = await visit();
  await signIn(office.page, officer, '/desk/plans/import');
  await open(office.page, '/desk/plans/import');
  await office.page.locator('[name=startsOn]').fill('2023-01-01');
  await office.page.locator('[name=endsOn]').fill('2025-12-31');
  await office.page.locator('[name=file]').setInputFiles({ name: '三年行动计划任务分解表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await anOfficeBook(officePlan())) });
  await button(office.page, words.table.check).click();
  await reads(office.page, words.table.good);
  await office.page.locator('[name=en]').fill('Three-Year Action Plan 2023-2025');
  await button(office.page, words.table.make).click();
  await office.page.waitForURL(/\/desk\/plans\/[0-9a-f-]{36}$/);
  const planId = office.page.url().split('/').at(-1)!;
  await confirm(office.page, '发布', async (asked) => asked.locator('[name=reason]').fill('市政府常务会议通过'));
  await reads(office.page, '第 1 次');

  const ctx = officer.ctx(earlier);
  const ids = await indicatorsByCode(ctx, ['A12-1', 'A08-1']);
  const [classes, childcare] = [ids.get('A12-1')!.id, ids.get('A08-1')!.id];
  await recordValue(ctx, 'A12-1', ValueInput.parse({ regionCode: cheating, period: '2024', value: '40', source: '团市委总结' }));
  await recordValue(ctx, 'A08-1', ValueInput.parse({ regionCode: city, period: '2025', value: '34.2', source: '市卫健委年报' }));
  const round = await openRound(ctx, OpenRoundInput.parse({ regionCode: city, zh: '2025 年三年行动计划指标填报', en: 'Figures of 2025', period: '2025', codes: 'A12-1 A08-1', district: addDays(today, -9) }));
  const sheets = await db.select({ id: collectionSheets.id, regionCode: collectionSheets.regionCode }).from(collectionSheets).where(and(eq(collectionSheets.roundId, round), eq(collectionSheets.level, 'district')));
  const sheetOf = (code: string) => sheets.find(({ regionCode }) => regionCode === code)!.id;
  await saveEntries(good.ctx(), sheetOf(honest), [{ indicatorId: classes, value: '62' }, { indicatorId: childcare, value: '36%' }]);
  await handInSheet(good.ctx(), sheetOf(honest), { enteredFor: '' });
  await acceptSheet(officer.ctx(), sheetOf(honest), 1);

  const district = await visit();
  await signIn(district.page, bad, `/desk/collection/sheets/${sheetOf(cheating)}`);
  await open(district.page, `/desk/collection/sheets/${sheetOf(cheating)}`);
  await district.page.locator(`[name="v.${childcare}.0"]`).fill('31%');
  await district.page.locator(`[name="v.${classes}.0"]`).fill('28');
  await button(district.page, words.sheet.handIn).click();
  await reads(district.page, '累计数比上一期');
  await slowDeeds(district.page, 2500); // longer than the form waits before it saves by itself
  await district.page.locator(`[name="v.${classes}.0"]`).fill('46');
  await button(district.page, words.sheet.handIn).click();
  await reads(district.page, '已经交了');
  await acceptSheet(officer.ctx(), sheetOf(cheating), 1);

  await watchAll({ ...officer.ctx(), actor: system });
  await open(office.page, '/desk/warnings');
  await reads(office.page, '濉溪县');

  await open(office.page, `/desk/plans/${planId}`);
  await confirm(office.page, '结束计划', async (asked) => asked.locator('[name=closing]').fill('计划期满，托育达到目标，暑托班还差一点。'));
  await reads(office.page, '已结束');
  await open(office.page, `/desk/plans/${planId}/reports`);
  await confirm(office.page, words.report.start);
  await office.page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  const reportPage = office.page.url();
  await office.page.locator('[name=summaryZh]').fill('三年期满，托育达到目标；一个县没有报来数。');
  await button(office.page, words.report.save).click();
  await reads(office.page, '撰写了监测报告');
  await confirm(office.page, words.report.handUp);
  await reads(office.page, words.report.waitsForOther);
  const checker = await visit();
  await signIn(checker.page, second, new URL(reportPage).pathname);
  await open(checker.page, new URL(reportPage).pathname);
  await confirm(checker.page, words.report.publish);
  await reads(checker.page, words.report.states.published);

  const reader = await visit({ width: 360, scripts: false });
  await reader.page.goto(`/plans/${planId}/reports/closing`);
  await reads(reader.page, '三年期满，托育达到目标');
  await reads(reader.page, words.report.missing);
  const [file] = await Promise.all([reader.page.waitForEvent('download'), reader.page.locator('a[href*="report.pdf"]').click()]);
  const printed = (await textOfPdf(new Uint8Array(await readFile(await file.path())))).join('');
  for (const said of ['三年期满，托育达到目标', '濉溪县', '34.2%', '内容指纹']) expect(printed).toContain(said);
  await reader.page.goto(`/scorecard/${city}`);
  await reads(reader.page, '淮北');
  for (const { troubles } of [office, checker, reader]) expect(troubles).toEqual([]);
  expect(district.troubles, 'only the sheet that was refused').toEqual([expect.stringContaining(': 422 for ')]);
});
