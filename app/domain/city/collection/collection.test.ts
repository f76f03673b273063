import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { burdenByForm } from '#app/domain/base/burden/read.ts';
import { pastsIn, valuesIn } from '#app/domain/city/indicators/values.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { stateCode } from '#app/domain/city/indicators/model.ts';
import { takeFigure } from '#app/domain/city/indicators/take-figure.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, hefei, person, test } from '#tests/world.ts';
import { acceptSheet } from './accept-sheet.ts';
import { entriesOfForm } from './entries-of-form.ts';
import { lookAtSheet } from './look-at-sheet.ts';
import { closeRound } from './close-round.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { planRound } from './plan-round.ts';
import { recordFigure } from './record-figure.ts';
import { lateSheets, whenReported } from './read.ts';
import { returnSheet } from './return-sheet.ts';
import { saveEntries } from './save-entries.ts';
import { collectionEntries, collectionHandIns, collectionRounds, collectionSheets } from './tables.server.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const second = (db: Db) => ctxOf(db, person('government-officer', hefei, 'another'));
const district = (db: Db) => as(db, 'government-officer', baohe);
const luyang = '340103';
const asking = (given: object = {}) => OpenRoundInput.parse({ regionCode: hefei, zh: '2026年第二季度填报', en: 'Second quarter of 2026', period: '2026年第二季度', codes: 'A08-1 A06-1', district: '2026-10-15', ...given });

async function aRound(db: Db, given: object = {}) {
  for (const code of [hefei, baohe, luyang]) await aRegion(db, code);
  const id = await openRound(city(db), asking(given));
  const rows = await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id)).orderBy(collectionSheets.regionCode);
  const known = await indicatorsByCode(city(db), ['A08-1', 'A06-1']);
  return { id, rows, sheet: rows.find(({ regionCode }) => regionCode === baohe)!.id, childcare: known.get('A08-1')!.id, rooms: known.get('A06-1')!.id };
}
const events = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map(({ event }) => event);

describe('a round of figures', () => {
  test('does not ask what the work itself has told, and the burden meter counts it as filled', async ({ db }) => {
    const { sheet, childcare, rooms } = await aRound(db);
    await change(city(db), async (tx) => {
      await takeFigure(tx, { indicatorId: rooms, regionCode: baohe, period: 2026202, breakdown: 0 }, { value: 12, numerator: null, denominator: null }, { places: 1, source: 'operations' });
      await tx.record('figures.taken', { id: 'A06-1', regionCode: baohe }, {});
    });
    await saveEntries(district(db), sheet, [{ indicatorId: childcare, numerator: '90', denominator: '150', source: '区卫健委台账' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    expect(await burdenByForm(city(db))).toMatchObject([{ form: 'figures', handIns: 1, asked: 2, prefilled: 1 }]);
  });

  test('asks every district once, is handed in, returned, accepted into the figures by another, and locked', async ({ db }) => {
    const { id, rows, sheet, childcare, rooms } = await aRound(db);
    expect(rows.every(({ state, dueOn, period }) => state === 'open' && dueOn === '2026-10-15' && period === 2026202)).toBe(true);
    expect(rows.map(({ regionCode }) => regionCode)).toEqual(expect.arrayContaining([luyang, baohe]));
    expect(await saveEntries(district(db), sheet, [{ indicatorId: childcare, numerator: '130', denominator: '120' }, { indicatorId: rooms, value: '３０个' }])).toBe(2);
    await expect(handInSheet(district(db), sheet, { enteredFor: '' })).rejects.toThrow('sheet-has-faults');
    await saveEntries(district(db), sheet, [{ indicatorId: childcare, numerator: '', denominator: '', value: '' }]);
    await expect(handInSheet(district(db), sheet, { enteredFor: '' })).rejects.toThrow('sheet-reason-missing');
    await saveEntries(district(db), sheet, [{ indicatorId: childcare, numerator: '90', denominator: '120', source: '区卫健委台账' }]);
    expect(await handInSheet(district(db), sheet, { enteredFor: '' })).toBe(1);
    await expect(saveEntries(district(db), sheet, [{ indicatorId: rooms, value: '31' }])).rejects.toThrow('sheet-not-open');
    await expect(closeRound(city(db), id)).rejects.toThrow('round-unchecked');
    await expect(acceptSheet(district(db), sheet, 1)).rejects.toThrow('not-allowed');
    await expect(acceptSheet(city(db), sheet, 2)).rejects.toThrow('changed-meanwhile');
    await returnSheet(city(db), sheet, { turn: 1, note: '分母应为三岁以下婴幼儿数', remarks: [{ indicatorId: childcare, breakdown: 0, remark: '请核对分母' }] });
    await saveEntries(district(db), sheet, [{ indicatorId: childcare, numerator: '90', denominator: '150', source: '区卫健委台账' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 2);
    expect((await valuesIn(city(db), baohe, [childcare, rooms], 2026, 2026)).map(({ value, numerator, source }) => [value, numerator, source])).toEqual([[30, null, '2026年第二季度填报'], [60, 90, '区卫健委台账']]);
    expect((await whenReported(city(db), baohe, [childcare], 2026)).map(({ byName, isLate, reportedAt }) => [byName, isLate, reportedAt.toISOString().slice(0, 10)])).toEqual([['government-officer-340111', false, '2026-09-01']]);
    await closeRound(city(db), id);
    await expect(recordValue(district(db), 'A06-1', ValueInput.parse({ regionCode: baohe, period: '2026Q2', value: '29', reason: '核实后更正' }))).rejects.toThrow('value-locked');
    await expect(closeRound(city(db), id)).rejects.toThrow('collection-closed');
    expect((await burdenByForm(city(db))).map(({ form, asked, prefilled }) => [form, asked, prefilled])).toEqual([['figures', 2, 0]]);
    expect((await db.select({ turn: collectionHandIns.turn }).from(collectionHandIns)).map(({ turn }) => turn)).toEqual([1, 2]);
    expect(await events(db, id)).toEqual(['collection.opened', 'collection.closed']);
    expect(await events(db, sheet)).toEqual(['collection.saved', 'collection.saved', 'collection.saved', 'collection.reported', 'collection.returned', 'collection.saved', 'collection.reported', 'collection.accepted']);
  });

  test('asks nothing that is known or already asked, and a correction leaves both figures', async ({ db }) => {
    await aRegion(db, baohe);
    await recordValue(district(db), 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2026Q2', value: '62%', source: '市卫健委月报' }));
    const { id, sheet, childcare, rooms } = await aRound(db);
    const again = await aRound(db, { zh: '另一批填报', codes: 'A08-1 A06-1' });
    expect(await handInSheet(district(db), again.sheet, { enteredFor: '' })).toBe(1);
    await saveEntries(district(db), sheet, [{ indicatorId: rooms, value: '30' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 1);
    expect((await whenReported(city(db), baohe, [childcare, rooms], 2026)).map(({ byName, enteredFor }) => [byName, enteredFor])).toEqual([['government-officer-340111', ''], ['government-officer-340111', '']]);
    await acceptSheet(city(db), again.sheet, 1);
    await closeRound(city(db), id);
    await returnSheet(city(db), sheet, { turn: 1, note: '有两户计入了上一期', remarks: [] });
    await saveEntries(district(db), sheet, [{ indicatorId: rooms, value: '28' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 2);
    expect((await valuesIn(city(db), baohe, [rooms], 2026, 2026)).map(({ value }) => value)).toEqual([28]);
    expect((await pastsIn(city(db), baohe, [rooms])).map(({ value }) => value)).toEqual([30]);
  });

  test('is emptied only by what is still asked, from no further below and due no later', async ({ db }) => {
    const elsewhere = async (id: string) => (await lookAtSheet(city(db), (await db.select().from(collectionSheets).where(eq(collectionSheets.id, id)))[0]!)).asked.length;
    for (const code of [hefei, baohe]) await aRegion(db, code);
    await openRound(district(db), asking({ regionCode: baohe, zh: '包河区自己的填报', district: '2026-09-20' }));
    const later = await aRound(db, { zh: '截止日更晚的一批', district: '2026-11-30' });
    const { id, sheet } = await aRound(db);
    const again = await aRound(db, { zh: '又一批填报' });
    expect([await elsewhere(later.sheet), await elsewhere(sheet), await elsewhere(again.sheet)]).toEqual([2, 2, 0]);
    await closeRound(city(db), id);
    expect(await elsewhere(again.sheet)).toBe(2);
  });

  test('closes with a sheet still out, which is taken late and locked at once; only its own figures are locked and unlocked', async ({ db }) => {
    await aRegion(db, baohe);
    await recordValue(district(db), 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2026Q2', value: '62%', source: '市卫健委月报' }));
    const { id, sheet, rooms } = await aRound(db);
    const correct = (code: string, value: string) => recordValue(district(db), code, ValueInput.parse({ regionCode: baohe, period: '2026Q2', value, reason: '核实后更正' }));
    const stateOf = async () => (await db.select({ state: collectionSheets.state }).from(collectionSheets).where(eq(collectionSheets.id, sheet)))[0]?.state;
    await closeRound(city(db), id);
    await saveEntries(district(db), sheet, [{ indicatorId: rooms, value: '30' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 1);
    expect(await stateOf()).toBe('locked');
    await expect(correct('A06-1', '29')).rejects.toThrow('value-locked');
    expect(await correct('A08-1', '63')).toBe('corrected');
    await db.update(indicatorValues).set({ status: stateCode('locked') }).where(eq(indicatorValues.regionCode, baohe));
    await returnSheet(city(db), sheet, { turn: 1, note: '有两户计入了上一期', remarks: [] });
    await expect(correct('A08-1', '64')).rejects.toThrow('value-locked');
    await saveEntries(district(db), sheet, [{ indicatorId: rooms, value: '28' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 2);
    expect(await stateOf()).toBe('locked');
  });

  test('is not accepted by whoever typed one of its figures, and takes a cell that is named twice once', async ({ db }) => {
    const { sheet, childcare, rooms } = await aRound(db);
    const twice = entriesOfForm({ [`v.${rooms}.0`]: '29', [`v.0${rooms}.0`]: '30' });
    expect(twice).toEqual([{ indicatorId: rooms, breakdown: 0, value: '30' }]);
    expect(await saveEntries(district(db), sheet, [{ indicatorId: rooms, value: '29' }, ...twice])).toBe(1);
    expect((await db.select({ value: collectionEntries.value }).from(collectionEntries).where(eq(collectionEntries.sheetId, sheet))).map(({ value }) => value)).toEqual(['30']);
    await saveEntries(second(db), sheet, [{ indicatorId: childcare, value: '61' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await expect(acceptSheet(second(db), sheet, 1)).rejects.toThrow('sheet-own');
    await acceptSheet(city(db), sheet, 1);
  });

  test('lets nobody record past its sheet what it asks for, before and after the sheet is accepted', async ({ db }) => {
    await aRegion(db, baohe);
    await recordValue(district(db), 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2026Q2', value: '62%', source: '市卫健委月报' }));
    const { id, sheet, rooms } = await aRound(db, { period: '2026年上半年' });
    const given = (value: string, period = '2026Q2', regionCode = baohe) => ValueInput.parse({ regionCode, period, value, reason: '核实后更正' });
    await expect(recordFigure(district(db), 'A06-1', given('29'))).rejects.toThrow('value-in-sheet');
    expect(await recordFigure(district(db), 'A06-1', given('27', '2026Q1'))).toBe('recorded');
    expect(await recordFigure(district(db), 'A08-1', given('63'))).toBe('corrected');
    await expect(recordFigure(district(db), 'A06-1', given('29', '2026Q2', luyang))).rejects.toThrow('not-allowed');
    expect(await recordFigure(city(db), 'A06-1', given('29', '2026Q2', luyang))).toBe('recorded');
    await saveEntries(district(db), sheet, [{ indicatorId: rooms, value: '30' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 1);
    await expect(recordFigure(district(db), 'A06-1', given('31'))).rejects.toThrow('value-in-sheet');
    await closeRound(city(db), id);
    await expect(recordFigure(district(db), 'A06-1', given('31'))).rejects.toThrow('value-locked');
  });

  test('keeps what was asked for half a year in the quarter that ends with it, and locks it there', async ({ db }) => {
    const { id, sheet, childcare, rooms } = await aRound(db, { period: '2026年上半年' });
    await saveEntries(district(db), sheet, [{ indicatorId: childcare, value: '61' }, { indicatorId: rooms, value: '30' }]);
    await handInSheet(district(db), sheet, { enteredFor: '' });
    await acceptSheet(city(db), sheet, 1);
    expect((await valuesIn(city(db), baohe, [childcare], 2026, 2026)).map(({ period, value }) => [period, value])).toEqual([[2026202, 61]]);
    await closeRound(city(db), id);
    await expect(recordValue(district(db), 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2026Q2', value: '60', reason: '核实后更正' }))).rejects.toThrow('value-locked');
  });

  test('knows who is late, and who entered for a unit below', async ({ db }) => {
    const { id, rows, sheet, childcare, rooms } = await aRound(db);
    expect(await lateSheets(city(db), hefei, '2026-10-15')).toEqual([]);
    const late = (await lateSheets(city(db), hefei, '2026-10-20')).filter(({ roundId }) => roundId === id);
    expect(late.find(({ regionCode }) => regionCode === baohe)).toMatchObject({ sheetId: sheet, daysLate: 5, period: 2026202, indicatorIds: expect.arrayContaining([childcare, rooms]) });
    expect(late.length).toBe(rows.length);
    const overdue = { ...city(db), now: new Date('2026-10-20T02:00:00Z') };
    await saveEntries(overdue, sheet, [{ indicatorId: childcare, value: '61' }, { indicatorId: rooms, value: '30' }]);
    await expect(handInSheet(overdue, sheet, { enteredFor: '' })).rejects.toThrow('sheet-entered-for');
    await handInSheet(overdue, sheet, { enteredFor: '电话核实，区卫健委' });
    await expect(acceptSheet(overdue, sheet, 1)).rejects.toThrow('sheet-own');
    await acceptSheet({ ...second(db), now: overdue.now }, sheet, 1);
    expect((await whenReported(city(db), baohe, [rooms], 2026)).map(({ isLate, enteredFor }) => [isLate, enteredFor])).toEqual([[true, '电话核实，区卫健委']]);
    expect((await lateSheets(city(db), hefei, '2026-10-20')).some(({ regionCode }) => regionCode === baohe)).toBe(false);
  });

  test('without an English name is named after its period', async ({ db }) => {
    const { id } = await aRound(db, { en: '' });
    expect((await db.select({ zh: collectionRounds.zh, en: collectionRounds.en }).from(collectionRounds).where(eq(collectionRounds.id, id)))).toEqual([{ zh: '2026年第二季度填报', en: expect.stringMatching(/^Figures: .*2026/) }]);
  });

  test('is refused when it asks nothing, nobody, or too early, and is nobody’s business elsewhere', async ({ db }) => {
    const { rows, sheet, childcare } = await aRound(db);
    const refused = async (given: object, code: string) => expect(planRound(city(db), asking(given))).rejects.toThrow(code);
    await refused({ district: '' }, 'round-without-deadline');
    await refused({ district: '2026-08-20' }, 'round-deadline');
    await refused({ period: '2026', district: '2026-10-15' }, 'round-deadline');
    await refused({ codes: '' }, 'round-empty');
    await refused({ codes: 'Z9' }, 'indicator-not-found');
    await refused({ district: '', community: '2026-10-15', codes: 'A08-2' }, 'round-without-units');
    await refused({ period: '很快很快' }, 'period-unreadable');
    await refused({ regionCode: binhu }, 'round-region');
    await expect(openRound(as(db, 'government-officer', '3301'), asking())).rejects.toThrow('not-allowed');
    await expect(saveEntries(as(db, 'government-officer', luyang), sheet, [{ indicatorId: childcare, value: '1' }])).rejects.toThrow('sheet-not-found');
    await expect(saveEntries(district(db), sheet, [{ indicatorId: 1, value: '1' }])).rejects.toThrow('sheet-cell-unknown');
    await expect(returnSheet(city(db), sheet, { turn: 0, note: '还没有交来', remarks: [] })).rejects.toThrow('sheet-not-reported');
    const { asking: counted, left } = await planRound(city(db), asking({ department: '2026-10-15', codes: 'A08-1 A08-3 A10-1' }));
    expect(left).toEqual(['A08-3']);
    expect(counted.map(({ level, sheets }) => [level, sheets])).toEqual([['department', 1], ['district', rows.length]]);
  });
});
