import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { askDue } from '#app/domain/base/communities/told.ts';
import type { Db } from '#app/db/db.server.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, hefei, person, test } from '#tests/world.ts';
import { acceptSheet } from './accept-sheet.ts';
import { figuresDue } from './due.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openRound } from './open-round.ts';
import { listRounds, mayOpenRounds } from './rounds.ts';
import { lateSheets } from './read.ts';
import { returnSheet } from './return-sheet.ts';
import { saveEntries } from './save-entries.ts';
import { sheetAtDesk } from './sheet-at-desk.ts';
import { collectionSheets } from './tables.server.ts';
import { countSheetsIn, countSheetsToCheck, sheetsToCheck } from './waiting.ts';

const city = (db: Db) => as(db, 'government-officer', hefei);
const district = (db: Db) => as(db, 'government-officer', baohe);
const another = (db: Db, code: string) => ctxOf(db, person('government-officer', code, 'another'));

async function aSheet(db: Db, by: Ctx, given: object, regionCode: string, code = 'A06-1'): Promise<{ id: string; indicatorId: number }> {
  const id = await openRound(by, OpenRoundInput.parse({ zh: '第二季度填报', en: 'Second quarter', period: '2026Q2', ...given }));
  const sheets = await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id));
  return { id: sheets.find((sheet) => sheet.regionCode === regionCode)!.id, indicatorId: (await indicatorsByCode(by, [code])).get(code)!.id };
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
    expect([(await sheetsToCheck(city(db))).length, (await sheetsToCheck(district(db))).map(({ all }) => all)]).toEqual([0, [1]]);
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
    const officer = await known(db, district(db));
    await saveEntries(officer, id, [{ indicatorId, value: '3' }]);
    await handInSheet(officer, id, { enteredFor: '电话核实' });
    expect(await sheetAtDesk(officer, id)).toMatchObject({ isToldByPlace: true, isOwn: true, mayCheck: true });
    expect((await sheetsToCheck(city(db))).map((sheet) => sheet.id)).toEqual([id]);
    await acceptSheet(city(db), id, 1);
  });

  test('what a town entered for a community is checked by the place that collects, neither by the town nor above that place', async ({ db }) => {
    const { id, indicatorId } = await aCommunitySheet(db, district(db), { regionCode: baohe });
    const town = await known(db, ctxOf(db, person('government-officer', binhu, 'town')));
    await saveEntries(town, id, [{ indicatorId, value: '60' }]);
    await handInSheet(town, id, { enteredFor: '电话核实' });
    expect(await sheetAtDesk(district(db), id)).toMatchObject({ checkedIn: expect.stringMatching(/包河区$/), isToldByPlace: false });
    expect(await whoMay(db, id, { town, neighbour: another(db, binhu), district: district(db), city: city(db), nation: as(db, 'programme-officer', '*') })).toEqual(['district']);
    await expect(acceptSheet(city(db), id, 1)).rejects.toThrow('not-allowed');
    await expect(returnSheet(another(db, binhu), id, { turn: 1, note: '请核对', remarks: [] })).rejects.toThrow('not-allowed');
    await acceptSheet(district(db), id, 1);
  });

  test('in a round of the city it is checked from one step above whoever entered', async ({ db }) => {
    const entered = async (code: string) => {
      const { id, indicatorId } = await aCommunitySheet(db, city(db), { regionCode: hefei });
      const by = await known(db, ctxOf(db, person('government-officer', code, `of-${code}`)));
      await saveEntries(by, id, [{ indicatorId, value: '3' }]);
      await handInSheet(by, id, { enteredFor: '电话核实' });
      return whoMay(db, id, { town: another(db, binhu), district: another(db, baohe), city: another(db, hefei), province: another(db, '34') });
    };
    expect(await entered(binhu)).toEqual(['district', 'city']);
    expect(await entered(baohe)).toEqual(['city']);
    expect(await entered(hefei)).toEqual(['city', 'province']);
  });

  test('of whoever entered and left meanwhile nobody above the collecting place takes over', async ({ db }) => {
    const { id, indicatorId } = await aCommunitySheet(db, district(db), { regionCode: baohe });
    const left = ctxOf(db, person('government-officer', binhu, 'left'));
    await saveEntries(left, id, [{ indicatorId, value: '3' }]);
    await handInSheet(left, id, { enteredFor: '电话核实' });
    expect(await whoMay(db, id, { town: another(db, binhu), district: district(db), city: city(db) })).toEqual(['district']);
  });

  test('counts in one region only what this person may accept there', async ({ db }) => {
    const { id, indicatorId } = await aCommunitySheet(db, district(db), { regionCode: baohe });
    await saveEntries(district(db), id, [{ indicatorId, value: '3' }]);
    await handInSheet(district(db), id, { enteredFor: '电话核实' });
    const counted = (ctx: Ctx, code: string) => countSheetsIn(ctx, code);
    expect(await sheetAtDesk(district(db), id)).toMatchObject({ isToldByPlace: false, isOwn: true });
    expect([await counted(district(db), baohe), await counted(another(db, baohe), baohe), await counted(another(db, baohe), '340103'), await counted(city(db), hefei)]).toEqual([0, 1, 0, 0]);
  });

  test('a late sheet is mine where I would fill it in or check it, and a community has to do what its reader may fill in', async ({ db }) => {
    const { id } = await aCommunitySheet(db, district(db), { regionCode: baohe });
    const late = async (ctx: Ctx) => (await lateSheets(ctx, hefei, '2026-11-20')).filter(({ sheetId }) => sheetId === id).map(({ isMine }) => isMine);
    expect([await late(district(db)), await late(as(db, 'government-officer', binhu)), await late(city(db))]).toEqual([[true], [true], [false]]);
    const due = async (ctx: Ctx) => (await askDue(ctx, [figuresDue], [community])).map(({ kind }) => kind);
    expect([await due(as(db, 'community-worker', community)), await due(district(db)), await due(city(db))]).toEqual([['figures-fill'], ['figures-fill'], []]);
  });
});

const community = '340111400001';

/** A community of Binhu with a sheet of its own in a round of the place. */
async function aCommunitySheet(db: Db, by: Ctx, given: { regionCode: string }) {
  for (const code of [hefei, baohe, binhu]) await aRegion(db, code);
  await aRegion(db, community);
  return aSheet(db, by, { ...given, codes: 'A08-2', community: '2026-10-15', everyCommunity: 'on' }, community, 'A08-2');
}

/** Somebody whose role stands in the database, as it does of everybody who signs in. */
async function known(db: Db, ctx: Ctx): Promise<Ctx> {
  const { id, grants: [grant] } = ctx.actor;
  await db.insert(users).values({ id, name: id, email: `${id}@tongyou.example`, username: id }).onConflictDoNothing();
  await db.insert(roleGrants).values({ userId: id, role: grant!.role, regionCode: grant!.regionCode, grantedBy: 'test', grantedAt: ctx.now } as typeof roleGrants.$inferInsert);
  return ctx;
}

/** Those in whose list the sheet waits; whom the list leaves out the verb refuses too. */
async function whoMay(db: Db, id: string, people: Record<string, Ctx>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, ctx] of Object.entries(people)) {
    const waits = (await sheetsToCheck(ctx)).some((sheet) => sheet.id === id);
    const refused = waits ? '' : await acceptSheet(ctx, id, 1).then(() => 'accepted', (error: Error) => error.message);
    expect(refused).toMatch(waits ? /^$/ : /not-allowed|sheet-own|sheet-not-found/);
    if (waits) found.push(name);
  }
  return found;
}
