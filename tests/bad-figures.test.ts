import { eq } from 'drizzle-orm';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { handInSheet } from '#app/domain/city/collection/hand-in.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { collectionEntries, collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { checkMessage } from '#app/domain/city/statistics-database/check-message.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { faultSentence } from '#app/routes/desk/collection/sentences.ts';
import { aRegion } from './cycle.ts';
import { anOfficeBook } from './office-plan.ts';
import { as, baohe, hefei, test } from './world.ts';
import type { FigureFaultCode } from '#app/domain/city/figure-files/model.ts';
import { fillSheet } from '#app/domain/city/figure-files/round-sheet.ts';

afterAll(endPress);

const [count, share] = ['A06-1', 'A08-1'];
const city = (db: Db) => as(db, 'government-officer', hefei);
const district = (db: Db) => as(db, 'government-officer', baohe);
const heads = ['地区代码', '指标编号', '期次', '数值', '分子', '分母'];

async function aSheet(db: Db): Promise<string> {
  for (const code of [hefei, baohe]) await aRegion(db, code);
  const round = await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '第二季度填报', en: 'Second quarter', period: '2026Q2', codes: `${count} ${share}`, district: '2026-10-15' }));
  return (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, round))).find(({ regionCode }) => regionCode === baohe)!.id;
}

type Typed = { value?: string; numerator?: string; denominator?: string };

/** The same words through both ways in: what each says about them, and what stands in the sheet afterwards. */
async function bothWays(db: Db, code: string, typed: Typed) {
  const id = await aSheet(db);
  const cell = async () => (await sheetAtDesk(district(db), id)).asked.find(({ indicator }) => indicator.code === code)!;
  const { value = '', numerator = '', denominator = '' } = typed;
  const book = await fillSheet(district(db), id, await anOfficeBook({ rows: [heads, [baohe, code, '2026Q2', value, numerator, denominator]], merges: [] }));
  const standing = await db.$count(collectionEntries);
  if (standing > 0) return { book, standing, sheet: (await cell()).entry?.figure };
  const { indicatorId } = await cell();
  await saveEntries(district(db), id, [{ indicatorId, value, numerator, denominator }]);
  const { faults, indicator } = await cell();
  await expect(handInSheet(district(db), id, { enteredFor: '' })).rejects.toThrow('sheet-has-faults');
  return { book, standing, sheet: faults.map((fault) => [fault.code, ...(['zh-CN', 'en'] as const).map((locale) => faultSentence(fault, indicator.definition.unit, locale))]) };
}

describe('what cannot be a figure, typed into the sheet and brought in a workbook', () => {
  test.for<[string, Typed, FigureFaultCode, cell: string, zh: RegExp, en: RegExp]>([
    [count, { value: '95%' }, 'number-wrong-sign', 'D2', /百分比.*数量.*例如 30/, /percentage.*count.*such as 30/],
    [count, { value: '95％' }, 'number-wrong-sign', 'D2', /百分比.*数量/, /percentage/],
    [count, { value: '９５％' }, 'number-wrong-sign', 'D2', /百分比.*数量/, /percentage/],
    [count, { value: '百分之95' }, 'number-wrong-sign', 'D2', /百分比.*数量/, /percentage/],
    [share, { numerator: '95%', denominator: '120' }, 'number-wrong-sign', 'E2', /百分比.*数量/, /percentage/],
    [count, { value: '0.95' }, 'number-not-whole', 'D2', /整数/, /whole number/],
    [count, { value: '-3' }, 'number-negative', 'D2', /不会少于 0/, /0/],
    [count, { value: '2026年3月' }, 'number-is-date', 'D2', /日期/, /date/],
    [share, { value: '20%—30%' }, 'number-range', 'D2', /一个数/, /one figure/i],
    [count, { value: '20～30' }, 'number-range', 'D2', /一个数/, /one figure/i],
    [count, { value: '20-30' }, 'number-range', 'D2', /一个数/, /one figure/i],
    [count, { value: '约30' }, 'number-not-exact', 'D2', /实际的数|确切/, /exact/],
    [count, { value: '3 0' }, 'number-blanks', 'D2', /空格/, /blank/],
    [count, { value: '三十个左右吧' }, 'number-not-exact', 'D2', /实际的数|确切/, /exact/],
    [count, { value: '三十' }, 'number-unreadable', 'D2', /只写数字/, /digits only/],
    [share, { value: '1' }, 'number-one-unclear', 'D2', /1%.*100%/, /1%.*100%/],
    [share, { value: '131%' }, 'value-out-of-bounds', 'D2', /多写了一位/, /digit too many/],
    [share, { numerator: '130', denominator: '120' }, 'value-more-than-whole', 'E2', /填反/, /changed places/],
    [share, { numerator: '130' }, 'value-one-part', 'F2', /都写|一起写/, /both/],
    [share, { numerator: '0', denominator: '0' }, 'value-of-nothing', 'F2', /空着/, /empty/],
    [share, { value: '50', numerator: '90', denominator: '120' }, 'value-not-its-parts', 'D2', /核对/, /check/i],
  ])('%s %o is %s', async ([code, typed, fault, place, zh, en], { db }) => {
    const { book, standing, sheet } = await bothWays(db, code, typed);
    expect([standing, book.filled, book.faults.map((each) => [each.cell, each.code])]).toEqual([0, 0, [[place, fault]]]);
    const [said] = book.faults;
    expect(figureWords['zh-CN'].sentences[said!.code](said!.figures)).toMatch(zh);
    expect(figureWords.en.sentences[said!.code](said!.figures)).toMatch(en);
    expect(sheet).toEqual([[fault, expect.stringMatching(zh), expect.stringMatching(en)]]);
  });

  test.for<[string, Typed, number]>([
    [share, { value: '95' }, 95], [share, { value: '95%' }, 95], [share, { value: '0.95' }, 95], [share, { value: '９５．５％' }, 95.5], [share, { value: '百分之95' }, 95], [share, { numerator: '９０', denominator: '1，200' }, 7.5],
    [count, { value: '３０个' }, 30], [count, { value: '1,200' }, 1200], [count, { value: '1.2万' }, 12_000], [count, { value: ' 30 ' }, 30],
  ])('%s %o is read as %d', async ([code, typed, figure], { db }) => {
    const { book, standing, sheet } = await bothWays(db, code, typed);
    expect([book.faults, book.filled, standing, sheet]).toEqual([[], 1, 1, figure]);
  });

  test('a message by the API says of a percentage for a count what the sheet says', async ({ db }) => {
    const said = { place: { nth: 1, group: 1, ofGroup: 1 }, indicator: count, region: baohe, period: '2025-01-01/P1Y', groups: [], value: '95％' };
    const lines = await checkMessage(city(db), { form: 'adx', said: [said] } as never);
    expect(lines.map(({ fault, does }) => [fault, does])).toEqual([['number-wrong-sign', 'fault']]);
    expect([refusalSentence('number-wrong-sign', 'zh-CN'), refusalSentence('number-wrong-sign', 'en')]).toEqual([expect.stringMatching(/百分比.*数量/), expect.stringMatching(/percentage.*count/)]);
  });
});
