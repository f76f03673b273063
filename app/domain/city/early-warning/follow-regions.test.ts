import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { followRegions as sheetsFollow } from '#app/domain/city/collection/follow-regions.ts';
import { collectionEntries, collectionRounds, collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { ctxOf, test } from '#tests/world.ts';
import { followRegions } from './follow-regions.ts';
import { alerts, alertSteps } from './tables.server.ts';
import { noGround } from './weigh.ts';

const [from, to] = ['340111888', '340103888'];
const now = new Date(0);

test('sheets that were not handed in, with what was typed, and alerts with their steps, go with a unit that has another code', async ({ db }) => {
  await movedUnit(db, from, to);
  const [round] = await db.insert(collectionRounds).values({ regionCode: '3401', zh: '填报', en: 'round', period: 2026202, deadlines: {}, openedAt: now, openedBy: 'x', openedByName: 'x' }).returning();
  const sheet = { regionCode: from, roundId: round!.id, level: 'town' as const, period: 2026202, dueOn: '2026-10-15' };
  const [kept] = await db.insert(collectionSheets).values({ ...sheet, countyCode: 340111 }).returning();
  await db.insert(collectionEntries).values({ countyCode: 340111, sheetId: kept!.id, indicatorId: 50, value: '３０', savedBy: 'x', savedByName: 'x', savedAt: now });
  const [other] = await db.insert(collectionRounds).values({ regionCode: '3401', zh: '另一批', en: 'another', period: 2026202, deadlines: {}, openedAt: now, openedBy: 'x', openedByName: 'x' }).returning();
  await db.insert(collectionSheets).values([{ ...sheet, roundId: other!.id, countyCode: 340111 }, { ...sheet, roundId: other!.id, regionCode: to, countyCode: 340103 }, { ...sheet, level: 'district', turn: 1, state: 'reported', countyCode: 340111 }]);
  const [alert] = await db.insert(alerts).values({ countyCode: 340111, regionCode: from, indicatorId: 50, rule: 'W2', ruleRegion: '*', ruleVersion: 1, department: 'mz', level: 'red', ground: noGround, raisedOn: '2026-10-01', dueOn: '2026-10-08' }).returning();
  await db.insert(alertSteps).values({ countyCode: 340111, alertId: alert!.id, kind: 'raised', level: 'red', at: now });

  expect([await sheetsFollow(ctxOf(db, system), changeId), await followRegions(ctxOf(db, system), changeId)]).toEqual(['1', '1']);
  expect(await db.select({ regionCode: collectionSheets.regionCode, countyCode: collectionSheets.countyCode }).from(collectionSheets).where(eq(collectionSheets.id, kept!.id))).toEqual([{ regionCode: to, countyCode: 340103 }]);
  expect((await db.select().from(collectionEntries)).map(({ countyCode, value }) => [countyCode, value])).toEqual([[340103, '３０']]);
  expect((await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, other!.id))).map(({ regionCode }) => regionCode).toSorted(), 'one round asks a unit once').toEqual([to, from].toSorted());
  expect((await db.select().from(alerts)).map(({ regionCode, countyCode }) => [regionCode, countyCode])).toEqual([[to, 340103]]);
  expect((await db.select().from(alertSteps)).map(({ countyCode }) => countyCode)).toEqual([340111, 340103]);
  expect((await db.select().from(collectionSheets).where(eq(collectionSheets.state, 'reported'))).map(({ regionCode }) => regionCode)).toEqual([from]);
  expect([await sheetsFollow(ctxOf(db, system), changeId), await followRegions(ctxOf(db, system), changeId)]).toEqual(['0', '0']);
});
