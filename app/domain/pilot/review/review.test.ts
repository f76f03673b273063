import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { aCall, anApplication, fiveSections } from '#tests/cycle.ts';
import { as, ctxOf, hefei, neighbour, test } from '#tests/world.ts';
import { acceptAssignment, declareConflict } from './answer-assignment.ts';
import { assignExpert } from './assign-expert.ts';
import { listExperts } from '#app/domain/pilot/experts/experts.ts';
import { MarksInput } from './input.ts';
import { getMyReview, listMyReviews, openReviewPaper } from './my-reviews.ts';
import { myReviewsDue } from './waiting.ts';
import { findDecision, getReviewTable } from './read.ts';
import { saveScores, submitReview } from './score.ts';
import { withdrawAssignment } from './withdraw-assignment.ts';
import { aReview, anExpert, assign, candidatesOf, eventsOf, expert, marks, office, attested } from '#tests/reviews.ts';

let application = '';
beforeEach(() => {
  application = '';
});
const ready = async (db: Db) => (application = await anApplication(db, { status: 'complete' }));

describe('assigning an expert', () => {
  test('opens the review with the first one and leaves records', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    expect(await getSubmitted(office(db), application)).toMatchObject({ status: 'in-review' });
    expect(await eventsOf(db, id)).toEqual(['review.assigned']);
    expect(await eventsOf(db, application)).toEqual(['application.in-review']);
    await assign(db, application, await anExpert(db, 'b'));
    expect(await eventsOf(db, application)).toEqual(['application.in-review']);
  });

  test.for([
    ['the same organisation by name', { organisationName: '滨湖世纪社区 服务中心' }, 'expert-same-organisation'],
    ['the same district', { regionCode: '340111' }, 'expert-same-region'],
    ['a township of the same district', { regionCode: '340111008' }, 'expert-same-region'],
    ['the unit itself', { regionCode: '340111400' }, 'expert-same-region'],
  ] as const)('is refused for one from %s', async ([, given, code], { db }) => {
    await ready(db);
    await expect(assign(db, application, await anExpert(db, 'near', given))).rejects.toThrow(code);
    expect((await candidatesOf(office(db), application)).find((row) => row.id === 'near')!.whyNot).toBe(code.slice('expert-'.length));
  });

  test('is open to one from elsewhere in the city, and from the city as a whole', async ({ db }) => {
    await ready(db);
    await assign(db, application, await anExpert(db, 'far', { regionCode: '340102' }));
    await assign(db, application, await anExpert(db, 'wide', { regionCode: '3401' }));
  });

  test('is refused twice, for nobody, and for one without the role', async ({ db }) => {
    await ready(db);
    await assign(db, application, await anExpert(db, 'a'));
    await expect(assign(db, application, 'a')).rejects.toThrow('expert-already-assigned');
    await expect(assign(db, application, 'nobody')).rejects.toThrow('expert-not-found');
    await anExpert(db, 'former');
    await db.delete(roleGrants).where(eq(roleGrants.userId, 'former'));
    await expect(assign(db, application, 'former')).rejects.toThrow('expert-role-missing');
  });

  test('is refused before the check is passed and after the decision', async ({ db }) => {
    await anExpert(db, 'a');
    for (const status of ['submitted', 'accepted', 'declined'] as const) {
      await expect(assign(db, await anApplication(db, { status, callId: await aCall(db) }), 'a')).rejects.toThrow('application-not-in-review');
    }
  });

  test('is for the programme office of the region alone', async ({ db }) => {
    await ready(db);
    await anExpert(db, 'a');
    const input = { expertId: 'a', dueOn: '' as const };
    for (const role of ['government-officer', 'expert', 'system-admin'] as const) {
      await expect(assignExpert(as(db, role, '*'), application, input)).rejects.toThrow('application-not-found');
    }
    await expect(assignExpert(as(db, 'programme-officer', neighbour), application, input)).rejects.toThrow('application-not-found');
    await assignExpert(as(db, 'programme-officer', hefei), application, input);
  });
});

describe('answering an assignment', () => {
  test('a declared conflict closes the pair for good', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await declareConflict(expert(db, 'a'), id, { reason: '曾任该街道顾问' });
    expect(await eventsOf(db, id)).toEqual(['review.assigned', 'review.conflict-declared']);
    await expect(acceptAssignment(expert(db, 'a'), id, attested)).rejects.toThrow('assignment-not-open');
    await expect(assign(db, application, 'a')).rejects.toThrow('expert-declared-conflict');
    expect((await getReviewTable(office(db), application)).reviews).toMatchObject([{ state: 'conflict', conflictReason: '曾任该街道顾问' }]);
    expect((await candidatesOf(office(db), application)).find((row) => row.id === 'a')!.whyNot).toBe('other-declared');
  });

  test('shows answers and papers only after acceptance', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    expect(await getMyReview(expert(db, 'a'), id)).toMatchObject({ state: 'assigned', open: null, unitName: '滨湖世纪社区' });
    await expect(openReviewPaper(expert(db, 'a'), id, id)).rejects.toThrow('assignment-not-accepted');
    await acceptAssignment(expert(db, 'a'), id, attested);
    const { open } = await getMyReview(expert(db, 'a'), id);
    expect(open!.answers).toMatchObject({ population: '30000' });
    expect(open!.rubric.sections.map((section) => section.id)).toEqual(fiveSections);
  });

  test('is for that expert alone', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await anExpert(db, 'b');
    await expect(acceptAssignment(expert(db, 'b'), id, attested)).rejects.toThrow('assignment-not-found');
    await expect(declareConflict(expert(db, 'b'), id, { reason: '无关' })).rejects.toThrow('assignment-not-found');
    await expect(acceptAssignment(office(db), id, attested)).rejects.toThrow('not-allowed');
    await expect(acceptAssignment(ctxOf(db), id, attested)).rejects.toThrow('sign-in-needed');
  });

  test('taken back by the office, it is gone; assigned again, it begins afresh', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    await saveScores(expert(db, 'a'), id, marks(0));
    await withdrawAssignment(office(db), application, id);
    await expect(getMyReview(expert(db, 'a'), id)).rejects.toThrow('assignment-not-found');
    await expect(withdrawAssignment(office(db), application, id)).rejects.toThrow('assignment-not-open');
    await expect(withdrawAssignment(office(db), application, 'no-id')).rejects.toThrow('assignment-not-found');
    expect(await assign(db, application, 'a')).toBe(id);
    await acceptAssignment(expert(db, 'a'), id, attested);
    expect((await getMyReview(expert(db, 'a'), id)).open!.marks).toEqual([]);
  });

  test('is not taken back by an expert, a government or a neighbour', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    for (const who of [expert(db, 'a'), as(db, 'government-officer', '*'), as(db, 'programme-officer', neighbour)]) {
      await expect(withdrawAssignment(who, application, id)).rejects.toThrow('application-not-found');
    }
  });
});

describe('scoring', () => {
  test('keeps half-done marks and counts the revision', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await expect(saveScores(expert(db, 'a'), id, marks(0))).rejects.toThrow('assignment-not-accepted');
    await acceptAssignment(expert(db, 'a'), id, attested);
    expect(await saveScores(expert(db, 'a'), id, marks(0, '', ''))).toBe(1);
    expect(await saveScores(expert(db, 'a'), id, marks(1, '85.5'))).toBe(2);
    expect((await getMyReview(expert(db, 'a'), id)).open!.marks).toHaveLength(5);
    await expect(saveScores(expert(db, 'a'), id, marks(1))).rejects.toThrow('changed-meanwhile');
    expect(await eventsOf(db, id)).toEqual(['review.assigned', 'review.accepted', 'review.scored', 'review.scored']);
  });

  test('is refused outside the range of the call and for an item the rubric does not have', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    await expect(saveScores(expert(db, 'a'), id, marks(0, '101'))).rejects.toThrow('score-out-of-range');
    const strange = { revision: 0, overall: '', marks: [{ itemId: 'z', level: null, score: 1, note: '', page: '' }] };
    await expect(saveScores(expert(db, 'a'), id, strange)).rejects.toThrow('item-not-found');
    expect(MarksInput.safeParse({ revision: '0', 'score-a': 'viel' }).error!.issues[0]!.path).toEqual(['score-a']);
  });

  test('ends with the submission, which needs all five sections', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    await expect(submitReview(expert(db, 'a'), id, marks(0, '80', ''))).rejects.toThrow('scores-incomplete');
    await submitReview(expert(db, 'a'), id, marks(0));
    expect((await eventsOf(db, id)).at(-1)).toBe('review.submitted');
    await expect(submitReview(expert(db, 'a'), id, marks(1))).rejects.toThrow('assignment-not-open');
    await expect(saveScores(expert(db, 'a'), id, marks(1))).rejects.toThrow('assignment-not-open');
    await expect(withdrawAssignment(office(db), application, id)).rejects.toThrow('assignment-not-open');
  });

  test('of somebody else is refused', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    await anExpert(db, 'b');
    await expect(saveScores(expert(db, 'b'), id, marks(0))).rejects.toThrow('assignment-not-found');
    await expect(submitReview(expert(db, 'b'), id, marks(0))).rejects.toThrow('assignment-not-found');
    await expect(submitReview(as(db, 'government-officer', '*'), id, marks(0))).rejects.toThrow('not-allowed');
  });
});

describe('what an expert sees', () => {
  test('is the same to the byte, whatever others were assigned or gave', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    const look = async () => JSON.stringify([await listMyReviews(expert(db, 'a')), await getMyReview(expert(db, 'a'), id), await myReviewsDue(expert(db, 'a'), 'accepted')]);
    const before = await look();
    await aReview(db, application, await anExpert(db, 'b'), '12');
    await assign(db, await anApplication(db, { status: 'complete', callId: await aCall(db) }), 'b');
    expect(await look()).toBe(before);
    expect(before).not.toContain('专家');
  });

  test('ends at what was assigned, by every read', async ({ db }) => {
    await ready(db);
    const id = await aReview(db, application, await anExpert(db, 'b'));
    await anExpert(db, 'a');
    const a = expert(db, 'a');
    expect((await listMyReviews(a)).rows).toEqual([]);
    expect(await myReviewsDue(a, 'assigned')).toEqual([]);
    await expect(getMyReview(a, id)).rejects.toThrow('assignment-not-found');
    await expect(openReviewPaper(a, id, id)).rejects.toThrow('assignment-not-found');
    await expect(getReviewTable(a, application)).rejects.toThrow('application-not-found');
    await expect(findDecision(a, application)).rejects.toThrow('application-not-found');
    await expect(candidatesOf(a, application)).rejects.toThrow('application-not-found');
    await expect(listExperts(a)).rejects.toThrow('not-allowed');
  });

  test('is sorted into new, to score and done', async ({ db }) => {
    await ready(db);
    const id = await assign(db, application, await anExpert(db, 'a'));
    const tabs = async () => Promise.all((['new', 'scoring', 'done'] as const).map(async (tab) => (await listMyReviews(expert(db, 'a'), { tab })).rows.length));
    expect(await tabs()).toEqual([1, 0, 0]);
    await acceptAssignment(expert(db, 'a'), id, attested);
    expect(await tabs()).toEqual([0, 1, 0]);
    await submitReview(expert(db, 'a'), id, marks(0));
    expect(await tabs()).toEqual([0, 0, 1]);
    expect((await listMyReviews(expert(db, 'a'))).rows).toMatchObject([{ dueOn: '2026-09-20', unitName: '滨湖世纪社区' }]);
  });
});
