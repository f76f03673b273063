import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { records } from '#app/platform/tables.server.ts';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { withdrawEvidence } from '#app/domain/base/evidence/withdraw-evidence.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import type { Db } from '#app/db/db.server.ts';
import { afterEdition, aNextEdition } from '#tests/editions.ts';
import { aCase, aPublishedCase, caseText } from '#tests/library.ts';
import { as, binhu, ctxOf, neighbour, person, test } from '#tests/world.ts';
import { casesBehind } from './case-behind.ts';
import { getCollection, listCollections, saveCollection } from './collections.ts';
import { followRegions } from './follow-regions.ts';
import { giveConsent } from './give-consent.ts';
import { CaseInput } from './input.ts';
import { caseAtDesk, casesAtDesk, ownCase, ownCases } from './own.ts';
import { caseFile, publicEvidenceOf } from './public-evidence.ts';
import { casesForRules, getCase, listCases, reachByProvince } from './read.ts';
import { reviewCase, restoreCase, withdrawCase } from './review-case.ts';
import { rulesOfCase } from './rules-of-case.ts';
import { submitCase } from './submit-case.ts';
import { takeOverCase } from './take-over.ts';
import { caseVersions } from './tables.server.ts';
import { saveCase, startCase } from './write-case.ts';

const office = (db: Db) => as(db, 'programme-officer', '*');
const officer = (db: Db) => as(db, 'government-officer', binhu);
const worker = (db: Db) => as(db, 'community-worker', binhu);

describe('a case for the library', () => {
  test('is written, agreed to, handed in, published as a version, and found by rule, tag, words and cost', async ({ db }) => {
    const id = await aPublishedCase(db);
    const visitor = ctxOf(db);
    expect(await getCase(visitor, id)).toMatchObject({ version: 1, isNewest: true, content: { cost: 18_000, partners: [{ name: '安居物业', role: '让出场地' }], outcomes: [{ before: 8, after: 30 }, { before: null, after: 26 }] } });
    for (const filter of [{ rule: 'A3.1' }, { section: 'C' }, { tag: 'space' as const }, { age: '7-12' as const }, { q: '议事角' }, { region: '34' }, { mostCost: 20_000 }]) {
      expect([filter, (await listCases(visitor, filter)).rows.map((row) => row.id)]).toEqual([filter, [id]]);
    }
    for (const filter of [{ rule: 'B1.1' }, { tag: 'safety' as const }, { q: '没有的词' }, { region: '32' }, { mostCost: 10 }]) expect((await listCases(visitor, filter)).rows).toEqual([]);
    expect(await casesForRules(visitor, ['C1.1'])).toMatchObject([{ id, ruleId: 'C1.1' }]);
    const told = await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id));
    expect(told.map(({ event }) => event)).toEqual(expect.arrayContaining(['case.started', 'case.saved', 'case.consented', 'case.submitted', 'case.published']));
  });

  test('is refused while anything is missing, and asks for consent anew when its text has changed', async ({ db }) => {
    const id = await aCase(db, { outcomes: [] });
    await expect(submitCase(officer(db), id)).rejects.toMatchObject({ code: 'case-unfinished' });
    await saveCase(worker(db), id, 1, caseText);
    expect((await ownCase(worker(db), id)).missing).toEqual(['consent.government', 'consent.people', 'consent.partners']);
    await expect(saveCase(worker(db), id, 1, caseText)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(giveConsent(worker(db), id, { consent: 'government', statement: '我替政府同意。', agreed: 'yes' })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('goes back with a reason; a new text of a published one leaves the old version standing until it is published', async ({ db }) => {
    const id = await aPublishedCase(db);
    await saveCase(worker(db), id, 1, { ...caseText, title: '新的题目' });
    for (const consent of ['government', 'people', 'partners'] as const) await giveConsent(officer(db), id, { consent, statement: '已再次说明并同意。', agreed: 'yes' });
    await submitCase(officer(db), id);
    expect((await getCase(ctxOf(db), id)).content.title).toBe('把车棚改成儿童议事角');
    await expect(reviewCase(office(db), id, { outcome: 'return', note: '' })).rejects.toMatchObject({ code: 'case-return-reason' });
    await reviewCase(office(db), id, { outcome: 'return', note: '请补充成本明细。' });
    expect(await ownCases(worker(db), binhu)).toMatchObject([{ state: 'published', reviewNote: '请补充成本明细。', isShown: true }]);
    await submitCase(officer(db), id);
    await reviewCase(office(db), id, { outcome: 'publish', note: '改了题目' });
    expect(await getCase(ctxOf(db), id)).toMatchObject({ version: 2, content: { title: '新的题目' }, versions: [{ version: 2, changes: '改了题目' }, { version: 1 }] });
    expect(await getCase(ctxOf(db), id, 1)).toMatchObject({ isNewest: false, content: { title: '把车棚改成儿童议事角' } });
  });

  test('can be taken down and put back; meanwhile nobody finds it', async ({ db }) => {
    const id = await aPublishedCase(db);
    await withdrawCase(office(db), id, '照片里的家长收回了同意。');
    expect((await listCases(ctxOf(db), {})).rows).toEqual([]);
    await expect(getCase(ctxOf(db), id)).rejects.toMatchObject({ code: 'case-not-found' });
    await restoreCase(office(db), id);
    expect((await listCases(ctxOf(db), {})).rows).toHaveLength(1);
  });

  test('is not for other places, and nobody reviews what they handed in', async ({ db }) => {
    const id = await aCase(db);
    await expect(saveCase(as(db, 'community-worker', neighbour), id, 1, caseText)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(ownCase(as(db, 'government-officer', neighbour), id)).rejects.toMatchObject({ code: 'case-not-found' });
    await expect(caseAtDesk(office(db), id)).rejects.toMatchObject({ code: 'case-not-found' });
    const both = ctxOf(db, { ...person('programme-officer', '*', 'both'), grants: [{ role: 'programme-officer', regionCode: '*', organisationId: null }, { role: 'government-officer', regionCode: binhu, organisationId: null }] });
    await submitCase(both, id);
    await expect(reviewCase(both, id, { outcome: 'publish', note: '' })).rejects.toMatchObject({ code: 'case-of-ones-own' });
    expect((await casesAtDesk(office(db), { state: 'submitted' })).rows.map((row) => row.id)).toEqual([id]);
    await expect(startCase(office(db), binhu)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('keeps its versions: the app can add one, never alter it', async ({ db }) => {
    const id = await aPublishedCase(db);
    await expect(db.transaction((tx) => tx.update(caseVersions).set({ hash: 'x' }).where(eq(caseVersions.caseId, id)))).rejects.toThrow(/Failed query/);
    await expect(db.transaction((tx) => tx.delete(caseVersions).where(and(eq(caseVersions.caseId, id))))).rejects.toThrow(/Failed query/);
  });
});

describe('a case that is awkward', () => {
  test('keeps its consents when nothing in it has changed, so that saving and handing in at once works', async ({ db }) => {
    const id = await aCase(db);
    await saveCase(worker(db), id, 1, CaseInput.parse({ ...caseText }));
    expect((await ownCase(worker(db), id)).missing).toEqual([]);
    await submitCase(officer(db), id);
  });

  test('of two people who write it, the second is told and nothing of the first is lost', async ({ db }) => {
    const id = await startCase(worker(db), binhu);
    await saveCase(worker(db), id, 0, { ...caseText, title: '先存的' });
    await expect(saveCase(officer(db), id, 0, { ...caseText, title: '后存的' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await ownCase(officer(db), id)).toMatchObject({ revision: 1, draft: { title: '先存的' }, writtenByName: worker(db).actor.name });
    expect(await saveCase(officer(db), id, 1, { ...caseText, title: '合并的' })).toBe(2);
  });

  test('with a rule that the current edition does not have is not handed in', async ({ db }) => {
    const id = await aCase(db, { ruleIds: ['A9.9'] });
    await expect(submitCase(officer(db), id)).rejects.toMatchObject({ code: 'rule-of-another-edition' });
  });

  test('keeps the rules of its day when an edition has taken the place of that one, and says what became of them', async ({ db }) => {
    const id = await aPublishedCase(db, { ruleIds: ['A3.1', 'C1.1', 'C1.2'] }, await afterEdition(db, 1));
    const found = await getCase(ctxOf(db), id);
    expect(await rulesOfCase(ctxOf(db), found)).toMatchObject({ edition: { isCurrent: true }, rules: [{ since: 'same' }, { since: 'same' }, { since: 'same' }] });
    await aNextEdition(db, { gone: 'C1.1', other: 'A3.1' });
    expect(await rulesOfCase(ctxOf(db), found)).toMatchObject({
      edition: { isCurrent: false }, rules: [{ id: 'A3.1', zh: expect.not.stringContaining('（改）') as string, since: 'other' }, { id: 'C1.1', since: 'gone' }, { id: 'C1.2', since: 'same' }],
    });
  });

  test('whose evidence is withdrawn after it was published says so and gives the file no more', async ({ db }) => {
    const { id: piece } = await addEvidence(worker(db), binhu, EvidenceInput.parse({ kind: 'number', title: '每周开放时间', number: '30', unit: '小时', validFrom: '2026-01-01', source: '社区', confidentiality: 'public', promise: 'yes' }));
    const id = await aPublishedCase(db, { evidenceIds: [piece] });
    expect(await publicEvidenceOf(ctxOf(db), await getCase(ctxOf(db), id))).toMatchObject([{ id: piece, isWithdrawn: false }]);
    await withdrawEvidence(officer(db), binhu, piece, { reason: '数字有误，重新核过。' });
    expect(await publicEvidenceOf(ctxOf(db), await getCase(ctxOf(db), id))).toMatchObject([{ id: piece, isWithdrawn: true, files: [] }]);
    await expect(caseFile(ctxOf(db), id, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'file-not-found' });
    await saveCase(worker(db), id, 1, { ...caseText, evidenceIds: [piece], title: '新版' });
    for (const consent of ['government', 'people', 'partners'] as const) await giveConsent(officer(db), id, { consent, statement: '已再次说明并同意。', agreed: 'yes' });
    await expect(submitCase(officer(db), id)).rejects.toMatchObject({ code: 'evidence-withdrawn' });
  });

  test('that was taken into a plan and then taken down is still named there, as taken down', async ({ db }) => {
    const id = await aPublishedCase(db);
    expect(await casesBehind(ctxOf(db), [id])).toMatchObject([{ id, isShown: true }]);
    await withdrawCase(office(db), id, '需要更新。');
    expect(await casesBehind(ctxOf(db), [id])).toEqual([{ id, number: expect.stringMatching(/^AL-/) as string, isShown: false }]);
    await expect(change(officer(db), (tx) => takeOverCase(tx, id, { regionCode: '320102001', planId: 'p' }))).rejects.toMatchObject({ code: 'case-not-found' });
  });

  test('goes on with the unit that took the place of its own', async ({ db }) => {
    const id = await aPublishedCase(db);
    const changeId = '01900000-0000-7000-8000-00000000001c';
    const planned = planChange([{ kind: 'recode', fromCode: binhu, fromName: '', toCode: '340111777', toName: '新滨湖街道' }], ['34', '3401', '340111', binhu].map((code) => ({ code, name: code })));
    if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
    await change(ctxOf(db, system), (tx) => applyPlan(tx, changeId, planned.plan));
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('1');
    expect(await followRegions(ctxOf(db, system), changeId)).toBe('0');
    expect((await listCases(ctxOf(db), { region: '340111777' })).rows).toMatchObject([{ id, community: '新滨湖街道' }]);
  });
});

describe('the reach of a case', () => {
  test('counts a plan once, and never the community that wrote it', async ({ db }) => {
    const id = await aPublishedCase(db);
    const plan = (regionCode: string, planId: string) => change(as(db, 'government-officer', regionCode), async (tx) => {
      await tx.record('plan.changed', { id: planId, regionCode });
      return takeOverCase(tx, id, { regionCode, planId });
    });
    expect(await plan('320102001', 'p1')).toMatchObject({ version: 1, content: { title: '把车棚改成儿童议事角' } });
    await plan('320102001', 'p1');
    await plan('320102002', 'p2');
    await plan(binhu, 'p3');
    expect(await reachByProvince(ctxOf(db), id)).toEqual([{ province: '32', places: 2 }]);
    expect((await getCase(ctxOf(db), id)).reach).toBe(2);
  });
});

describe('a collection', () => {
  test('holds published cases in their order, is shown when it is ready, and leaves out what was taken down', async ({ db }) => {
    const [one, two] = [await aPublishedCase(db), await aPublishedCase(db)];
    const id = await saveCollection(office(db), undefined, { title: '旧空间新用', titleEn: 'Old places, new uses', intro: '', introEn: '', caseIds: [two, one], isShown: true });
    expect((await getCollection(ctxOf(db), id)).cases.map((row) => row.id)).toEqual([two, one]);
    await withdrawCase(office(db), two, '需要更新。');
    expect((await getCollection(ctxOf(db), id)).cases.map((row) => row.id)).toEqual([one]);
    await expect(saveCollection(office(db), id, { title: '旧空间新用', titleEn: 'Old places', intro: '', introEn: '', caseIds: [two], isShown: false })).rejects.toMatchObject({ code: 'case-not-published' });
    await saveCollection(office(db), id, { title: '旧空间新用', titleEn: 'Old places', intro: '', introEn: '', caseIds: [one], isShown: false });
    await expect(getCollection(ctxOf(db), id)).rejects.toMatchObject({ code: 'collection-not-found' });
    expect(await listCollections(ctxOf(db))).toEqual([]);
    await expect(saveCollection(officer(db), undefined, { title: '我的', titleEn: 'Mine', intro: '', introEn: '', caseIds: [], isShown: true })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
