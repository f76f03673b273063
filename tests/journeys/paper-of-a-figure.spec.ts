import { and, eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { collectionEntries, collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { aPdf } from '#tests/apply.ts';
import { button, open } from './desk-page.ts';
import { press, reads } from './reads.ts';
import { type Person, signIn, test } from './story.ts';

const county = '340403';
const words = collectionWords['zh-CN'].sheet;
const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: aPdf('/Lang (zh)') });

async function aSheet(db: Db, officer: Person, level: 'town' | 'district', regionCode: string, period: string, codes: string) {
  const round = await openRound(officer.ctx(), OpenRoundInput.parse({ regionCode: officer.ctx().actor.grants[0]!.regionCode, zh: `${period} 年佐证填报（故事）`, en: 'Papers', period, codes, [level]: addDays(beijingDay(new Date()), 9) }));
  const [sheet] = await db.select({ id: collectionSheets.id }).from(collectionSheets).where(and(eq(collectionSheets.roundId, round), eq(collectionSheets.regionCode, regionCode)));
  return sheet!.id;
}

test('A worker without scripts puts the paper beside the figure while filling in; who checks opens it, and it stands with the accepted figure', async ({ visit, person, db }) => {
  const { rows: [town] } = await db.execute<{ code: string }>(sql`select code from regions where code like ${`${county}%`} and length(code) = 9 order by code limit 1`);
  const [worker, officer] = [await person('田一（故事）', 'community-worker', town!.code), await person('田二（故事）', 'government-officer', county)];
  const rooms = (await indicatorsByCode(officer.ctx(), ['A09-1'])).get('A09-1')!.id;
  const sheet = await aSheet(db, officer, 'town', town!.code, '2024', 'A09-1');

  const { page, troubles } = await visit({ width: 360, scripts: false });
  const at = `/work/${town!.code}/figures/${sheet}`;
  await signIn(page, worker, at);
  await page.goto(at);
  await page.locator(`[name="v.${rooms}.0"]`).fill('12');
  await page.locator('.figure-cell summary').click();
  await page.locator(`[name="f.${rooms}.0"]`).setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是图片') });
  await press(page.getByRole('button', { name: words.check }));
  await reads(page, '只接收 PDF');
  await expect.poll(() => page.locator(`[name="v.${rooms}.0"]`).inputValue(), { message: 'what was typed is there' }).toBe('12');
  await page.locator(`[name="f.${rooms}.0"]`).setInputFiles(paper('母婴室台账.pdf'));
  await press(page.getByRole('button', { name: words.check }));
  await reads(page, '母婴室台账.pdf');
  await press(page.getByRole('button', { name: words.paper.detachThe('母婴室台账.pdf') }));
  await expect.poll(() => db.select({ evidenceId: collectionEntries.evidenceId, value: collectionEntries.value }).from(collectionEntries).where(eq(collectionEntries.sheetId, sheet))).toEqual([{ evidenceId: null, value: '12' }]);
  await page.locator('.figure-cell summary').click();
  await page.locator(`[name="f.${rooms}.0"]`).setInputFiles(paper('更正的台账.pdf'));
  await press(page.getByRole('button', { name: words.handIn }));
  await reads(page, '已经交了');
  await reads(page, '更正的台账.pdf');
  expect(troubles).toEqual([]);

  const desk = await visit();
  await signIn(desk.page, officer, `/desk/collection/sheets/${sheet}`);
  await open(desk.page, `/desk/collection/sheets/${sheet}`);
  const href = await desk.page.getByRole('link', { name: '更正的台账.pdf' }).getAttribute('href');
  const opened = await desk.page.request.get(href!);
  expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await page.request.get(href!)).status(), 'the worker opens it too').toBe(200);
  await button(desk.page, words.accept).click();
  const [entry] = await db.select({ evidenceId: collectionEntries.evidenceId }).from(collectionEntries).where(eq(collectionEntries.sheetId, sheet));
  await expect.poll(() => db.select({ value: indicatorValues.value, evidenceId: indicatorValues.evidenceId }).from(indicatorValues).where(and(eq(indicatorValues.regionCode, town!.code), eq(indicatorValues.indicatorId, rooms)))).toEqual([{ value: 12, evidenceId: entry!.evidenceId }]);

  const next = await visit();
  await signIn(next.page, await person('隔壁（故事）', 'government-officer', '340404'));
  expect((await next.page.request.get(href!)).status(), 'and a neighbour does not').toBe(404);
});

test('At the desk a chosen paper is attached by itself, beside what is typed, and can be taken away', async ({ visit, person, db }) => {
  const [city, district] = [await person('谢一（故事）', 'government-officer', '3404'), await person('谢二（故事）', 'government-officer', '340404')];
  const rooms = (await indicatorsByCode(city.ctx(), ['A06-1'])).get('A06-1')!.id;
  const sheet = await aSheet(db, city, 'district', '340404', '2023', 'A06-1');
  const { page } = await visit();
  await signIn(page, district, `/desk/collection/sheets/${sheet}`);
  await open(page, `/desk/collection/sheets/${sheet}`);
  const stands = async () => (await db.select({ value: collectionEntries.value, has: sql<boolean>`${collectionEntries.evidenceId} is not null` }).from(collectionEntries).where(eq(collectionEntries.sheetId, sheet)))[0];
  await page.locator(`[name="v.${rooms}.0"]`).fill('30');
  await page.locator(`[name="f.${rooms}.0"]`).setInputFiles(paper('区台账.pdf'));
  await expect.poll(stands).toEqual({ value: '30', has: true });
  await reads(page, '区台账.pdf');
  await expect.poll(() => page.locator(`[name="f.${rooms}.0"]`).inputValue(), { message: 'the box is empty again' }).toBe('');
  await page.getByRole('button', { name: words.paper.detachThe('区台账.pdf') }).click();
  await expect.poll(stands).toEqual({ value: '30', has: false });
  await expect.poll(() => page.locator('main').innerText()).not.toContain('区台账.pdf');
  await expect.poll(() => page.locator(`[name="v.${rooms}.0"]`).inputValue()).toBe('30');
});
