import { and, eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { stateCode } from '#app/domain/city/indicators/model.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, ctxOf, hefei, person } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { acceptSheet } from './accept-sheet.ts';
import { closeRound } from './close-round.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { returnSheet } from './return-sheet.ts';
import { saveEntries, saveTyped } from './save-entries.ts';
import { collectionEntries, collectionSheets } from './tables.server.ts';

test('a round that several close while its sheet is sent back is closed once, and a sheet that is out again has no locked figure', async ({ onTestFinished }) => {
  const { db, close } = openDb((await workerDatabase()).appUrl, 8);
  onTestFinished(close);
  const [city, second, district] = [as(db, 'government-officer', hefei), ctxOf(db, person('government-officer', hefei, 'another')), as(db, 'government-officer', baohe)];
  for (const code of [hefei, baohe]) await aRegion(db, code);
  const rooms = (await indicatorsByCode(city, ['A06-1'])).get('A06-1')!.id;
  for (const nth of [1, 2, 3, 4]) {
    const id = await openRound(city, OpenRoundInput.parse({ regionCode: hefei, zh: `第${nth}季度填报`, en: `Quarter ${nth}`, period: `2025年第${nth}季度`, codes: 'A06-1', district: '2026-10-15' }));
    const sheet = (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id))).find(({ regionCode }) => regionCode === baohe)!.id;
    await saveEntries(district, sheet, [{ indicatorId: rooms, value: '30', reason: '按台账填写' }]);
    await handInSheet(district, sheet, { enteredFor: '' });
    await acceptSheet(city, sheet, 1);
    const closings = [city, second, city].map((ctx) => closeRound(ctx, id).then(() => 'closed', (error: unknown) => (error instanceof Refusal ? error.code : String(error))));
    const [sent, ...outcomes] = await Promise.all([returnSheet(second, sheet, { turn: 1, note: '请再核对一次', remarks: [] }), ...closings]);
    expect([sent, outcomes.toSorted()]).toEqual([undefined, ['closed', 'collection-closed', 'collection-closed']]);
    expect(await db.select({ state: collectionSheets.state }).from(collectionSheets).where(eq(collectionSheets.id, sheet))).toEqual([{ state: 'returned' }]);
  }
  const standing = await db.select({ status: indicatorValues.status }).from(indicatorValues).where(eq(indicatorValues.regionCode, baohe));
  expect(new Set(standing.map(({ status }) => status))).toEqual(new Set([stateCode('accepted')]));
});

test('a sheet that two accept or send back at once is decided once: the other is told, and its figure and its record are there once', async ({ onTestFinished }) => {
  const { db, close } = openDb((await workerDatabase()).appUrl, 8);
  onTestFinished(close);
  const [city, second, district] = [as(db, 'government-officer', hefei), ctxOf(db, person('government-officer', hefei, 'another')), as(db, 'government-officer', baohe)];
  for (const code of [hefei, baohe]) await aRegion(db, code);
  const indicatorId = (await indicatorsByCode(city, ['A06-1'])).get('A06-1')!.id;
  const accept = (ctx: Ctx, sheet: string) => acceptSheet(ctx, sheet, 1).then(() => 'accepted');
  const sendBack = (ctx: Ctx, sheet: string) => returnSheet(ctx, sheet, { turn: 1, note: '请再核对一次', remarks: [] }).then(() => 'returned');
  for (const [nth, deeds] of [[accept, accept], [accept, accept, accept, accept], [sendBack, sendBack]].entries()) {
    const round = await openRound(city, OpenRoundInput.parse({ regionCode: hefei, zh: `第${nth + 1}季度填报`, en: `Quarter ${nth + 1}`, period: `2024年第${nth + 1}季度`, codes: 'A06-1', district: '2026-10-15' }));
    const sheet = (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, round))).find(({ regionCode }) => regionCode === baohe)!.id;
    await saveEntries(district, sheet, [{ indicatorId, value: '30', reason: '按台账填写' }]);
    await handInSheet(district, sheet, { enteredFor: '' });
    const outcomes = await Promise.all(deeds.map((deed, at) => deed([city, second][at % 2]!, sheet).catch((error: unknown) => (error instanceof Refusal ? error.code : String(error)))));
    const done = nth === 2 ? 'returned' : 'accepted';
    expect(outcomes.toSorted()).toEqual([done, ...Array<string>(deeds.length - 1).fill('sheet-not-reported')].toSorted());
    expect(await db.select({ state: collectionSheets.state }).from(collectionSheets).where(eq(collectionSheets.id, sheet))).toEqual([{ state: done }]);
    expect(await db.select({ event: records.event }).from(records).where(and(eq(records.subjectId, sheet), inArray(records.event, ['collection.accepted', 'collection.returned'])))).toEqual([{ event: `collection.${done}` }]);
    const period = 2024000 + 201 + nth;
    expect(await db.select({ value: indicatorValues.value }).from(indicatorValues).where(and(eq(indicatorValues.regionCode, baohe), eq(indicatorValues.period, period)))).toEqual(done === 'accepted' ? [{ value: 30 }] : []);
  }
});

test('a sheet that is being saved keeps nobody waiting: they are told to try again, and a person who saves without end is stopped', async ({ onTestFinished }) => {
  const { db, close } = openDb((await workerDatabase()).appUrl, 4);
  onTestFinished(close);
  const [city, district] = [as(db, 'government-officer', hefei), as(db, 'government-officer', baohe)];
  for (const code of [hefei, baohe]) await aRegion(db, code);
  const indicatorId = (await indicatorsByCode(city, ['A06-1'])).get('A06-1')!.id;
  const round = await openRound(city, OpenRoundInput.parse({ regionCode: hefei, zh: '2026年第二季度填报', en: 'Second quarter', period: '2026Q2', codes: 'A06-1', district: '2026-10-15' }));
  const sheet = (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, round))).find(({ regionCode }) => regionCode === baohe)!.id;
  const save = (value: string) => saveTyped(district, sheet, [{ indicatorId, value }]);
  await db.transaction(async (holding) => {
    await holding.select().from(collectionSheets).where(eq(collectionSheets.id, sheet)).for('update');
    await expect(save('12')).rejects.toMatchObject({ code: 'being-saved', status: 409, afterSeconds: 2 });
    await expect(handInSheet(district, sheet, { enteredFor: '' })).rejects.toThrow('being-saved');
  });
  expect(await save('5\u0000')).toEqual([]);
  expect((await db.select({ value: collectionEntries.value }).from(collectionEntries).where(eq(collectionEntries.sheetId, sheet)))).toEqual([{ value: '5' }]);
  for (let nth = 0; nth < 118; nth += 1) await limit(district, `figures-typed:${district.actor.id}`, 120, 60);
  await expect(save('13')).rejects.toThrow('too-many-tries');
});
