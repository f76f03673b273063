import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { decide } from '#app/domain/pilot/review/decide.ts';
import { findDecision } from '#app/domain/pilot/review/read.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { withdrawAssignment } from '#app/domain/pilot/review/withdraw-assignment.ts';
import { anApplication, aRegion } from '#tests/cycle.ts';
import { aMeeting, aRubricCall, aRubricReview, aSignedMeeting } from '#tests/meetings.ts';
import { anExpert, assign, attested, eventsOf, expert, marks, office } from '#tests/reviews.ts';
import { as, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { proposeAdvice, saveAdvice } from './advice.ts';
import { closeSecondRound } from './close-second-round.ts';
import { decideExplained } from './decide-explained.ts';
import { fingerprint } from './fingerprint.ts';
import { judge } from './judged.ts';
import { explanationForApplicant, explanationForOffice, newestExplanation } from './read-explanation.ts';
import { concludeReconsideration, openReconsideration, reconsiderationsOf } from './reconsider.ts';
import { findSecondRound, openSecondRound } from './second-round.ts';
import { decisionExplanations } from './tables.server.ts';

const accept = { outcome: 'accepted' as const, reason: '基础扎实，计划具体，同意列为试点。' };
const decline = { outcome: 'declined' as const, reason: '推进机制尚不具体，本次不列入。' };
const applicant = (db: Db) => as(db, 'government-officer', binhu);

async function anEntry(db: Db, options: Parameters<typeof aRubricCall>[1] = {}) {
  return anApplication(db, { status: 'complete', callId: await aRubricCall(db, options) });
}

describe('a decision with what explains it', () => {
  test('freezes norms met and unmet, must-rules, the score and the advice somebody read, with a fingerprint', async ({ db }) => {
    const id = await anEntry(db);
    await aRubricReview(db, id, await anExpert(db, 'a'), { a2: 'not', must1: 'not' }, { note: '专家a认为经费没有落实' });
    await aRubricReview(db, id, await anExpert(db, 'b'), { a2: 'partly', must1: 'partly' });
    const proposed = await proposeAdvice(office(db), id);
    expect(proposed.bySection.a).toContain('＊＊认为经费没有落实');
    expect(JSON.stringify(proposed)).not.toContain('专家a');
    await saveAdvice(office(db), id, { revision: 0, strengths: '路线安全。', bySection: { a: '请落实经费。' } });
    await decideExplained(office(db), id, accept, { rank: 1, places: 2 });

    const { content, hash, sequence } = await explanationForApplicant(applicant(db), id);
    expect(content).toMatchObject({
      outcome: 'accepted', reason: accept.reason, passMark: 60, strengths: '路线安全。', place: { rank: 1, places: 2 }, panel: null,
      score: { value: 81.25, kind: 'mean', low: null }, reviews: { submitted: 2, wanted: 2, late: 0, rounds: 1 }, must: [{ id: 'must1', isMet: false }], negative: [],
      sections: [{ id: 'a', advice: '请落实经费。', items: [{ id: 'a1', finding: 'met' }, { id: 'a2', finding: 'not' }] }, { id: 'b', advice: '', items: [{ id: 'b1', finding: 'met' }] }],
    });
    expect(sequence).toBe(1);
    expect(hash).toBe(fingerprint((await newestExplanation(office(db), id))!.content));
    expect(await findDecision(office(db), id)).toMatchObject({ meanScore: 81.25, reviews: 2 });
    expect(await eventsOf(db, id)).toEqual(expect.arrayContaining(['decision.advice-saved', 'application.accepted', 'decision.explained']));
  });

  test('says nothing of advice that nobody has looked at', async ({ db }) => {
    const id = await anEntry(db, { reviewsPerApplication: 1 });
    await aRubricReview(db, id, await anExpert(db, 'a'), { a1: 'not' }, { note: '只给办公室看' });
    await decideExplained(office(db), id, decline);
    expect(JSON.stringify(await explanationForApplicant(applicant(db), id))).not.toContain('只给办公室看');
  });

  test('of one reviewer alone keeps the figures from the applicant, and says so by leaving them out', async ({ db }) => {
    const id = await anEntry(db, { reviewsPerApplication: 1 });
    await aRubricReview(db, id, await anExpert(db, 'a'), { b1: 'partly' });
    await decideExplained(office(db), id, accept);
    expect((await explanationForApplicant(applicant(db), id)).content).toMatchObject({ score: { value: null, kind: 'none' }, sections: [{ score: null }, { score: null }] });
    expect((await explanationForOffice(office(db), id)).explanation!.content.score.value).toBe(75);
  });

  test('is frozen: the database changes no line of it', async ({ db }) => {
    const id = await anEntry(db, { reviewsPerApplication: 1 });
    await aRubricReview(db, id, await anExpert(db, 'a'));
    await decideExplained(office(db), id, accept);
    await expect(db.transaction((tx) => tx.update(decisionExplanations).set({ hash: '' }))).rejects.toMatchObject({ cause: { code: expect.stringMatching(/PM001|42501/) } });
  });

  test('is not read by neighbours, nor edited by a reviewer or a second window', async ({ db }) => {
    const id = await anEntry(db, { reviewsPerApplication: 1 });
    await aRubricReview(db, id, await anExpert(db, 'a'));
    const both = ctxOf(db, { ...person('programme-officer', '*', 'a') });
    await expect(saveAdvice(both, id, { revision: 0, strengths: '', bySection: {} })).rejects.toThrow('decider-was-reviewer');
    await expect(proposeAdvice(as(db, 'programme-officer', neighbour), id)).rejects.toThrow('application-not-found');
    await saveAdvice(office(db), id, { revision: 0, strengths: '一', bySection: {} });
    await expect(saveAdvice(office(db), id, { revision: 0, strengths: '二', bySection: {} })).rejects.toThrow('changed-meanwhile');
    await expect(explanationForApplicant(applicant(db), id)).rejects.toThrow('explanation-not-found');
    await expect(explanationForApplicant(as(db, 'government-officer', neighbour), id)).rejects.toThrow('application-not-found');
    await expect(decideExplained(as(db, 'programme-officer', neighbour), id, accept)).rejects.toThrow('application-not-found');
  });
});

describe('the negative list', () => {
  test('stops an acceptance whatever the score, until a panel has found that it does not hold', async ({ db }) => {
    const id = await anEntry(db);
    await aRubricReview(db, id, await anExpert(db, 'a'), { neg1: 'found' });
    await aRubricReview(db, id, await anExpert(db, 'b'));
    await expect(decideExplained(office(db), id, accept)).rejects.toThrow('negative-found');
    await expect(decide(office(db), id, accept)).rejects.toThrow('negative-found');
    await aSignedMeeting(db, await aMeeting(db, [id]), 'accepted', { clearsNegative: true });
    await decideExplained(office(db), id, accept);
    expect((await explanationForApplicant(applicant(db), id)).content).toMatchObject({ negative: [{ id: 'neg1', isCleared: true }], panel: { for: 3, against: 0, proposal: 'accepted' } });
  });

  test('is not cleared by a panel that voted against it', async ({ db }) => {
    const id = await anEntry(db);
    await aRubricReview(db, id, await anExpert(db, 'a'), { neg1: 'found' });
    await aRubricReview(db, id, await anExpert(db, 'b'));
    await aSignedMeeting(db, await aMeeting(db, [id]), 'accepted', { clearsNegative: true, vote: 'against' });
    await expect(decideExplained(office(db), id, accept)).rejects.toThrow('negative-found');
    await decideExplained(office(db), id, decline);
  });
});

describe('too few reviews', () => {
  test('of which one is missing wait for it; taken back, they need more, or a panel that carried its proposal', async ({ db }) => {
    const id = await anEntry(db);
    await aRubricReview(db, id, await anExpert(db, 'a'));
    const missing = await assign(db, id, await anExpert(db, 'b'));
    await expect(decideExplained(office(db), id, accept)).rejects.toThrow('reviews-unfinished');
    await withdrawAssignment(office(db), id, missing);
    await expect(decideExplained(office(db), id, accept)).rejects.toThrow('reviews-too-few');
    await aSignedMeeting(db, await aMeeting(db, [id]));
    await decideExplained(office(db), id, accept);
    expect((await newestExplanation(office(db), id))!.content).toMatchObject({ reviews: { submitted: 1, wanted: 2 }, panel: { title: '第一次评审会' } });
  });

  test('a late one counts and is told; one that was taken back comes too late', async ({ db }) => {
    const id = await anEntry(db);
    await aRubricReview(db, id, await anExpert(db, 'a'));
    await aRubricReview(db, id, await anExpert(db, 'b'), {}, { at: new Date('2026-09-22T02:00:00Z') });
    const gone = await assign(db, id, await anExpert(db, 'c'));
    await acceptAssignment(expert(db, 'c'), gone, attested);
    await withdrawAssignment(office(db), id, gone);
    await expect(submitReview(expert(db, 'c'), gone, marks(0))).rejects.toThrow('round-closed');
    await decideExplained(office(db), id, accept);
    expect((await newestExplanation(office(db), id))!.content.reviews).toMatchObject({ submitted: 2, late: 1 });
  });
});

describe('a second round', () => {
  const second = { ground: 'disputed' as const, reason: '两位专家分差较大', wanted: 1, dueOn: '2026-10-01', counting: 'both' as const };

  test('opens once, when the first is over, and is decided when its own reviews are in', async ({ db }) => {
    const id = await anEntry(db);
    await expect(openSecondRound(office(db), id, { ...second, expertIds: [await anExpert(db, 'c')] })).rejects.toThrow('reviews-none');
    await aRubricReview(db, id, await anExpert(db, 'a'), { a1: 'not', a2: 'not', b1: 'not' });
    const open = await assign(db, id, await anExpert(db, 'b'));
    await expect(openSecondRound(office(db), id, { ...second, expertIds: ['c'] })).rejects.toThrow('reviews-unfinished');
    await withdrawAssignment(office(db), id, open);
    await expect(openSecondRound(as(db, 'programme-officer', neighbour), id, { ...second, expertIds: ['c'] })).rejects.toThrow('application-not-found');
    await openSecondRound(office(db), id, { ...second, wanted: 2, expertIds: ['c'] });
    const [late] = await judge(office(db), [id]);
    expect(late).toMatchObject({ unfinished: 1, submitted: 0, wanted: 2, rounds: 2 });
    expect(await findSecondRound(office(db), id)).toMatchObject({ ground: 'disputed', openedByName: 'programme-officer-*' });
    expect(await eventsOf(db, id)).toContain('review.second-round-opened');
  });

  test.for([['both', 50], ['second', 100]] as const)('leaves the marks of the first where they are; counting %s the score is %d', async ([counting, score], { db }) => {
    const id = await anEntry(db, { reviewsPerApplication: 1 });
    await aRubricReview(db, id, await anExpert(db, 'a'), { a1: 'not', a2: 'not', b1: 'not' });
    await anExpert(db, 'c');
    await openSecondRound(office(db), id, { ...second, counting, expertIds: ['a'] });
    await withdrawRound(db, id);
    await aRubricReview(db, id, 'c', {}, { round: 2 });
    await decideExplained(office(db), id, accept);
    expect((await newestExplanation(office(db), id))!.content).toMatchObject({ score: { value: score }, reviews: { rounds: 2, counting } });
  });

  test.for([['nothing came in', 25, 1, null], ['one of two came in', 62.5, 2, 'both']] as const)('is ended early with a reason: %s', async ([came, score, rounds, counting], { db }) => {
    const id = await anEntry(db, { reviewsPerApplication: 1 });
    await aRubricReview(db, id, await anExpert(db, 'a'), { a1: 'not', a2: 'not', b1: 'partly' });
    for (const one of ['c', 'd']) await anExpert(db, one);
    const closeReason = '专家都不能按时完成。';
    await expect(closeSecondRound(office(db), id, { closeReason })).rejects.toThrow('second-round-not-open');
    await openSecondRound(office(db), id, { ...second, wanted: 2, expertIds: ['d'] });
    if (came !== 'nothing came in') await aRubricReview(db, id, 'c', {}, { round: 2 });
    await expect(closeSecondRound(as(db, 'government-officer', binhu), id, { closeReason })).rejects.toThrow('application-not-found');
    await closeSecondRound(office(db), id, { closeReason });

    expect(await judge(office(db), [id])).toMatchObject([{ unfinished: 0, rounds, counting, score: { value: score }, submitted: 1, wanted: 1 }]);
    expect(await findSecondRound(office(db), id)).toMatchObject({ closing: { reason: closeReason, closedByName: 'programme-officer-*' } });
    expect(await eventsOf(db, id)).toContain('review.second-round-closed');
    await expect(assignExpert(office(db), id, { expertId: 'd', dueOn: '', round: 2 })).rejects.toThrow('second-round-not-open');
    await expect(closeSecondRound(office(db), id, { closeReason })).rejects.toThrow('second-round-not-open');
    await decideExplained(office(db), id, accept);
  });
});

describe('a reconsideration', () => {
  test('changes the outcome within the places, and leaves the decision and its explanation where they were', async ({ db }) => {
    const id = await anEntry(db, { reviewsPerApplication: 1 });
    await aRubricReview(db, id, await anExpert(db, 'a'));
    await expect(openReconsideration(office(db), id, { ground: 'error', reason: '评分表版本有误，需复核。' })).rejects.toThrow('application-not-decided');
    await decideExplained(office(db), id, decline);
    await expect(concludeReconsideration(office(db), id, accept)).rejects.toThrow('reconsideration-none');
    await openReconsideration(office(db), id, { ground: 'error', reason: '评分表版本有误，需复核。' });
    await expect(openReconsideration(office(db), id, { ground: 'error', reason: '评分表版本有误，需复核。' })).rejects.toThrow('reconsideration-open');
    await concludeReconsideration(office(db), id, accept);

    expect(await findDecision(office(db), id)).toMatchObject(decline);
    expect(await getSubmitted(office(db), id)).toMatchObject({ status: 'accepted' });
    expect(await reconsiderationsOf(office(db), id)).toMatchObject([{ oldOutcome: 'declined', newOutcome: 'accepted', newReason: accept.reason, openedByName: 'programme-officer-*' }]);
    const kept = await db.select({ sequence: decisionExplanations.sequence, content: decisionExplanations.content }).from(decisionExplanations).where(eq(decisionExplanations.applicationId, id)).orderBy(decisionExplanations.sequence);
    expect(kept.map(({ sequence, content }) => [sequence, content.outcome])).toEqual([[1, 'declined'], [2, 'accepted']]);
    const seen = await explanationForApplicant(applicant(db), id);
    expect(seen.again).toMatchObject([{ ground: 'error', oldOutcome: 'declined', newOutcome: 'accepted' }]);
    expect(JSON.stringify(seen.again)).not.toContain('programme-officer');
    expect((await eventsOf(db, id)).at(-1)).toBe('decision.reconsidered');
  });

  test('may confirm what was decided, respects the places, and is not for a reviewer or a neighbour', async ({ db }) => {
    const callId = await aRubricCall(db, { places: 1, reviewsPerApplication: 1 });
    const id = await anApplication(db, { status: 'complete', callId });
    await aRubricReview(db, id, await anExpert(db, 'a'));
    await decideExplained(office(db), id, decline);
    await anApplication(db, { callId, status: 'accepted', regionCode: await aRegion(db, '340111400002') });
    const reviewer = ctxOf(db, person('programme-officer', '*', 'a'));
    await expect(openReconsideration(reviewer, id, { ground: 'panel', reason: '会议建议再议一次。' })).rejects.toThrow('decider-was-reviewer');
    await expect(openReconsideration(as(db, 'programme-officer', neighbour), id, { ground: 'panel', reason: '会议建议再议一次。' })).rejects.toThrow('application-not-found');
    await openReconsideration(office(db), id, { ground: 'panel', reason: '会议建议再议一次。' });
    await expect(concludeReconsideration(office(db), id, accept)).rejects.toThrow('places-full');
    await concludeReconsideration(office(db), id, decline);
    expect(await getSubmitted(office(db), id)).toMatchObject({ status: 'declined', decidedAt: today });
    await openReconsideration(office(db), id, { ground: 'objection', reason: '异议成立，再次复核。' });
  });
});

/** The first assignment of the second round goes back, so that another reads it. */
async function withdrawRound(db: Db, id: string) {
  const open = await db.select({ id: assignments.id, round: assignments.round }).from(assignments).where(eq(assignments.applicationId, id));
  for (const one of open.filter(({ round }) => round === 2)) await withdrawAssignment(office(db), id, one.id);
}
