import { eq, inArray, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { inside } from '#app/db/sealed.ts';
import { askAccess, decideAccess } from '#app/domain/children/identity/access-grants.ts';
import { answerConsent } from '#app/domain/children/identity/answer-consent.ts';
import { enter } from '#app/domain/children/identity/enter.ts';
import { issueSlip } from '#app/domain/children/identity/issue-slip.ts';
import { openIdentity } from '#app/domain/children/identity/open-identity.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { answerRight, askRight } from '#app/domain/children/identity/rights.ts';
import { councilCandidates, councilMembers, councilTerms } from '#app/domain/children/councils/tables.server.ts';
import { rejectItem } from '#app/domain/children/moderation/keep-back.ts';
import { complain } from '#app/domain/children/moderation/complain.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { planRound } from '#app/domain/children/observers/plan-round.ts';
import { signUpOnPaper } from '#app/domain/children/observers/sign-up.ts';
import { openReport } from '#app/domain/children/protection/open-report.ts';
import { closeReport, takeReport } from '#app/domain/children/protection/answer-report.ts';
import type { RecordClass } from '#app/domain/children/retention/model.ts';
import { planOf } from '#app/domain/children/retention/schedule.ts';
import { shareChildren, shares } from '#app/domain/children/sharing/tables.server.ts';
import { solicitations, solicitationWorks } from '#app/domain/children/solicitations/tables.server.ts';
import { surveyResponses } from '#app/domain/children/surveys/tables.server.ts';
import { surveyResults } from '#app/domain/children/survey-results/tables.server.ts';
import { declineHazard } from '#app/domain/service/hazards/check-hazard.ts';
import { ReportInput } from '#app/domain/service/hazards/input.ts';
import { reportHazard } from '#app/domain/service/hazards/report-hazard.ts';
import { hazards } from '#app/domain/service/hazards/tables.server.ts';
import { walkPhotos, walks, walkTickets } from '#app/domain/service/walks/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { aChild, aCouncil, keeper } from '#tests/councils.ts';
import { aSolicitation, shownWorksOf } from '#tests/solicitations.ts';
import { aSuggestion } from '#tests/suggestions.ts';
import { aClosedRound } from '#tests/surveys.ts';
import { baohe, binhu, ctxOf, person, test } from '#tests/world.ts';
import { expiries } from './expire.ts';

const at = (day: string) => new Date(`${day}T02:00:00Z`);
const guardian = (db: Db) => ctxOf(db, person('guardian', binhu, 'mother'));
const worker = (db: Db) => ctxOf(db, person('community-worker', binhu, 'worker'));
const officer = (db: Db) => ctxOf(db, person('government-officer', baohe, 'officer'));
const says = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };
const register = (db: Db) => registerChild(guardian(db), { name: '李小雨', nickname: '小雨点', birthday: '2017-03-01', relation: 'mother', ...says });

/** What is due the day before and on the day itself, and how many went on the day; a second time there is nothing. */
async function passing(db: Db, recordClass: RecordClass, day: string) {
  const expiry = expiries.find((one) => one.recordClass === recordClass)!;
  const eve = ctxOf(db, system, new Date(at(day).getTime() - 86_400_000));
  const ctx = ctxOf(db, system, at(day));
  const before = (await expiry.count(eve, await planOf(eve, recordClass))).due;
  const { due } = await expiry.count(ctx, await planOf(ctx, recordClass));
  const go = () => change(ctx, async (tx) => {
    const slice = await expiry.expire(tx, await planOf(tx, recordClass), 200);
    await tx.record('retention.slice-done', { id: 'test', regionCode: '*' });
    return slice;
  });
  const { regionCodes, files } = await go();
  return { before, due, went: regionCodes.length, files, again: (await go()).regionCodes.length };
}
const all = (many: number, files = 0) => ({ before: 0, due: many, went: many, files, again: 0 });

describe('each class of records, on its day', () => {
  test('papers of families: replaced consents, slips, looks, requests, wrong codes', async ({ db }) => {
    const childId = await register(db);
    await answerConsent(guardian(db), childId, { purpose: 'portrait', guardian: true, child: true });
    await answerConsent(guardian(db), childId, { purpose: 'portrait', guardian: false, child: null });
    await issueSlip(worker(db), binhu, '张三');
    await decideAccess(officer(db), binhu, await askAccess(worker(db), binhu, { childId, reason: '核对登记的姓名', hours: 2 }), { isApproved: true, note: '同意' });
    await openIdentity(worker(db), binhu, childId);
    await answerRight(worker(db), binhu, await askRight(guardian(db), childId, { kind: 'explain', words: '会交给学校吗' }), { isGranted: true, answer: '不会交给任何别的单位。' });
    await askRight(guardian(db), childId, { kind: 'other', words: '这个还没有答复' });
    await expect(enter({ ...ctxOf(db), address: '10.0.0.9' }, '小鹿 气球 0000', [])).rejects.toThrow('child-code-unknown');
    expect(await passing(db, 'old-consents', '2029-09-02')).toEqual(all(1));
    expect(await passing(db, 'guardian-slips', '2026-12-15')).toEqual(all(1));
    expect(await passing(db, 'access-grants', '2029-09-02')).toEqual(all(2));
    expect(await passing(db, 'rights-requests', '2029-09-02')).toEqual(all(1));
    expect(await passing(db, 'enter-tries', '2026-09-03')).toEqual(all(2));
    expect(await passing(db, 'enter-tries', '2026-09-04'), 'what counts for a day').toEqual(all(1));
  });

  test('words of children: refused ones, complaints, survey words and sheets; results stay', async ({ db }) => {
    await aUser(db, 'worker');
    await aSuggestion(db, { text: '说了不好听的话' });
    const [item] = await db.select().from(moderationItems);
    await rejectItem(worker(db), { id: item!.id, regionCode: binhu }, { reason: 'hurts-somebody', note: '', labels: [] });
    await complain({ ...ctxOf(db), child: { childId: null, codeId: item!.id, regionCode: binhu, layer: 'primary' } }, { what: 'mean', words: '有人骂人', page: '/child', kind: undefined, id: undefined } as never);
    expect(await passing(db, 'refused-items', '2027-03-02')).toEqual(all(1));
    expect((await db.select({ texts: moderationItems.texts, state: moderationItems.state, reason: moderationItems.reason }).from(moderationItems).where(eq(moderationItems.id, item!.id)))[0]).toEqual({ texts: [], state: 'rejected', reason: 'hurts-somebody' });
    expect(await passing(db, 'complaints', '2028-09-02')).toEqual(all(1));
    await aClosedRound(db, { many: 12, yes: 6 });
    const results = await db.$count(surveyResults);
    const { due, went, again } = await passing(db, 'survey-sheets', '2030-01-01');
    expect([due, went, again, await db.$count(surveyResponses), await db.$count(surveyResults)]).toEqual([12, 12, 0, 0, results]);
  });

  test('what children did together: seats lose their names, sign-ups go, works and hazards are nobody’s', async ({ db }) => {
    await aRegion(db, binhu, '滨湖世纪社区');
    const childId = await aChild(db);
    const { termId } = await aCouncil(db, { own: [childId] });
    await db.update(councilTerms).set({ state: 'ended', endsOn: '2027-09-01' }).where(eq(councilTerms.id, termId));
    expect(await passing(db, 'council-seats', '2029-09-02')).toEqual(all(10));
    expect(await db.selectDistinct({ nickname: councilMembers.nickname, childId: councilMembers.childId }).from(councilMembers)).toEqual([{ nickname: '', childId: null }]);
    expect(await db.$count(councilCandidates), 'the seats themselves stay').toBe(5);

    const roundId = await planRound(keeper(db), binhu, { title: '放学路走一走', about: '看看路口', startsAt: new Date('2026-09-06T06:00:00Z'), place: '小学东门', seats: 2, supporter: '陈社工', checkedOn: '2026-05-01' });
    await signUpOnPaper(keeper(db), roundId, { nickname: '小石头', consentOn: '2026-09-01' });
    expect(await passing(db, 'round-sign-ups', '2027-09-07')).toEqual(all(1));

    const solicitation = await aSolicitation(db);
    const works = await shownWorksOf(db, solicitation, [childId]);
    await db.update(solicitations).set({ state: 'decided' }).where(eq(solicitations.id, solicitation));
    expect(await passing(db, 'works', '2028-09-16')).toEqual(all(1));
    expect(await db.select({ title: solicitationWorks.title, penName: solicitationWorks.penName, childId: solicitationWorks.childId, number: solicitationWorks.number }).from(solicitationWorks).where(inArray(solicitationWorks.id, works))).toEqual([{ title: '', penName: '', childId: null, number: 1 }]);

    await aUser(db, 'worker');
    await reportHazard({ ...ctxOf(db), address: '10.1.1.1', child: { childId, codeId: null, regionCode: binhu, layer: 'primary' } }, ReportInput.parse({ regionCode: binhu, kind: 'light', text: '路灯坏了', placeText: '观湖路东口', lng: '', lat: '' }));
    const [hazard] = await db.select().from(hazards);
    await declineHazard(worker(db), binhu, hazard!.id, { reason: '这盏灯在施工，下月移走。' });
    expect(await passing(db, 'hazard-reports', '2028-09-02')).toEqual(all(1));
    expect((await db.select({ childId: hazards.childId, text: hazards.text, placeText: hazards.placeText }).from(hazards))[0]).toEqual({ childId: null, text: '', placeText: '观湖路东口' });
  });

  test('photos of a walk that nobody used go; what is public or a ticket stays', async ({ db }) => {
    const [walk] = await db.insert(walks).values({
      countyCode: 340111, regionCode: binhu, setting: 'outdoor', spaceId: '019a0000-0000-7000-8000-00000000000b', parts: [], place: '观湖公园', checklistVersion: 1, day: '2026-09-01', adults: '陈社工', groupName: '三年级二班', children: {} as never,
      code: 'walk-1', state: 'closed', plannedByName: 'worker', plannedAt: at('2026-09-01'), endedAt: at('2026-09-01'),
    } as never).returning();
    const photo = (seq: number) => ({ countyCode: 340111, walkId: walk!.id, sha256: String(seq), deviceId: walk!.id, seq, note: '', isLate: false, deviceAt: at('2026-09-01') });
    const [unused, ticket, open] = await db.insert(walkPhotos).values([photo(1), photo(2), photo(3)]).returning();
    await db.insert(walkTickets).values({ countyCode: 340111, walkId: walk!.id, source: `photo:${ticket!.id}`, hazardId: walk!.id, byName: 'worker', at: at('2026-09-01') });
    const item = { countyCode: 340111, regionCode: binhu, kind: 'walk' as const, from: 'child' as const, texts: [], flags: [], receivedAt: at('2026-09-01'), dueOn: '2026-09-03' };
    await db.insert(moderationItems).values([{ ...item, subjectId: open!.id, state: 'approved' }, { ...item, subjectId: unused!.id, state: 'held' }]);
    expect(await passing(db, 'walk-photos', '2027-09-02')).toEqual(all(1));
    expect((await db.select({ id: walkPhotos.id }).from(walkPhotos)).map(({ id }) => id).toSorted()).toEqual([ticket!.id, open!.id].toSorted());
    expect(await db.$count(moderationItems)).toBe(1);
  });

  test('whose data were handed out is forgotten three years after that was settled, never before; what was handed to whom stays', async ({ db }) => {
    const share = {
      countyCode: 340111, regionCode: binhu, receiver: '庐州区人民法院', fields: ['words' as const], purpose: '依法调取', basis: 'law' as const, article: 'court' as const, childCount: 1, sharedOn: '2026-08-01', expiresOn: '2026-08-31', recordedBy: 'officer', recordedByName: 'officer', recordedAt: at('2026-08-01'),
    };
    const [settled, open] = await db.insert(shares).values([{ ...share, settledAt: at('2026-09-01'), ending: 'deleted' as const }, share]).returning();
    await db.insert(shareChildren).values([settled!, open!].map(({ id }) => ({ countyCode: 340111, shareId: id, childId: '019a0000-0000-7000-8000-00000000000c' })));
    expect(await passing(db, 'share-children', '2029-09-02')).toEqual(all(1));
    expect([(await db.select({ shareId: shareChildren.shareId }).from(shareChildren)).map(({ shareId }) => shareId), await db.$count(shares)]).toEqual([[open!.id], 2]);
  });

  test('a report of suspected harm stays for twenty years after it was closed; an open one for good', async ({ db }) => {
    const open = () => change(officer(db), (tx) => openReport(tx, { regionCode: binhu, source: 'staff', about: { kind: 'suggestion', subjectId: 's1' }, noticed: '身上有伤', texts: [], fileIds: [] }));
    for (const id of [await open(), await open()].slice(0, 1)) {
      await takeReport(officer(db), { regionCode: binhu, id });
      await closeReport(officer(db), { regionCode: binhu, id }, '已由公安和民政处理');
    }
    expect(await passing(db, 'protection-reports', '2046-09-02')).toEqual(all(1));
    const left = await inside(db, 'protection', async (inner) => (await inner.execute<{ state: string; over: boolean }>(sql`select state, sealed_closing is null as over from protection.reports order by state`)).rows);
    expect(left).toEqual([{ state: 'closed', over: true }, { state: 'open', over: true }]);
  });
});
