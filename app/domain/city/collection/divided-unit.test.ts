import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { pastsIn, valuesIn } from '#app/domain/city/indicators/values.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion } from '#tests/cycle.ts';
import { changeId } from '#tests/region-change.ts';
import { as, baohe, ctxOf, hefei, test } from '#tests/world.ts';
import { acceptSheet } from './accept-sheet.ts';
import { followRegions } from './follow-regions.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { returnSheet } from './return-sheet.ts';
import { saveEntries } from './save-entries.ts';
import { sheetAtDesk } from './sheet-at-desk.ts';
import { collectionSheets } from './tables.server.ts';
import { mySheets, sheetsToCheck } from './waiting.ts';

const [from, one, other] = ['340111877', '340111881', '340111882'];
const district = (db: Db) => as(db, 'government-officer', baohe);
const town = (db: Db, code: string) => as(db, 'government-officer', code);
const periods = ['2025', '2024', '2023', '2022'] as const;

/** Four sheets of one town: handed in, returned, accepted, and never handed in; then the town is divided. */
async function aDividedTown(db: Db) {
  for (const code of [hefei, baohe, from]) await aRegion(db, code, `单位${code}`);
  const indicatorId = (await indicatorsByCode(district(db), ['A09-1'])).get('A09-1')!.id;
  const sheets: string[] = [];
  for (const period of periods) {
    const id = await openRound(district(db), OpenRoundInput.parse({ regionCode: baohe, zh: `${period}年填报`, en: `Figures of ${period}`, period, codes: 'A09-1', town: '2026-10-15' }));
    sheets.push((await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id))).find(({ regionCode }) => regionCode === from)!.id);
  }
  const [handedIn, returned, accepted, open] = sheets as [string, string, string, string];
  for (const id of sheets) await saveEntries(town(db, from), id, [{ indicatorId, value: '8' }]);
  for (const id of [handedIn, returned, accepted]) await handInSheet(town(db, from), id, { enteredFor: '' });
  await returnSheet(district(db), returned, { turn: 1, note: '请核对户数', remarks: [] });
  await acceptSheet(district(db), accepted, 1);
  const planned = planChange([one, other].map((toCode) => ({ kind: 'split' as const, fromCode: from, fromName: '', toCode, toName: `单位${toCode}` })), [hefei, baohe, from].map((code) => ({ code, name: `单位${code}` })));
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  await change(ctxOf(db, system), (tx) => applyPlan(tx, changeId, planned.plan));
  await followRegions(ctxOf(db, system), changeId);
  const heir = (await db.select().from(regionLineage).where(eq(regionLineage.oldCode, from))).find(({ isPrincipal }) => isPrincipal)!.presentCode;
  const said = async (code: string, year: number) => (await valuesIn(district(db), code, [indicatorId], year, year)).map(({ value }) => value);
  return { indicatorId, handedIn, returned, accepted, open, heir, part: heir === one ? other : one, said };
}

describe('sheets of a unit that was divided', () => {
  test('what was never handed in goes to the principal successor, what it said stays its own', async ({ db }) => {
    const { handedIn, returned, accepted, open, heir, part } = await aDividedTown(db);
    const stands = new Map((await db.select({ id: collectionSheets.id, regionCode: collectionSheets.regionCode, state: collectionSheets.state }).from(collectionSheets)).map(({ id, ...each }) => [id, each]));
    expect([handedIn, returned, accepted, open].map((id) => stands.get(id))).toEqual([
      { regionCode: from, state: 'reported' }, { regionCode: from, state: 'returned' }, { regionCode: from, state: 'accepted' }, { regionCode: heir, state: 'open' },
    ]);
    const mine = async (code: string) => (await mySheets(town(db, code))).map(({ id }) => id).filter((id) => stands.has(id));
    expect((await mine(heir)).toSorted()).toEqual([returned, open].toSorted());
    expect((await mine(part)).some((id) => [handedIn, returned, accepted, open].includes(id))).toBe(false);
    expect((await sheetsToCheck(district(db))).map(({ id }) => id)).toEqual([handedIn]);
  });

  test('a handed-in one is accepted as its own figure, and none is guessed for the parts', async ({ db }) => {
    const { handedIn, heir, part, said } = await aDividedTown(db);
    await expect(acceptSheet(town(db, heir), handedIn, 1)).rejects.toThrow('not-allowed');
    await acceptSheet(district(db), handedIn, 1);
    expect([await said(from, 2025), await said(heir, 2025), await said(part, 2025)]).toEqual([[8], [], []]);
  });

  test('a returned one is mended by the principal successor as itself, by the other part not at all', async ({ db }) => {
    const { indicatorId, returned, heir, part, said } = await aDividedTown(db);
    await expect(saveEntries(town(db, part), returned, [{ indicatorId, value: '9' }])).rejects.toThrow('sheet-not-found');
    expect(await sheetAtDesk(town(db, heir), returned)).toMatchObject({ mayFill: true, isAbove: false, heir });
    await saveEntries(town(db, heir), returned, [{ indicatorId, value: '9' }]);
    await handInSheet(town(db, heir), returned, { enteredFor: '' });
    await acceptSheet(district(db), returned, 2);
    expect([await said(from, 2024), await said(heir, 2024)]).toEqual([[9], []]);
  });

  test('an accepted one is sent back and corrected, and both figures are kept where they were said', async ({ db }) => {
    const { indicatorId, accepted, heir, said } = await aDividedTown(db);
    await returnSheet(district(db), accepted, { turn: 1, note: '重复计入一户', remarks: [] });
    await saveEntries(town(db, heir), accepted, [{ indicatorId, value: '7' }]);
    await handInSheet(town(db, heir), accepted, { enteredFor: '' });
    await acceptSheet(district(db), accepted, 2);
    expect([await said(from, 2023), await said(heir, 2023), (await pastsIn(district(db), from, [indicatorId])).map(({ value }) => value)]).toEqual([[7], [], [8]]);
  });
});
