import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, hefei, test } from '#tests/world.ts';
import { acceptSheet } from './accept-sheet.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { planRound } from './plan-round.ts';
import { roundAtDesk } from './rounds.ts';
import { saveEntries } from './save-entries.ts';
import { sheetAtDesk } from './sheet-at-desk.ts';
import { collectionSheets } from './tables.server.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const district = (db: Db) => as(db, 'government-officer', baohe);
const asking = (given: object = {}) => OpenRoundInput.parse({ regionCode: hefei, zh: '2025年填报', en: 'Figures of 2025', period: '2025', codes: 'A12-1 A07-2', district: '2026-10-15', 'by.A12-1': 'mode', 'by.A07-2': '', ...given });

async function aRound(db: Db) {
  for (const code of [hefei, baohe]) await aRegion(db, code);
  const id = await openRound(city(db), asking());
  const sheet = (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id))).find(({ regionCode }) => regionCode === baohe)!.id;
  const known = await indicatorsByCode(city(db), ['A12-1', 'A07-2']);
  return { id, sheet, classes: known.get('A12-1')!.id, people: known.get('A07-2')!.id };
}
const told = (indicatorId: number, ...values: string[]) => values.map((value, nth) => ({ indicatorId, breakdown: nth + 21, value }));

describe('a round by groups', () => {
  test('counts every cell beforehand, asks the groups beside the whole, and takes them when they are the whole', async ({ db }) => {
    const { id, sheet, classes, people } = await aRound(db);
    const { asking: [plain] } = await planRound(city(db), asking({ 'by.A12-1': '' }));
    const { asking: [grouped], list } = await planRound(city(db), asking());
    expect([plain!.fields / plain!.sheets, grouped!.fields / grouped!.sheets, (grouped!.minutes - plain!.minutes) / grouped!.sheets]).toEqual([2, 5, 6]);
    expect(list.map(({ code, dimension, dimensions }) => [code, dimension, dimensions])).toEqual([['A07-2', '', ['age', 'gender']], ['A12-1', 'mode', ['mode']]]);
    await expect(planRound(city(db), asking({ 'by.A12-1': 'gender' }))).rejects.toThrow('breakdown-not-found');
    expect((await roundAtDesk(city(db), id)).asks.map(({ code, dimension }) => [code, dimension])).toEqual([['A07-2', ''], ['A12-1', 'mode']]);
    const { asked, yearly } = await sheetAtDesk(district(db), sheet);
    expect([asked.map(({ breakdown, group }) => [breakdown, group?.zh]), yearly.fields]).toEqual([[[0, undefined], [0, undefined], [21, '集中式课程化'], [22, '分布式活动类'], [23, '嵌入式行业性']], 5]);
    await saveEntries(district(db), sheet, [{ indicatorId: people, value: '900' }, { indicatorId: classes, value: '40' }, ...told(classes, '20', '15', '4')]);
    await expect(handInSheet(district(db), sheet, { enteredFor: '' })).rejects.toThrow('sheet-has-faults');
    await saveEntries(district(db), sheet, told(classes, '20', '15', '5'));
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 1);
    expect((await db.select().from(indicatorValues).where(eq(indicatorValues.indicatorId, classes)).orderBy(indicatorValues.breakdown)).map(({ breakdown, value }) => [breakdown, value])).toEqual([[0, 40], [21, 20], [22, 15], [23, 5]]);
  });

  test('says how much the unit was asked for since the year began, also of periods long over', async ({ db }) => {
    const { sheet } = await aRound(db);
    await openRound(city(db), asking({ period: '2024', codes: 'A12-1' }));
    await openRound(as(db, 'government-officer', hefei, new Date('2025-12-30T02:00:00Z')), asking({ period: '2023', codes: 'A12-1', district: '2026-01-20' }));
    expect((await sheetAtDesk(district(db), sheet)).yearly).toEqual({ sheets: 2, fields: 9 });
  });

  test('checks groups against a whole that is known already and not asked', async ({ db }) => {
    await aRegion(db, baohe);
    await recordValue(district(db), 'A12-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '40', source: '年报' }));
    const { sheet, classes } = await aRound(db);
    await saveEntries(district(db), sheet, told(classes, '20', '15', '9'));
    const { asked, faults } = await sheetAtDesk(district(db), sheet);
    expect([asked.filter(({ indicatorId }) => indicatorId === classes).map(({ breakdown }) => breakdown), faults.filter(({ indicatorId }) => indicatorId === classes)]).toMatchObject([[21, 22, 23], [{ code: 'groups-not-whole', breakdown: 23, facts: { sum: 44, whole: 40 } }]]);
  });
});
