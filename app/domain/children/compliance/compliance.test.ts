import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import type { Db } from '#app/db/db.server.ts';
import { askAccess, decideAccess } from '#app/domain/children/identity/access-grants.ts';
import { withdrawConsent } from '#app/domain/children/identity/answer-consent.ts';
import { eraseChild } from '#app/domain/children/identity/erase-child.ts';
import { openIdentity } from '#app/domain/children/identity/open-identity.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { ShareInput } from '#app/domain/children/sharing/input.ts';
import { enterShare } from '#app/domain/children/sharing/record-share.ts';
import { assess } from '#tests/privacy.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, person, test, today } from '#tests/world.ts';
import { fileReport } from './file-report.ts';
import { figureKeys } from './model.ts';
import { getReport, recount, yearToShow } from './read.ts';
import { remindCompliance } from './remind.ts';
import { takeStock } from './take-stock.ts';

const january = new Date('2027-01-05T02:00:00Z');
const guardian = person('guardian', binhu, 'guardian-of-year');
const office = (db: Db, now = january) => ctxOf(db, person('programme-officer', '*', 'office'), now);
const system = (db: Db, now: Date) => ctxOf(db, undefined, now);
const says = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };
const born = (db: Db, birthday: string) => registerChild(ctxOf(db, guardian), { name: '周晓雨', nickname: '雨点', birthday, relation: 'mother', ...says });
const filing = (over: Partial<Parameters<typeof fileReport>[1]> = {}) => ({ regionCode: '*', year: 2026, filedOn: '2027-01-05', receipt: 'GRXX-2026-12', note: '', ...over });

/** A year of one community: three children of whom one turns fourteen in it, a look, a withdrawal, an erasure, a share, an assessment. */
async function aYear(db: Db) {
  const [nine, turned] = [await born(db, '2017-03-01'), await born(db, '2012-12-31')];
  const gone = await born(db, '2015-01-01');
  const worker = as(db, 'community-worker', binhu);
  const grant = await askAccess(worker, binhu, { childId: nine, reason: '办观察员证，需要核对姓名', hours: 2 });
  await decideAccess(as(db, 'government-officer', binhu), binhu, grant, { isApproved: true, note: '同意' });
  await openIdentity(worker, binhu, nine);
  await withdrawConsent(ctxOf(db, guardian), nine, 'participation');
  await eraseChild(ctxOf(db, guardian), gone);
  await enterShare(office(db, today), ShareInput.parse({ regionCode: binhu, receiver: '法院', fields: ['name'], purpose: '依法调取证据', basis: 'law', article: 'court', childIds: '', childCount: '2', sharedOn: '2026-09-01', expiresOn: '2026-12-01' }));
  await assess(db, { regionCode: baohe });
  return { nine, turned };
}

test('CN-10: the report of a year counts minors and those under fourteen, purposes, consents, withdrawals, grants, incidents, sharing, retention runs and assessments', async ({ db }) => {
  await aYear(db);
  await takeStock(system(db, january));
  const { content } = await getReport(office(db), { regionCode: '*', year: 2026 });
  expect(content).toMatchObject({ isPreliminary: false, asOf: '2026-12-31T16:00:00.000Z', notices: expect.any(Array) });
  const figures = {
    minors: 2, under14: 1, from14: 1, grown: 0, erased: 1, 'given:registration': 3, 'given:participation': 3, 'withdrawn:participation': 1, 'refused:portrait': 0,
    'access-asked': 1, 'access-approved': 1, 'identity-opened': 1, shares: 1, 'shared-children': 2, 'shares-law': 1, 'assessments-approved': 1, 'assessments-in-force': 1, incidents: 0, 'retention-runs': 0,
  };
  expect(content.whole).toMatchObject(figures);
  expect(Object.keys(content.whole).toSorted()).toEqual([...figureKeys].toSorted());
  expect(content.places.map(({ regionCode, figures: own }) => [regionCode, own.minors, own.under14])).toEqual([['34', 2, 1]]);
  const city = await getReport(as(db, 'government-officer', hefei, january), { regionCode: hefei, year: 2026 });
  expect(city.content.places).toMatchObject([{ regionCode: baohe, figures: { minors: 2, shares: 1, 'assessments-approved': 1 } }]);
  expect(csvLine([2026, '全国', ...figureKeys.map((key) => content.whole[key])])).toMatch(/^2026,全国,2,1,1,0,1,3,3,0,/);
});

test('what was filed does not change afterwards, and counted anew it is the same', async ({ db }) => {
  const { nine } = await aYear(db);
  await takeStock(system(db, january));
  await fileReport(office(db), filing());
  await eraseChild(ctxOf(db, guardian, january), nine);
  await takeStock(system(db, new Date('2027-01-06T02:00:00Z')));
  const filed = await getReport(office(db), { regionCode: '*', year: 2026 });
  expect(filed).toMatchObject({ content: { whole: { minors: 2 } }, filing: { number: 1, receipt: 'GRXX-2026-12' } });
  expect(await recount(office(db), { regionCode: '*', year: 2026, number: 1 })).toEqual({ isSame: true });
  await expect(db.transaction((tx) => tx.execute(sql`update compliance_filings set content = '{}'`))).rejects.toMatchObject({ cause: { code: '23001' } });

  await expect(fileReport(office(db), filing())).rejects.toThrow('compliance-correction-why');
  await fileReport(office(db), filing({ receipt: 'GRXX-2026-13', note: '补报一个县' }));
  expect((await getReport(office(db), { regionCode: '*', year: 2026 })).filings.map(({ number, note }) => [number, note])).toEqual([[2, '补报一个县'], [1, '']]);
  const { rows } = await db.execute(sql`select facts from records where event = 'compliance.filed'`);
  expect(rows).toHaveLength(2);
});

test('a year that runs can be looked at and not filed, nor one before it was counted, nor on a day that cannot be', async ({ db }) => {
  await aYear(db);
  await takeStock(system(db, today));
  const so = await getReport(office(db, today), { regionCode: '*', year: 2026 });
  expect(so).toMatchObject({ content: { isPreliminary: true, whole: { minors: 2 } }, mayFile: false });
  await expect(fileReport(office(db, today), filing({ filedOn: '2026-09-01' }))).rejects.toThrow('compliance-year-runs');
  await expect(fileReport(office(db), filing())).rejects.toThrow('compliance-year-runs');
  await takeStock(system(db, january));
  await expect(fileReport(office(db), filing({ filedOn: '2026-12-30' }))).rejects.toThrow('compliance-filed-on');
  await expect(fileReport(office(db), filing({ year: 2023 }))).rejects.toThrow('compliance-year');
  await expect(getReport(office(db), { regionCode: '*', year: 2028 })).rejects.toThrow('compliance-year');
  await expect(getReport(office(db), { regionCode: '*', year: 2026, number: 4 })).rejects.toThrow('compliance-not-found');
  expect([yearToShow(office(db)), yearToShow(office(db, today))]).toEqual([2026, 2026]);
});

test('those of a county and above who may file are reminded from 1 January until it is filed', async ({ db }) => {
  for (const [id, region] of [['city-officer', hefei], ['street-officer', binhu]] as const) {
    await db.execute(sql`insert into users (id, name, email, username) values (${id}, '王', ${`${id}@year.invalid`}, ${id})`);
    await db.execute(sql`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values (${id}, 'government-officer', ${region}, 'x', now())`);
  }
  const told = async () => (await db.execute<{ user_id: string; params: unknown }>(sql`select user_id, params from messages where kind = 'compliance-due' order by id`)).rows;
  expect(await remindCompliance(system(db, new Date('2026-12-31T02:00:00Z')))).toBe('');
  expect(await remindCompliance(system(db, january))).toBe('1');
  expect(await remindCompliance(system(db, new Date('2027-01-06T02:00:00Z'))), 'not every day').toBe('');
  expect(await told()).toEqual([{ user_id: 'city-officer', params: { year: 2026, day: '2027-01-31' } }]);
  await takeStock(system(db, january));
  await fileReport(office(db), filing({ regionCode: hefei }));
  expect(await remindCompliance(system(db, new Date('2027-01-21T02:00:00Z')))).toBe('');
});

test('who may not file or read', async ({ db }) => {
  await takeStock(system(db, january));
  await expect(fileReport(as(db, 'government-officer', neighbour, january), filing({ regionCode: hefei }))).rejects.toThrow('not-allowed');
  await expect(fileReport(as(db, 'audit-admin', '*', january), filing())).rejects.toThrow('not-allowed');
  await expect(getReport(as(db, 'government-officer', hefei, january), { regionCode: '*', year: 2026 })).rejects.toThrow('not-allowed');
  expect((await getReport(as(db, 'audit-admin', '*', january), { regionCode: '*', year: 2026 })).mayFile).toBe(false);
});
