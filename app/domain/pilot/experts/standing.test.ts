import { eq } from 'drizzle-orm';
import { describe, expect, test as plain } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { withdrawReviewsOf } from '#app/domain/pilot/review/withdraw-of-expert.ts';
import { tellVacancy } from '#app/domain/pilot/review/tell-reviewers.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { agreementWords } from '#app/i18n/agreement.ts';
import { system } from '#app/platform/ctx.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { anExpert, aReview, assign, eventsOf, expert, office } from '#tests/reviews.ts';
import { as, ctxOf, hefei, person, test, today } from '#tests/world.ts';
import { absenceOver, sayAway } from './away.ts';
import { findExpert, listExperts } from './experts.ts';
import { type ExpertFacts, type Hindrance, standingOf } from './model.ts';
import { findMyself, getExpert } from './read.ts';
import { recordTraining } from './record-training.ts';
import { setLanguages } from './set-languages.ts';
import { setTerm } from './set-term.ts';
import { signAgreement } from './sign-agreement.ts';
import { expertAgreements, experts } from './tables.server.ts';
import { tellStanding } from './tell-standing.ts';
import { suspendExpert, verifyExpert } from './verify-expert.ts';
import { countToVerify, countUnsigned } from './waiting.ts';

const fit: ExpertFacts = {
  isExpert: true, standing: 'verified', agreedYears: [2026], trainedOn: '2026-08-01', termFrom: '2026-01-01', termUntil: '2026-12-31', absences: [], load: 9, maxLoad: 10,
};

describe('whether an expert may be assigned', () => {
  plain('is so when everything is in order', () => expect(standingOf(fit, '2026-09-01')).toEqual({ mayBeAssigned: true, reasons: [] }));

  plain.for<[Hindrance, Partial<ExpertFacts>]>([
    ['role-missing', { isExpert: false }], ['not-verified', { standing: 'invited' }], ['suspended', { standing: 'suspended' }], ['agreement-unsigned', { agreedYears: [2025, 2027] }],
    ['training-missing', { trainedOn: null }], ['training-missing', { trainedOn: '2026-09-02' }], ['term-not-begun', { termFrom: '2026-09-02' }], ['term-over', { termUntil: '2026-08-31' }],
    ['away', { absences: [{ fromOn: '2026-08-30', untilOn: '2026-09-01' }] }], ['load-full', { load: 10 }],
  ])('is hindered by %s', ([reason, facts]) => expect(standingOf({ ...fit, ...facts }, '2026-09-01').reasons).toEqual([reason]));

  test.for<[string, Partial<typeof experts.$inferInsert>]>([
    ['expert-not-verified', { standing: 'invited' }], ['expert-suspended', { standing: 'suspended' }], ['expert-training-missing', { trainedOn: null }], ['expert-term-over', { termUntil: '2026-08-31' }],
    ['expert-term-not-begun', { termFrom: '2026-09-02' }],
  ])('is asked when assigning: %s', async ([code, given], { db }) => {
    const application = await anApplication(db, { status: 'complete' });
    await anExpert(db, 'a');
    await db.update(experts).set(given).where(eq(experts.userId, 'a'));
    await expect(assign(db, application, 'a')).rejects.toThrow(code);
  });

  test('is asked when assigning: the yearly agreement, an absence, the load', async ({ db }) => {
    const callId = await aCall(db);
    const at = (code: string) => anApplication(db, { callId, status: 'complete', regionCode: code });
    const [one, two] = [await at('340111001'), await at('340111002')];
    await anExpert(db, 'a', { maxLoad: 1 });
    const away = await sayAway(expert(db, 'a'), { fromOn: '2026-08-30', untilOn: '2026-09-01', note: '' });
    await expect(assign(db, one, 'a')).rejects.toThrow('expert-away');
    await absenceOver(expert(db, 'a'), away);
    await assign(db, one, 'a');
    await expect(assign(db, two, 'a')).rejects.toThrow('expert-load-full');
    await setTerm(office(db), 'a', { termFrom: null, termUntil: null, maxLoad: 2 });
    const nextYear = as(db, 'programme-officer', '*', new Date('2027-01-01T02:00:00Z'));
    expect((await findExpert(nextYear, 'a'))!.reasons).toEqual(['agreement-unsigned']);
    await assign(db, two, 'a');
    expect(await eventsOf(db, 'a')).toEqual(['expert.away', 'expert.back', 'expert.term-set']);
  });
});

describe('keeping the list', () => {
  const listed = async (db: Db) => {
    await anExpert(db, 'a');
    await db.update(experts).set({ standing: 'invited', trainedOn: null }).where(eq(experts.userId, 'a'));
  };

  test('an expert is invited, verified, suspended with a reason and comes back; each leaves a record and is told', async ({ db }) => {
    await listed(db);
    expect(await countToVerify(office(db))).toBe(1);
    await verifyExpert(office(db), 'a');
    await expect(verifyExpert(office(db), 'a')).rejects.toThrow('expert-already-verified');
    await suspendExpert(office(db), 'a', { reason: '多次逾期未交' });
    await expect(suspendExpert(office(db), 'a', { reason: '多次逾期未交' })).rejects.toThrow('expert-already-suspended');
    for (const [n, kind] of (['expert-listed', 'expert-verified', 'expert-suspended'] as const).entries()) expect(await tellStanding(ctxOf(db, system), 'a', kind, `record-${n}`)).toBe('1');
    expect(await db.select({ kind: messages.kind, params: messages.params }).from(messages).where(eq(messages.kind, 'expert-suspended'))).toMatchObject([{ params: { reason: '多次逾期未交' } }]);
    await verifyExpert(office(db), 'a');
    expect(await getExpert(office(db), 'a')).toMatchObject({ standing: 'verified', standingReason: '', reasons: ['training-missing'] });
    expect(await countToVerify(office(db))).toBe(0);
    expect(await eventsOf(db, 'a')).toEqual(['expert.verified', 'expert.suspended', 'expert.verified']);
    expect((await listExperts(office(db), { standing: 'suspended' })).rows).toEqual([]);
  });

  test('training is recorded up to today; who lost the role is not verified; nobody verifies themselves', async ({ db }) => {
    await listed(db);
    await expect(recordTraining(office(db), 'a', { trainedOn: '2026-09-02', training: '线上培训' })).rejects.toThrow('training-in-future');
    await recordTraining(office(db), 'a', { trainedOn: '2026-09-01', training: '线上培训' });
    await expect(verifyExpert(ctxOf(db, person('programme-officer', '*', 'a')), 'a')).rejects.toThrow('expert-verifies-self');
    await db.delete(roleGrants).where(eq(roleGrants.userId, 'a'));
    await expect(verifyExpert(office(db), 'a')).rejects.toThrow('expert-role-missing');
    expect(await eventsOf(db, 'a')).toEqual(['expert.trained']);
  });

  test('is for the programme office of the region', async ({ db }) => {
    await listed(db);
    for (const ctx of [as(db, 'programme-officer', hefei), as(db, 'government-officer', '*'), expert(db, 'a')]) {
      await expect(getExpert(ctx, 'a')).rejects.toThrow('not-allowed');
      await expect(verifyExpert(ctx, 'a')).rejects.toThrow('not-allowed');
      await expect(suspendExpert(ctx, 'a', { reason: '没有理由' })).rejects.toThrow('not-allowed');
      await expect(recordTraining(ctx, 'a', { trainedOn: '2026-09-01', training: '培训' })).rejects.toThrow('not-allowed');
      await expect(setTerm(ctx, 'a', { termFrom: null, termUntil: null, maxLoad: 5 })).rejects.toThrow('not-allowed');
    }
    await expect(getExpert(office(db), 'nobody')).rejects.toThrow('expert-not-found');
  });
});

describe('what an expert keeps themselves', () => {
  const { version, clauses } = agreementWords['zh-CN'];

  test('the agreement of the year is signed once, with one’s own name, and kept word for word', async ({ db }) => {
    await anExpert(db, 'a');
    await db.update(users).set({ name: '张 三' }).where(eq(users.id, 'a'));
    const me = ctxOf(db, { ...person('expert', '*', 'a'), name: '张 三' }, new Date('2027-02-01T02:00:00Z'));
    expect(await countUnsigned(me)).toBe(1);
    await expect(signAgreement(me, { version: '2020-1', name: '张三' })).rejects.toThrow('agreement-outdated');
    await expect(signAgreement(me, { version, name: '李四' })).rejects.toThrow('agreement-name-differs');
    await signAgreement(me, { version, name: '张三' });
    await expect(signAgreement(me, { version, name: '张三' })).rejects.toThrow('agreement-signed-already');
    expect(await countUnsigned(me)).toBe(0);
    expect(await db.select().from(expertAgreements).where(eq(expertAgreements.year, 2027))).toMatchObject([{ version, content: clauses.join('\n'), signedName: '张三' }]);
    expect(await eventsOf(db, 'a')).toEqual(['expert.agreement-signed']);
  });

  test('languages and absences, and nobody else’s', async ({ db }) => {
    await anExpert(db, 'a');
    await anExpert(db, 'b');
    await setLanguages(expert(db, 'a'), { languages: ['zh', 'bo'] });
    const away = await sayAway(expert(db, 'a'), { fromOn: '2026-10-01', untilOn: '2026-10-07', note: '出差' });
    expect(await findMyself(expert(db, 'a'))).toMatchObject({ languages: ['zh', 'bo'], absences: [{ fromOn: '2026-10-01', untilOn: '2026-10-07' }], mayBeAssigned: true });
    await expect(absenceOver(expert(db, 'b'), away)).rejects.toThrow('absence-not-found');
    await expect(sayAway(expert(db, 'a'), { fromOn: '2026-08-01', untilOn: '2026-08-31', note: '' })).rejects.toThrow('absence-over');
    await expect(setLanguages(office(db), { languages: ['en'] })).rejects.toThrow('not-allowed');
    await expect(sayAway(office(db), { fromOn: '2026-10-01', untilOn: '2026-10-07', note: '' })).rejects.toThrow('not-allowed');
    await expect(findMyself(office(db))).rejects.toThrow('not-allowed');
    await expect(setLanguages(expert(db, 'stranger'), { languages: ['en'] })).rejects.toThrow('expert-not-listed');
    for (let n = 1; n < 40; n += 1) await sayAway(expert(db, 'a'), { fromOn: '2026-11-01', untilOn: '2026-11-02', note: '' });
    await expect(sayAway(expert(db, 'a'), { fromOn: '2026-11-01', untilOn: '2026-11-02', note: '' })).rejects.toThrow('absences-too-many');
  });
});

describe('an expert who leaves in the middle', () => {
  test.for(['suspended', 'without the role', 'disabled'])('%s gives back what is open; what was handed in counts on, and both sides are told', async (how, { db }) => {
    const callId = await aCall(db);
    const at = (code: string) => anApplication(db, { callId, status: 'complete', regionCode: code });
    await anExpert(db, 'a');
    await db.insert(users).values({ id: 'officer', name: '办公室', email: 'officer@example.cn' });
    await db.insert(roleGrants).values({ userId: 'officer', role: 'programme-officer', regionCode: '*', grantedBy: 'x', grantedAt: today });
    const done = await aReview(db, await at('340111001'), 'a');
    const open = await assign(db, await at('340111002'), 'a');
    expect(await withdrawReviewsOf(ctxOf(db, system), 'a')).toBe('');
    if (how === 'suspended') await suspendExpert(office(db), 'a', { reason: '多次逾期未交' });
    if (how === 'without the role') await db.delete(roleGrants).where(eq(roleGrants.userId, 'a'));
    if (how === 'disabled') await db.update(users).set({ disabledAt: today }).where(eq(users.id, 'a'));
    expect(await withdrawReviewsOf(ctxOf(db, system), 'a')).toBe('1');
    expect(await withdrawReviewsOf(ctxOf(db, system), 'a')).toBe('0');
    const states = await db.select({ id: assignments.id, state: assignments.state, setAsideAt: assignments.setAsideAt }).from(assignments);
    expect(states.toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([{ id: done, state: 'submitted', setAsideAt: null }, { id: open, state: 'withdrawn', setAsideAt: null }].toSorted((one, other) => one.id.localeCompare(other.id)));
    expect((await eventsOf(db, open)).at(-1)).toBe('review.given-back');
    expect(await tellVacancy(ctxOf(db, system), open, 'record-9')).toBe('2');
    expect((await db.select({ kind: messages.kind, to: messages.userId }).from(messages)).toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([{ kind: 'review-closed', to: 'a' }, { kind: 'review-vacant', to: 'officer' }]);
  });
});
