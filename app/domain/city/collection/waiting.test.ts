import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, hefei, person, test } from '#tests/world.ts';
import { acceptSheet } from './accept-sheet.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { listRounds, mayOpenRounds } from './rounds.ts';
import { saveEntries } from './save-entries.ts';
import { sheetAtDesk } from './sheet-at-desk.ts';
import { collectionSheets } from './tables.server.ts';
import { countSheetsToCheck, sheetsToCheck } from './waiting.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const district = (db: Db) => as(db, 'government-officer', baohe);
const another = (db: Db, code: string) => ctxOf(db, person('government-officer', code, 'another'));

async function aSheet(db: Db, by: Ctx, given: object, regionCode: string): Promise<{ id: string; indicatorId: number }> {
  const id = await openRound(by, OpenRoundInput.parse({ zh: '第二季度填报', en: 'Second quarter', period: '2026Q2', ...given }));
  const sheets = await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id));
  return { id: sheets.find((sheet) => sheet.regionCode === regionCode)!.id, indicatorId: (await indicatorsByCode(by, ['A06-1'])).get('A06-1')!.id };
}

describe('what waits to be checked', () => {
  test('is what a person may accept: nothing they typed in themselves, and the same is counted', async ({ db }) => {
    for (const code of [hefei, baohe]) await aRegion(db, code);
    const { id, indicatorId } = await aSheet(db, city(db), { regionCode: hefei, codes: 'A06-1', district: '2026-10-15' }, baohe);
    await saveEntries(another(db, hefei), id, [{ indicatorId, value: '29' }]);
    await handInSheet(district(db), id, { enteredFor: '' });
    const waits = async (ctx: Ctx) => [(await sheetsToCheck(ctx)).length, await countSheetsToCheck(ctx)];
    expect([await waits(another(db, hefei)), await waits(city(db)), await waits(district(db)), await waits(as(db, 'programme-officer', '*'))]).toEqual([[0, 0], [1, 1], [0, 0], [0, 0]]);
    await expect(acceptSheet(another(db, hefei), id, 1)).rejects.toThrow('sheet-own');
    await expect(acceptSheet(as(db, 'programme-officer', '*'), id, 1)).rejects.toThrow('not-allowed');
    await acceptSheet(city(db), id, 1);
  });

  test('leaves a district’s own round to the district, but for what the district told itself', async ({ db }) => {
    for (const code of [hefei, baohe, binhu]) await aRegion(db, code);
    const asked = { regionCode: baohe, codes: 'A06-1 A09-1 A11-2', town: '2026-10-15', district: '2026-10-15' };
    const { id } = await aSheet(db, district(db), asked, binhu);
    const codes = await indicatorsByCode(city(db), ['A09-1', 'A11-2']);
    const fill = (by: Ctx) => saveEntries(by, id, [{ indicatorId: codes.get('A09-1')!.id, value: '3' }, { indicatorId: codes.get('A11-2')!.id, value: '90%' }]);
    const town = as(db, 'government-officer', binhu);
    await fill(town);
    await handInSheet(town, id, { enteredFor: '' });
    expect([(await sheetsToCheck(city(db))).length, (await sheetsToCheck(district(db))).length]).toEqual([0, 1]);
    expect([(await listRounds(town, {})).rows.length, (await listRounds(as(db, 'government-officer', '340103'), {})).rows.length]).toEqual([1, 0]);
    expect([mayOpenRounds(town), mayOpenRounds(district(db))]).toEqual([false, true]);
    await expect(acceptSheet(city(db), id, 1)).rejects.toThrow('not-allowed');
    await acceptSheet(district(db), id, 1);

    const itself = await aSheet(db, district(db), { ...asked, codes: 'A06-1', town: '' }, baohe);
    await saveEntries(district(db), itself.id, [{ indicatorId: itself.indicatorId, value: '12' }]);
    await handInSheet(district(db), itself.id, { enteredFor: '' });
    expect([(await sheetsToCheck(city(db))).map((sheet) => sheet.id), (await sheetsToCheck(district(db))).length, (await sheetsToCheck(another(db, baohe))).length]).toEqual([[itself.id], 0, 1]);
    await acceptSheet(city(db), itself.id, 1);
  });

  test('is filled in by nobody above the collecting place; what its one officer entered for a unit is checked above', async ({ db }) => {
    for (const code of [hefei, baohe, binhu]) await aRegion(db, code);
    const { id } = await aSheet(db, district(db), { regionCode: baohe, codes: 'A09-1', town: '2026-10-15' }, binhu);
    const indicatorId = (await indicatorsByCode(city(db), ['A09-1'])).get('A09-1')!.id;
    for (const code of [hefei, '34']) {
      await expect(saveEntries(as(db, 'government-officer', code), id, [{ indicatorId, value: '3' }])).rejects.toThrow('not-allowed');
      await expect(handInSheet(as(db, 'government-officer', code), id, { enteredFor: '电话核实' })).rejects.toThrow('not-allowed');
    }
    expect((await sheetAtDesk(city(db), id)).mayFill).toBe(false);
    await saveEntries(district(db), id, [{ indicatorId, value: '3' }]);
    await handInSheet(district(db), id, { enteredFor: '电话核实' });
    expect((await sheetsToCheck(city(db))).map((sheet) => sheet.id)).toEqual([id]);
    await acceptSheet(city(db), id, 1);
  });
});
