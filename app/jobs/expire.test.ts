import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { withdrawConsent } from '#app/domain/children/identity/answer-consent.ts';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { eraseChild } from '#app/domain/children/identity/erase-child.ts';
import { expireAgedOut } from '#app/domain/children/identity/expire.ts';
import { listFamily } from '#app/domain/children/identity/family.ts';
import { currentNotice } from '#app/domain/children/identity/notice.ts';
import { publishChildNotice } from '#app/domain/children/identity/publish-notice.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { countRetention } from '#app/domain/children/retention/counts.ts';
import type { Expiry } from '#app/domain/children/retention/expiry.ts';
import { liftHold, placeHold } from '#app/domain/children/retention/hold.ts';
import { recordClasses } from '#app/domain/children/retention/model.ts';
import { getCertificate, getRuns } from '#app/domain/children/retention/read.ts';
import { certificateHash, isChainWhole, openRun, runClass } from '#app/domain/children/retention/runs.ts';
import { setPeriod } from '#app/domain/children/retention/schedule.ts';
import { retentionCertificates } from '#app/domain/children/retention/tables.server.ts';
import { answerMatter } from '#app/domain/children/suggestions/answer-matter.ts';
import { expireSuggestions } from '#app/domain/children/suggestions/expire.ts';
import { newTicket } from '#app/domain/children/suggestions/plate.ts';
import { seeMatter } from '#app/domain/children/suggestions/see-matter.ts';
import { submitSuggestion } from '#app/domain/children/suggestions/submit-suggestion.ts';
import { suggestions } from '#app/domain/children/suggestions/tables.server.ts';
import { takeBack } from '#app/domain/children/suggestions/take-back.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { childrenIn } from '#tests/privacy.ts';
import { aChild, aDrawing, aWorker, words } from '#tests/suggestions.ts';
import { as, binhu, ctxOf, neighbour, person, test } from '#tests/world.ts';
import { expireAll, expiries, tryExpiries } from './expire.ts';

const at = (day: string) => new Date(`${day}T02:00:00Z`);
const clock = (db: Db, day: string) => ctxOf(db, system, at(day));
const officer = (db: Db, day = '2026-09-01', region = binhu) => ctxOf(db, person('government-officer', region, 'officer'), at(day));
const second = (db: Db, day = '2026-09-01') => ctxOf(db, person('government-officer', binhu, 'second'), at(day));
const guardian = (db: Db, day = '2026-09-01') => ctxOf(db, person('guardian', binhu, 'mother'), at(day));
const says = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };
const kid = (birthday: string) => ({ name: '李小雨', nickname: '小雨点', birthday, relation: 'mother' as const, ...says });
const no = { outcome: 'not-adopted', reason: 'no-place', text: '这里放不下。我们再想办法。', owner: '', dueOn: null, called: '' } as const;
const hold = { regionCode: binhu, ground: 'investigation', reason: '公安机关调取，文号〔2026〕7 号' } as const;

/** A suggestion with a drawing that was answered on the day of the tests. */
async function answered(db: Db, worker: Ctx, text: string) {
  const said = await submitSuggestion(aChild(db), words({ text }), [{ kind: 'drawing', content: await aDrawing(text.length % 2 ? '#c77700' : '#ffc84a') }]);
  const [row] = await db.select({ matterId: suggestions.matterId }).from(suggestions).where(eq(suggestions.id, said.id));
  await seeMatter(worker, binhu, row!.matterId);
  await answerMatter(worker, binhu, row!.matterId, no);
  return { ...said, matterId: row!.matterId };
}
const textOf = async (db: Db, id: string) => (await db.select({ text: suggestions.text }).from(suggestions).where(eq(suggestions.id, id)))[0]?.text;

describe('what is over', () => {
  test('every class of the schedule has a room that clears it, once', () => {
    expect(expiries.map(({ recordClass }) => recordClass)).toEqual([...recordClasses]);
  });

  test('CN-14: the clock goes on and the job makes it nobody’s; what the law holds back stays; a certificate says what was done', async ({ db }) => {
    const worker = await aWorker(db);
    const [gone, kept] = [await answered(db, worker, '路口的灯太短'), await answered(db, worker, '滑梯有裂缝')];
    expect(await db.$count(files)).toBe(2);

    await expireAll(clock(db, '2028-08-31'));
    expect(await textOf(db, gone.id), 'two years are not over').toBe('路口的灯太短');
    const holdId = await placeHold(officer(db, '2028-08-31'), { ...hold, days: 60, kind: 'thing', recordClass: 'suggestions', subjectId: kept.matterId });
    await expect(takeBack(ctxOf(db, undefined, at('2028-08-31')), newTicket(ctxOf(db, undefined, at('2028-08-31')), kept)), 'nobody takes back what is held').rejects.toThrow('suggestion-kept-safe');

    const office = as(db, 'programme-officer', '*', at('2028-09-02'));
    expect((await tryExpiries(office)).suggestions).toEqual({ due: 1, held: 1, done: 0 });
    expect(await textOf(db, gone.id), 'a dry run touches nothing').toBe('路口的灯太短');

    await expireAll(clock(db, '2028-09-02'));
    expect([await textOf(db, gone.id), await textOf(db, kept.id)]).toEqual(['', '滑梯有裂缝']);
    expect(await db.$count(files), 'the drawing is gone too').toBe(1);
    const { certificates, lastTry, runs } = await getRuns(office);
    const one = certificates.find(({ recordClass }) => recordClass === 'suggestions')!;
    expect(one).toMatchObject({ deed: 'anonymise', many: 1, files: 1, held: 1, scheduleVersion: 0, cutOffs: { '*': '2026-09-02' }, counties: { 340111: 1 } });
    expect(await getCertificate(office, one.number!)).toMatchObject({ isChainWhole: true });
    expect(lastTry?.results.suggestions?.due).toBe(1);
    expect(runs[0]?.finishedAt).toBeTruthy();
    expect((await countRetention(office, 2028))('34')).toMatchObject({ anonymised: 1, holdsPlaced: 1, holdsStanding: 1 });
    expect((await countRetention(office, 2028))('32')).toMatchObject({ anonymised: 0 });
    expect(await expireAll(clock(db, '2028-09-02')), 'once a night').toBe('done');

    await liftHold(second(db, '2028-09-03'), { id: holdId, reason: '案件已经办结，不再需要' });
    await expireAll(clock(db, '2028-09-04'));
    expect(await textOf(db, kept.id)).toBe('');
    expect(await isChainWhole(office)).toBe(true);
    const altered = db.transaction((tx) => tx.update(retentionCertificates).set({ many: 9 }).where(eq(retentionCertificates.number, one.number!)));
    await expect(altered, 'nobody alters a certificate').rejects.toMatchObject({ cause: { message: expect.stringContaining('certificate') } });
    const [row] = await db.select().from(retentionCertificates).where(eq(retentionCertificates.number, one.number!));
    expect([certificateHash(row!) === row!.hash, certificateHash({ ...row!, many: 9 }) === row!.hash], 'whoever did would be found out').toEqual([true, false]);
  });

  test('a region keeps its own for shorter; a night that is broken off goes on where it was and counts all of it', async ({ db }) => {
    const worker = await aWorker(db);
    await answered(db, worker, '第一件');
    await answered(db, worker, '第二件');
    await setPeriod(officer(db), { regionCode: binhu, recordClass: 'suggestions', amount: 6, reason: '本社区半年内都办结回访' });
    const run = await openRun(clock(db, '2027-03-02'));
    expect(run.scheduleVersion).toBe(1);
    const broken = { ...expireSuggestions, expire: async () => { throw new Error('power is gone'); } };
    await expect(runClass(clock(db, '2027-03-02'), run, broken)).rejects.toThrow('power is gone');
    const bitten = { ...expireSuggestions, count: async () => ({ due: 1, held: 0 }), expire: (tx, plan) => expireSuggestions.expire(tx, plan, 1) } satisfies typeof expireSuggestions;
    expect(await runClass(clock(db, '2027-03-02'), run, bitten)).toMatchObject({ done: 1 });
    await expireAll(clock(db, '2027-03-03'));
    const rows = await db.select().from(retentionCertificates).where(eq(retentionCertificates.recordClass, 'suggestions'));
    expect(rows.map(({ many, cutOffs, number }) => [many, cutOffs[binhu], typeof number])).toEqual([[1, '2026-09-02', 'number'], [1, '2026-09-03', 'number']]);
    expect(await isChainWhole(clock(db, '2027-03-03'))).toBe(true);
  });
});

describe('children whose time is over', () => {
  test('who is of age goes a slice at a time, each slice beginning where the last one ended', async ({ db }) => {
    for (const day of ['2009-03-01', '2009-04-01', '2009-05-01', '2017-03-01']) await registerChild(guardian(db), kid(day));
    const late = clock(db, '2028-09-01');
    const asked: (string | undefined)[] = [];
    const bitten = {
      ...expireAgedOut, count: async () => ({ due: 401, held: 0 }),
      expire: async (tx, plan, _limit, after) => {
        asked.push(after);
        return expireAgedOut.expire(tx, plan, 1, after);
      },
    } satisfies Expiry;
    expect(await runClass(late, await openRun(late), bitten)).toMatchObject({ done: 3 });
    expect(asked[0]).toBeUndefined();
    expect([asked.length, new Set(asked).size, asked.toSorted().at(-1)]).toEqual([3, 3, undefined]);
    expect(await childrenIn(late, binhu)).toBe(1);
  });

  test('who is of age, who withdrew and who never answered the new rules are erased; others stay', async ({ db }) => {
    const [grown, left, silent] = [await registerChild(guardian(db), kid('2009-03-01')), await registerChild(guardian(db), kid('2017-03-01')), await registerChild(guardian(db), kid('2017-04-01'))];
    await withdrawConsent(guardian(db), left, 'registration');
    await expireAll(clock(db, '2026-09-16'));
    expect((await listFamily(guardian(db))).map(({ id }) => id), 'fifteen days are not over').toEqual([grown, left, silent]);
    await expireAll(clock(db, '2026-09-17'));
    expect((await listFamily(guardian(db))).map(({ id }) => id)).toEqual([grown, silent]);
    await expireAll(clock(db, '2028-03-02'));
    expect((await listFamily(guardian(db))).map(({ id }) => id), 'a year after the eighteenth birthday, as the rules say').toEqual([silent]);
    await publishChildNotice(ctxOf(db, system, at('2028-10-01')), (await currentNotice(guardian(db))).content);
    await expireAll(clock(db, '2029-10-01'));
    expect(await childrenIn(clock(db, '2029-10-01'), binhu)).toBe(1);
    await expireAll(clock(db, '2029-10-02'));
    expect(await childrenIn(clock(db, '2029-10-02'), binhu)).toBe(0);
  });

  test('of a child who is held nothing is used after the guardian erased them, and they go when the hold ends', async ({ db }) => {
    const childId = await registerChild(guardian(db), kid('2017-03-01'));
    await placeHold(officer(db), { ...hold, days: 30, kind: 'child', recordClass: null, subjectId: childId });
    await eraseChild(guardian(db), childId);
    expect(await listFamily(guardian(db)), 'for the guardian the child is gone').toEqual([]);
    expect(await mayProcess(guardian(db), childId, 'registration')).toBe(false);
    await expireAll(clock(db, '2026-09-20'));
    expect(await childrenIn(clock(db, '2026-09-20'), binhu)).toBe(1);
    await expireAll(clock(db, '2026-10-02'));
    expect(await childrenIn(clock(db, '2026-10-02'), binhu), 'the hold ended by itself').toBe(0);
  });
});

describe('the schedule and holds', () => {
  test('stay within the bounds of the law and within one’s own region', async ({ db }) => {
    const period = { regionCode: binhu, recordClass: 'access-grants', amount: 36, reason: '与档案管理规定一致' } as const;
    await expect(setPeriod(officer(db), { ...period, amount: 35 })).rejects.toThrow('retention-bounds');
    await expect(setPeriod(officer(db), { ...period, regionCode: neighbour })).rejects.toThrow('not-allowed');
    await expect(setPeriod(as(db, 'community-worker', binhu), period)).rejects.toThrow('not-allowed');
    await expect(placeHold(officer(db), { ...hold, days: 5, regionCode: neighbour, kind: 'class', recordClass: 'works', subjectId: null })).rejects.toThrow('not-allowed');
    const id = await placeHold(officer(db), { ...hold, days: 5, kind: 'class', recordClass: 'works', subjectId: null });
    await expect(liftHold(officer(db, '2026-09-01', neighbour), { id, reason: '不归我们管的一件' })).rejects.toThrow('not-allowed');
    await expect(liftHold(officer(db), { id, reason: '已经不需要留存了' }), 'whoever placed it').rejects.toThrow('hold-second-person');
    await liftHold(second(db), { id, reason: '已经不需要留存了' });
    await expect(liftHold(second(db), { id, reason: '已经不需要留存了' })).rejects.toThrow('hold-lifted');
    await expect(tryExpiries(officer(db))).rejects.toThrow('not-allowed');
    expect(await db.$count(retentionCertificates)).toBe(0);
  });
});
