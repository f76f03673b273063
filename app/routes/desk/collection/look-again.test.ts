import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { collectionEntries, collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import type { Db } from '#app/db/db.server.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { wasSavedFirst } from './look-again.ts';
import { shouldRevalidate } from './sheet.tsx';
import { doSheetDeed } from './sheet-deeds.ts';

const district = (db: Db) => as(db, 'government-officer', baohe);
const colleague = (db: Db) => ctxOf(db, person('government-officer', baohe, 'another'));

async function aSheet(db: Db) {
  for (const code of [hefei, baohe]) await aRegion(db, code);
  const city = as(db, 'government-officer', hefei);
  const roundId = await openRound(city, OpenRoundInput.parse({ regionCode: hefei, zh: '第二季度填报', en: 'Second quarter', period: '2026Q2', codes: 'A06-1', district: '2026-10-15' }));
  const { id } = (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, roundId))).find(({ regionCode }) => regionCode === baohe)!;
  return { id, rooms: (await indicatorsByCode(city, ['A06-1'])).get('A06-1')!.id };
}

/** What the page is told, what stands in the sheet, and whether the page reads its cells again. */
async function handIn(db: Db, id: string, typed: Record<string, string>) {
  const refused = await doSheetDeed(district(db), id, { go: 'hand-in', enteredFor: '' }, typed).then(() => undefined, (error: unknown) => error);
  const refusal = refused instanceof Refusal ? refused.code : undefined;
  const [entry] = await db.select({ value: collectionEntries.value }).from(collectionEntries).where(eq(collectionEntries.sheetId, id));
  const args = { actionResult: { refusal }, defaultShouldRevalidate: false } as unknown as Parameters<typeof shouldRevalidate>[0];
  return { refusal, value: entry?.value, reads: shouldRevalidate(args) };
}

describe('a sheet that could not be handed in', () => {
  test('is read again once what was typed is saved, so that its cells say what is wrong with them', async ({ db }) => {
    const { id, rooms } = await aSheet(db);
    expect(await handIn(db, id, { [`v.${rooms}.0`]: '95%' })).toEqual({ refusal: 'sheet-has-faults', value: '95%', reads: true });
    expect(await handIn(db, id, { [`v.${rooms}.0`]: '' })).toEqual({ refusal: 'sheet-reason-missing', value: '', reads: true });
  });

  test('is read again too where a colleague saved a cell first: theirs stands and is shown beside what was typed', async ({ db }) => {
    const { id, rooms } = await aSheet(db);
    await saveEntries(colleague(db), id, [{ indicatorId: rooms, value: '30' }]);
    expect(await handIn(db, id, { [`v.${rooms}.0`]: '31', [`b.${rooms}.0`]: '0' })).toEqual({ refusal: 'cell-saved-meanwhile', value: '30', reads: true });
    expect(['sheet-entered-for', 'cut-off', 'changed-meanwhile'].map((refusal) => wasSavedFirst({ refusal }))).toEqual([true, false, false]);
  });
});
