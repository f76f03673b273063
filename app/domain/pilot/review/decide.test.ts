import { beforeEach, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { aCall, anApplication, aRegion } from '#tests/cycle.ts';
import { as, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { acceptAssignment } from './answer-assignment.ts';
import { decide } from './decide.ts';
import { countReadyToDecide } from './waiting.ts';
import { findDecision, getReviewTable } from './read.ts';
import { saveScores } from './score.ts';
import { withdrawAssignment } from './withdraw-assignment.ts';
import { aReview, anExpert, assign, eventsOf, expert, marks, office, attested } from '#tests/reviews.ts';

let application = '';
beforeEach(() => {
  application = '';
});
const ready = async (db: Db) => (application = await anApplication(db, { status: 'complete' }));

describe('the table of marks', () => {
  test('shows submitted marks with mean and spread, and no drafts', async ({ db }) => {
    await ready(db);
    await aReview(db, application, await anExpert(db, 'a'), '80');
    await aReview(db, application, await anExpert(db, 'b'), '60');
    const draft = await assign(db, application, await anExpert(db, 'c'));
    await acceptAssignment(expert(db, 'c'), draft, attested);
    await saveScores(expert(db, 'c'), draft, marks(0, '5', '秘密'));
    const table = await getReviewTable(office(db), application);
    expect(table).toMatchObject({ mean: 70, spread: 20, submitted: 2, unfinished: 1, wanted: 2 });
    expect(table.sections).toHaveLength(5);
    expect(table.sections[0]).toMatchObject({ mean: 70, spread: 20 });
    expect(table.reviews.map((review) => review.total)).toEqual([80, 60, null]);
    expect(JSON.stringify(table.reviews)).not.toContain('秘密');
  });

  test('is closed to governments and neighbours', async ({ db }) => {
    await ready(db);
    await expect(getReviewTable(as(db, 'government-officer', '*'), application)).rejects.toThrow('application-not-found');
    await expect(getReviewTable(as(db, 'programme-officer', neighbour), application)).rejects.toThrow('application-not-found');
  });
});

describe('deciding', () => {
  const accept = { outcome: 'accepted' as const, reason: '基础扎实，计划具体，同意列为试点。' };

  test('keeps the reasons and the figures, once', async ({ db }) => {
    await ready(db);
    await aReview(db, application, await anExpert(db, 'a'), '80');
    await aReview(db, application, await anExpert(db, 'b'), '61');
    await decide(office(db), application, accept);
    expect(await findDecision(office(db), application)).toMatchObject({ ...accept, meanScore: 70.5, reviews: 2 });
    expect(await getSubmitted(office(db), application)).toMatchObject({ status: 'accepted', decidedAt: today });
    expect((await eventsOf(db, application)).at(-1)).toBe('application.accepted');
    await expect(decide(office(db), application, { ...accept, outcome: 'declined' })).rejects.toThrow('decision-made');
  });

  test('waits for every expert and for enough reviews', async ({ db }) => {
    await ready(db);
    await expect(decide(office(db), application, accept)).rejects.toThrow('application-not-in-review');
    const open = await assign(db, application, await anExpert(db, 'a'));
    await aReview(db, application, await anExpert(db, 'b'));
    expect(await countReadyToDecide(office(db))).toBe(0);
    await expect(decide(office(db), application, accept)).rejects.toThrow('reviews-unfinished');
    await withdrawAssignment(office(db), application, open);
    await expect(decide(office(db), application, accept)).rejects.toThrow('reviews-too-few');
    await aReview(db, application, await anExpert(db, 'c'));
    expect(await countReadyToDecide(office(db))).toBe(1);
    expect(await countReadyToDecide(as(db, 'programme-officer', neighbour))).toBe(0);
    await decide(office(db), application, accept);
  });

  test('is not for an officer who was asked to review the same application', async ({ db }) => {
    await ready(db);
    await aReview(db, application, await anExpert(db, 'a'));
    await aReview(db, application, await anExpert(db, 'b'));
    const both = ctxOf(db, { id: 'a', name: 'a', grants: [{ role: 'programme-officer', regionCode: '*', organisationId: null }, { role: 'expert', regionCode: '*', organisationId: null }] });
    await expect(decide(both, application, accept)).rejects.toThrow('decider-was-reviewer');
    await decide(office(db), application, accept);
  });

  test('ends with the places of the call, but may still decline', async ({ db }) => {
    const callId = await aCall(db, { places: 1, review: { reviewsPerApplication: 1, scoreFrom: 0, scoreTo: 100 } });
    await anExpert(db, 'a');
    await anApplication(db, { callId, status: 'accepted', regionCode: '340111400001' });
    const next = await anApplication(db, { callId, status: 'complete', regionCode: await aRegion(db, '340111400002') });
    await aReview(db, next, 'a');
    await expect(decide(office(db), next, accept)).rejects.toThrow('places-full');
    await decide(office(db), next, { ...accept, outcome: 'declined' });
    expect(await getSubmitted(office(db), next)).toMatchObject({ status: 'declined' });
  });

  test('is for the programme office alone', async ({ db }) => {
    await ready(db);
    await aReview(db, application, await anExpert(db, 'a'));
    for (const who of [expert(db, 'a'), as(db, 'government-officer', '*'), as(db, 'programme-officer', neighbour)]) {
      await expect(decide(who, application, accept)).rejects.toThrow('application-not-found');
    }
  });
});
