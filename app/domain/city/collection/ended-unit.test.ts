import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, ctxOf, hefei, test } from '#tests/world.ts';
import { acceptSheet } from './accept-sheet.ts';
import { followRegions } from './follow-regions.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { returnSheet } from './return-sheet.ts';
import { saveEntries } from './save-entries.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';
import { mySheets, sheetsToCheck } from './waiting.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);

async function joined(db: Db, one: string, other: string): Promise<void> {
  const known = await db.select({ code: regions.code, name: regions.name }).from(regions).where(sql`length(code) <= 6 and code like '34%'`);
  const nameOf = (code: string) => known.find((each) => each.code === code)!.name;
  const planned = planChange([one, other].map((fromCode) => ({ kind: 'merge' as const, fromCode, fromName: nameOf(fromCode), toCode: '340199', toName: '新合区' })), known);
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  await change(ctxOf(db, system), (tx) => applyPlan(tx, changeId, planned.plan));
}

describe('sheets of units that were joined', () => {
  test('stay checkable where they were handed in, may be mended by what the unit became, and make its figure once all have told', async ({ db }) => {
    const [one, other] = (await listChildren(city(db), hefei)).map(({ code }) => code) as [string, string];
    const rooms = (await indicatorsByCode(city(db), ['A06-1'])).get('A06-1')!.id;
    const id = await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '2026年第二季度填报', en: 'Second quarter of 2026', period: '2026Q2', codes: 'A06-1', district: '2026-10-15' }));
    const own = await openRound(as(db, 'government-officer', one), OpenRoundInput.parse({ regionCode: one, zh: '本区自己的填报', en: 'Own round', period: '2026Q2', codes: 'A08-1', district: '2026-10-15' }));
    const sheets = await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id));
    const sheetOf = (code: string) => sheets.find(({ regionCode }) => regionCode === code)!.id;
    for (const [code, value] of [[one, '30'], [other, '12']] as const) {
      await saveEntries(as(db, 'government-officer', code), sheetOf(code), [{ indicatorId: rooms, value }]);
      await handInSheet(as(db, 'government-officer', code), sheetOf(code), { enteredFor: '' });
    }
    await returnSheet(city(db), sheetOf(other), { turn: 1, note: '少了两个议事会', remarks: [] });
    await joined(db, one, other);
    await followRegions(ctxOf(db, system), changeId);
    expect((await db.select().from(collectionRounds).where(eq(collectionRounds.id, own))).map(({ regionCode }) => regionCode)).toEqual(['340199']);

    const heir = as(db, 'government-officer', '340199');
    expect((await sheetsToCheck(city(db))).map((sheet) => sheet.id)).toEqual([sheetOf(one)]);
    await acceptSheet(city(db), sheetOf(one), 1);
    expect(await valuesIn(city(db), '340199', [rooms], 2026, 2026)).toEqual([]);
    expect((await mySheets(heir)).map((sheet) => sheet.id)).toContain(sheetOf(other));
    await saveEntries(heir, sheetOf(other), [{ indicatorId: rooms, value: '14' }]);
    await handInSheet(heir, sheetOf(other), { enteredFor: '' });
    await acceptSheet(city(db), sheetOf(other), 2);
    const said = async (code: string) => (await valuesIn(city(db), code, [rooms], 2026, 2026)).map(({ value }) => value);
    expect([await said(one), await said(other), await said('340199')]).toEqual([[30], [14], [44]]);
    await returnSheet(city(db), sheetOf(other), { turn: 2, note: '再核对一次', remarks: [] });
    await saveEntries(heir, sheetOf(other), [{ indicatorId: rooms, value: '15' }]);
    await handInSheet(heir, sheetOf(other), { enteredFor: '' });
    await acceptSheet(city(db), sheetOf(other), 3);
    expect([await said(other), await said('340199')]).toEqual([[15], [45]]);
  });
});

describe('a handed-in sheet of a unit that has another code', () => {
  for (const [how, from, to, name] of [['in the same county goes along', '340111877', '340111888', '340111888'], ['in another county keeps its name', '340111877', '340103888', '340111877']] as const) {
    test(`${how}; its figures are those of the unit as it is today`, async ({ db }) => {
      for (const code of [hefei, baohe, from]) await aRegion(db, code, `单位${code}`);
      const town = as(db, 'government-officer', from);
      const rooms = (await indicatorsByCode(city(db), ['A09-1'])).get('A09-1')!.id;
      const id = await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '2026年第二季度填报', en: 'Second quarter of 2026', period: '2026Q2', codes: 'A09-1', town: '2026-10-15' }));
      const [sheet] = (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id))).filter(({ regionCode }) => regionCode === from);
      await saveEntries(town, sheet!.id, [{ indicatorId: rooms, value: '3' }]);
      await handInSheet(town, sheet!.id, { enteredFor: '' });
      await movedUnit(db, from, to);
      await followRegions(ctxOf(db, system), changeId);
      expect((await db.select().from(collectionSheets).where(eq(collectionSheets.id, sheet!.id))).map(({ regionCode }) => regionCode)).toEqual([name]);
      await acceptSheet(as(db, 'government-officer', baohe), sheet!.id, 1);
      expect([(await valuesIn(city(db), to, [rooms], 2026, 2026)).map(({ value }) => value), await valuesIn(city(db), from, [rooms], 2026, 2026)]).toEqual([[3], []]);
    });
  }
});
