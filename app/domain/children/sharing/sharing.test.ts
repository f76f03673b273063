import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { withdrawConsent } from '#app/domain/children/identity/answer-consent.ts';
import { currentNotice } from '#app/domain/children/identity/notice.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { writeConsent } from '#app/domain/children/identity/write-consent.ts';
import { openReport } from '#app/domain/children/protection/open-report.ts';
import { referReport } from '#app/domain/children/protection/refer-report.ts';
import { coverOf } from '#app/domain/children/protection/read-report.ts';
import { takeReport } from '#app/domain/children/protection/answer-report.ts';
import { change } from '#app/platform/change.ts';
import { forgetters } from '#app/jobs/forget-child.ts';
import { assess, partner } from '#tests/privacy.ts';
import { as, baohe, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { endWithdrawn } from './end-early.ts';
import { forgetChild } from './forget-child.ts';
import { ShareInput } from './input.ts';
import { enablePartner, endPartner, editPartner, enterPartner } from './keep-partner.ts';
import { countToConfirm, getShare, listPartners, listShares, sharesOfChild } from './read.ts';
import { enterShare } from './record-share.ts';
import { remindShares } from './remind-shares.ts';
import { settleShare } from './settle-share.ts';

const guardian = person('guardian', binhu, 'guardian-of-share');
const office = (db: Db, now = today) => ctxOf(db, person('programme-officer', '*', 'office'), now);
const other = (db: Db) => ctxOf(db, person('programme-officer', '*', 'office-2'));
const later = new Date('2026-12-15T02:00:00Z');
const yes = { registrationGuardian: true, registrationChild: true, participationGuardian: null, participationChild: null };

async function childOf(db: Db, sharing: boolean | null = true): Promise<string> {
  const ctx = ctxOf(db, guardian);
  const id = await registerChild(ctx, { name: '周晓雨', nickname: '雨点', birthday: '2016-05-01', relation: 'mother', ...yes });
  if (sharing !== null) await change(ctx, async (tx) => void (await writeConsent(tx, { childId: id, regionCode: binhu, purpose: 'sharing', band: 'view', guardianSays: sharing, childSays: sharing, saidBy: 'guardian' }, await currentNotice(tx))));
  return id;
}

const share = (over: Record<string, unknown> = {}) => ShareInput.parse({ regionCode: binhu, fields: ['name'], purpose: '为孩子做心理支持', basis: 'consent', childIds: '', childCount: '', partnerId: '', receiver: '', sharedOn: '2026-09-01', expiresOn: '2026-12-01', ...over });

test('CN-15: a share names fields, receiver, purpose, basis and expiry; without a basis it is rejected', async ({ db }) => {
  const body = await partner(db, { enabled: true });
  const [agreed, never, refused] = [await childOf(db), await childOf(db, null), await childOf(db, false)];
  expect(ShareInput.safeParse({ ...share({ childCount: '1', partnerId: body }), basis: '' }).error!.issues.map(({ message }) => message)).toEqual(['share-basis']);
  for (const childId of [never, refused]) await expect(enterShare(office(db), share({ partnerId: body, childIds: [agreed, childId] }))).rejects.toThrow('share-without-consent');
  await expect(enterShare(office(db), share({ partnerId: body, childCount: '3' }))).rejects.toThrow('share-names-needed');
  await expect(enterShare(office(db), share({ receiver: '庐州医院', childIds: [agreed] }))).rejects.toThrow('share-partner-needed');
  await expect(enterShare(office(db), share({ receiver: '庐州医院', basis: 'law', childCount: '1' }))).rejects.toThrow('share-basis-needed');
  await expect(enterShare(office(db), share({ partnerId: body, basis: 'contract', childCount: '1' }))).rejects.toThrow('share-basis-needed');
  expect((await listShares(office(db), {})).rows).toEqual([]);

  const id = await enterShare(office(db), share({ partnerId: body, childIds: `${agreed}\n${agreed}` }));
  expect(await getShare(office(db), id)).toMatchObject({ receiver: '青苗儿童发展中心', fields: ['name'], purpose: '为孩子做心理支持', basis: 'consent', childCount: 1, expiresOn: '2026-12-01', standing: 'open', known: { children: 1, withdrawn: 0 } });
  const byLaw = await enterShare(office(db), share({ receiver: '庐州中级人民法院', basis: 'law', article: 'court', childCount: '2' }));
  expect(await getShare(office(db), byLaw)).toMatchObject({ partnerId: null, article: 'court', childCount: 2 });
  const { rows } = await db.execute(sql`select subject_id from records where event = 'share.recorded' order by id`);
  expect(rows.map((row) => row.subject_id)).toEqual([id, byLaw]);
});

test('CN-15: a referral to an outside body creates a share record', async ({ db }) => {
  const officer = as(db, 'government-officer', baohe);
  const id = await change(as(db, 'community-worker', binhu), (tx) => openReport(tx, { regionCode: binhu, source: 'staff', about: { kind: 'suggestion', subjectId: 's1' }, noticed: '手臂上有新伤', texts: [], fileIds: [] }));
  const handOn = { receiver: '合肥市公安局包河分局', fields: ['report' as const, 'address' as const], number: '包公 12 号', expiresOn: '2027-09-01' };
  await expect(referReport(officer, { regionCode: binhu, id }, handOn)).rejects.toThrow('protection-not-known');
  await takeReport(officer, { regionCode: binhu, id });
  const shareId = await referReport(officer, { regionCode: binhu, id }, handOn);
  const given = await getShare(office(db), shareId);
  expect(given).toMatchObject({ receiver: handOn.receiver, fields: handOn.fields, basis: 'law', article: 'unpl-11', articleNote: '包公 12 号', expiresOn: '2027-09-01', source: 'protection', childCount: 1 });
  expect(JSON.stringify(given), 'not a word of the report').not.toContain('新伤');
  expect((await coverOf(officer, { regionCode: binhu, id })).referred).toMatchObject([{ receiver: handOn.receiver }]);
  await expect(referReport(officer, { regionCode: binhu, id }, handOn)).rejects.toThrow('share-twice');
  await expect(referReport(as(db, 'government-officer', neighbour), { regionCode: binhu, id }, handOn)).rejects.toThrow('protection-not-found');
});

test('what goes to a partner stays within its contract', async ({ db }) => {
  const waiting = await partner(db, {});
  const childId = await childOf(db);
  await expect(enterShare(office(db), share({ partnerId: waiting, childIds: [childId] }))).rejects.toThrow('partner-not-enabled');
  const body = await partner(db, { enabled: true, kind: 'entrusted' });
  const given = (over: Record<string, unknown>) => enterShare(office(db), share({ partnerId: body, basis: 'contract', childCount: '40', ...over }));
  await expect(given({ fields: ['address'] })).rejects.toThrow('share-fields-beyond');
  await expect(given({ expiresOn: '2028-06-01' })).rejects.toThrow('share-beyond-contract');
  await expect(given({ sharedOn: '2026-09-02' })).rejects.toThrow('share-days');
  await given({});
  await endPartner(office(db), body, '合同提前终止');
  await expect(given({})).rejects.toThrow('partner-not-enabled');
  await expect(endPartner(office(db), body, '再来一次')).rejects.toThrow('partner-ended');
  expect((await listPartners(office(db), { state: 'ended' })).rows.map(({ id }) => id)).toEqual([body]);
});

test('a partner is altered only before it is enabled, and enabled only while its contract runs', async ({ db }) => {
  const body = await partner(db, {});
  const contract = { regionCode: '*', kind: 'provided' as const, name: '青苗中心', creditCode: '', contact: '李四', contract: 'HT-2', scope: '心理支持', duties: '期满删除', fields: ['name' as const], validFrom: '2025-01-01', validTo: '2026-08-31' };
  await editPartner(office(db), body, contract);
  await expect(enablePartner(other(db), body, await assess(db, { triggers: ['provide'] }))).rejects.toThrow('partner-contract-over');
  await editPartner(office(db), body, { ...contract, validTo: '2027-08-31' });
  await expect(enablePartner(office(db), body, await assess(db, { triggers: ['provide'] })), 'whoever wrote the contract').rejects.toThrow('partner-second-person');
  await enablePartner(other(db), body, await assess(db, { triggers: ['provide'] }));
  await expect(editPartner(office(db), body, contract)).rejects.toThrow('partner-not-prepared');
  await expect(enterPartner(as(db, 'community-worker', binhu), { ...contract, regionCode: binhu })).rejects.toThrow('not-allowed');
  await expect(enterPartner(as(db, 'government-officer', baohe), contract)).rejects.toThrow('not-allowed');
});

test('the guardian sees what was shared; taking the consent back ends it at once and the office hears', async ({ db }) => {
  const body = await partner(db, { enabled: true });
  const childId = await childOf(db);
  const id = await enterShare(office(db), share({ partnerId: body, childIds: [childId] }));
  expect(await sharesOfChild(ctxOf(db, guardian), childId)).toMatchObject([{ id, receiver: '青苗儿童发展中心', fields: ['name'], standing: 'open' }]);
  await expect(sharesOfChild(ctxOf(db, person('guardian', binhu, 'somebody-else')), childId)).rejects.toThrow('not-found');
  expect(await endWithdrawn(ctxOf(db))).toBe('0');
  await withdrawConsent(ctxOf(db, guardian), childId, 'sharing');
  expect(await endWithdrawn(ctxOf(db))).toBe('1');
  expect(await endWithdrawn(ctxOf(db)), 'once').toBe('0');
  expect(await getShare(office(db), id)).toMatchObject({ endedEarly: 'withdrawn', standing: 'to-confirm', known: { children: 1, withdrawn: 1 } });
  expect(await countToConfirm(office(db))).toBe(1);
  await settleShare(office(db), id, { ending: 'deleted', note: '对方删除证明 3 号' });
  expect(await getShare(office(db), id)).toMatchObject({ standing: 'settled', ending: 'deleted' });
  await expect(settleShare(office(db), id, { ending: 'deleted', note: '再来一次' })).rejects.toThrow('share-settled');
  await expect(settleShare(as(db, 'government-officer', neighbour), id, { ending: 'deleted', note: '隔壁' })).rejects.toThrow('share-not-found');
});

test('an erased child is forgotten; the record stays without anybody in it', async ({ db }) => {
  const body = await partner(db, { enabled: true });
  const [one, two] = [await childOf(db), await childOf(db)];
  const id = await enterShare(office(db), share({ partnerId: body, childIds: [one, two] }));
  expect(forgetters).toContain(forgetChild);
  await forgetChild(ctxOf(db), one);
  expect(await getShare(office(db), id)).toMatchObject({ standing: 'open', childCount: 2, known: { children: 1 } });
  await forgetChild(ctxOf(db), two);
  expect(await getShare(office(db), id)).toMatchObject({ standing: 'to-confirm', endedEarly: 'erased', childCount: 2, known: { children: 0 } });
  expect(await forgetChild(ctxOf(db), two)).toBe('0');
});

test('when its day has passed the office is told once to confirm what became of it', async ({ db }) => {
  const body = await partner(db, { enabled: true, kind: 'entrusted' });
  const id = await enterShare(office(db), share({ partnerId: body, basis: 'contract', childCount: '5' }));
  await db.execute(sql`insert into users (id, name, email, username) values ('share-officer', '王', 'w@share.invalid', 'share.officer')`);
  await db.execute(sql`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values ('share-officer', 'government-officer', ${baohe}, 'x', now())`);
  expect(await remindShares(ctxOf(db))).toBe('');
  expect(await remindShares(ctxOf(db, undefined, later))).toBe('1');
  expect(await remindShares(ctxOf(db, undefined, later))).toBe('');
  expect((await listShares(office(db, later), { standing: 'to-confirm' })).rows.map((row) => row.id)).toEqual([id]);
});

test('children of another region are unknown, agreed or not, like numbers of nobody', async ({ db }) => {
  const body = await partner(db, { enabled: true, kind: 'entrusted' });
  const [agreed, never] = [await childOf(db), await childOf(db, null)];
  for (const basis of ['consent', 'contract']) {
    for (const childId of [agreed, never, '0198f000-0000-7000-8000-000000000001']) {
      await expect(enterShare(office(db), share({ partnerId: body, basis, regionCode: neighbour, childIds: [childId] }))).rejects.toMatchObject({ code: 'share-child-unknown', status: 404 });
    }
  }
  await expect(enterShare(office(db), share({ receiver: '法院', basis: 'law', article: 'court', regionCode: neighbour, childIds: [agreed] }))).rejects.toThrow('share-child-unknown');
  expect((await listShares(office(db), {})).rows).toEqual([]);
  expect(await getShare(office(db), await enterShare(office(db), share({ partnerId: body, regionCode: baohe, childIds: [agreed] })))).toMatchObject({ childCount: 1 });
});

test('who may not read or record', async ({ db }) => {
  await expect(listShares(as(db, 'community-worker', binhu), {})).rejects.toThrow('not-allowed');
  await expect(enterShare(as(db, 'government-officer', neighbour), share({ receiver: '法院', basis: 'law', article: 'court', childCount: '1' }))).rejects.toThrow('not-allowed');
  const id = await enterShare(office(db), share({ receiver: '法院', basis: 'law', article: 'court', childCount: '1' }));
  await expect(getShare(as(db, 'government-officer', neighbour), id)).rejects.toThrow('share-not-found');
});
