import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { anApplication } from '#tests/cycle.ts';
import { aReview, anExpert, assign, eventsOf, expert, marks, office } from '#tests/reviews.ts';
import { aMarking, given, smallRubric, wholly } from '#tests/rubrics.ts';
import { as, ctxOf, neighbour, person, test } from '#tests/world.ts';
import { getMyMarks } from './my-marks.ts';
import { getMyReview } from './my-reviews.ts';
import { getReviewTable } from './read.ts';
import { readMarks } from './read-marks.ts';
import { saveScores, submitReview } from './score.ts';
import { assignments } from './tables.server.ts';
import { withdrawAssignment } from './withdraw-assignment.ts';

describe('marking by item', () => {
  test('keeps what was marked before when one item is saved, with note and place', async ({ db }) => {
    const { id } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, { A1: 'met' }, '初步'));
    expect(await saveScores(expert(db, 'a'), id, { revision: 1, overall: undefined, marks: [{ itemId: 'B1', level: 'not', score: null, note: '没有台账', page: '计划 第 3 页' }] })).toBe(2);
    expect(await getMyMarks(expert(db, 'a'), id)).toMatchObject({
      revision: 2, overall: '初步', isOpen: true, marks: [{ itemId: 'A1', level: 'met' }, { itemId: 'B1', level: 'not', note: '没有台账', page: '计划 第 3 页' }],
    });
  });

  test.for([
    ['an item the rubric does not have', { Z9: 'met' }, 'item-not-found'],
    ['a finding for an item', { A1: 'found' }, 'level-unfit'],
    ['a level for the negative list', { 'neg-1': 'not' }, 'level-unfit'],
  ] as const)('refuses %s', async ([, levels, code], { db }) => {
    const { id } = await aMarking(db);
    await expect(saveScores(expert(db, 'a'), id, given(0, levels))).rejects.toThrow(code);
  });

  test('refuses a figure where levels are asked for, and one beside a level where figures are', async ({ db }) => {
    const { id } = await aMarking(db);
    const figure = (itemId: string, level: 'met' | null) => ({ revision: 0, overall: undefined, marks: [{ itemId, level, score: 80, note: '', page: '' }] });
    await expect(saveScores(expert(db, 'a'), id, figure('A1', null))).rejects.toThrow('level-unfit');
    const { id: bySection } = await aMarking(db, 'b', { ...smallRubric, level: 'section' });
    await expect(saveScores(expert(db, 'b'), bySection, figure('A1', 'met'))).rejects.toThrow('level-unfit');
    expect(await saveScores(expert(db, 'b'), bySection, figure('A1', null))).toBe(1);
  });

  test('tells a second window, which finds what was saved and loses nothing', async ({ db }) => {
    const { id } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, { A1: 'met' }));
    await expect(saveScores(expert(db, 'a'), id, given(0, { B1: 'not: 没有' }))).rejects.toThrow('changed-meanwhile');
    const { revision, marks: there } = await getMyMarks(expert(db, 'a'), id);
    expect(there.map(({ itemId }) => itemId)).toEqual(['A1']);
    await saveScores(expert(db, 'a'), id, given(revision, { B1: 'not: 没有' }));
    expect((await getMyMarks(expert(db, 'a'), id)).marks).toHaveLength(2);
  });

  test.for([
    ['an unanswered item', { ...wholly, B1: '' }], ['an unanswered must-rule', { ...wholly, 'A1.1': '' }], ['a line of the negative list left open', { ...wholly, 'neg-1': '' }],
    ['no reason for what is not met', { ...wholly, B1: 'not' }], ['no reason for what does not apply', { ...wholly, A1: 'na' }], ['no ground for what was found', { ...wholly, 'neg-1': 'found' }],
  ] as const)('is not submitted with %s', async ([, levels], { db }) => {
    const { id } = await aMarking(db);
    await expect(submitReview(expert(db, 'a'), id, given(0, levels))).rejects.toThrow('scores-incomplete');
  });

  test('is submitted whole, and shows its total, unmet must-rules and findings in the table', async ({ db }) => {
    const { id, application } = await aMarking(db);
    await submitReview(expert(db, 'a'), id, given(0, { ...wholly, 'A1.1': 'partly', 'neg-1': 'found: 材料不实' }));
    const table = await getReviewTable(office(db), application);
    expect(table.reviews).toMatchObject([{ total: 87.5, mustNotMet: ['A1.1'], negativeFound: ['neg-1'], isLate: false, bySection: [{ id: 'A', total: 100 }, { id: 'B', total: 50 }] }]);
    expect(table.negativeFound).toMatchObject([{ id: 'neg-1' }]);
  });

  test('shows to nobody what others have not submitted', async ({ db }) => {
    const { id } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, wholly));
    await anExpert(db, 'b');
    await expect(getMyMarks(expert(db, 'b'), id)).rejects.toThrow('assignment-not-found');
    await expect(getMyMarks(office(db), id)).rejects.toThrow('not-allowed');
    await expect(getMyMarks(ctxOf(db), id)).rejects.toThrow('sign-in-needed');
  });
});

describe('late marks', () => {
  const late = new Date('2026-09-21T02:00:00Z');
  const lateExpert = (db: Parameters<typeof expert>[0]) => ctxOf(db, person('expert', '*', 'a'), late);

  test('after the day they were due count, and say so', async ({ db }) => {
    const { id, application } = await aMarking(db);
    expect(await getMyReview(expert(db, 'a'), id)).toMatchObject({ isLate: false, isOpen: true });
    expect(await getMyReview(lateExpert(db), id)).toMatchObject({ isLate: true, isOpen: true });
    await submitReview(lateExpert(db), id, given(0, wholly));
    const table = await getReviewTable(office(db), application);
    expect([table.submitted, table.reviews[0]!.isLate, table.mean]).toEqual([1, true, 87.5]);
  });

  test('on the day itself are in time', async ({ db }) => {
    const { id, application } = await aMarking(db);
    await submitReview(ctxOf(db, person('expert', '*', 'a'), new Date('2026-09-20T15:59:00Z')), id, given(0, wholly));
    expect((await getReviewTable(office(db), application)).reviews[0]!.isLate).toBe(false);
  });

  test('after the office has taken the task back are refused with the reason, and for others the task does not exist', async ({ db }) => {
    const { id, application } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, wholly));
    await withdrawAssignment(office(db), application, id);
    await expect(saveScores(expert(db, 'a'), id, given(1, wholly))).rejects.toThrow('round-closed');
    await expect(submitReview(expert(db, 'a'), id, given(1, wholly))).rejects.toThrow('round-closed');
    await anExpert(db, 'b');
    await expect(saveScores(expert(db, 'b'), id, given(1, wholly))).rejects.toThrow('assignment-not-found');
  });

  test('after the application was decided are refused; what was written can still be read', async ({ db }) => {
    const { id, application } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, wholly));
    await db.update(applications).set({ status: 'declined' }).where(eq(applications.id, application));
    await expect(submitReview(expert(db, 'a'), id, given(1, wholly))).rejects.toThrow('round-closed');
    const { isOpen, open } = await getMyReview(expert(db, 'a'), id);
    expect([isOpen, open!.marks.length]).toEqual([false, 4]);
  });
});

describe('the marks that count', () => {
  test('are those submitted and not set aside, with points from 0 to 1 and the weight of their item', async ({ db }) => {
    const { id, application, callId } = await aMarking(db);
    expect(await readMarks(office(db), { callId, round: 1 })).toEqual([]);
    await submitReview(expert(db, 'a'), id, given(0, { ...wholly, A1: 'na: 不涉及' }));
    const rows = await readMarks(office(db), { applicationIds: [application], round: 1 });
    expect(rows.map(({ itemId, points, weight }) => [itemId, points, weight])).toEqual([['A1', null, 3], ['A1.1', 1, 0], ['B1', 0.5, 1], ['neg-1', null, 0]]);
    expect(await readMarks(office(db), { callId, round: 2 })).toEqual([]);
    await db.update(assignments).set({ setAsideAt: new Date() }).where(eq(assignments.id, id));
    expect(await readMarks(office(db), { callId, round: 1 })).toEqual([]);
    expect(await getReviewTable(office(db), application)).toMatchObject({ submitted: 0, mean: null, negativeFound: [] });
  });

  test('by section stand in the range of the call', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    await aReview(db, application, await anExpert(db, 'a'), '40');
    expect((await readMarks(office(db), { applicationIds: [application], round: 1 })).map(({ points, weight }) => [points, weight])).toEqual(Array.from({ length: 5 }, () => [0.4, 1]));
  });

  test('are those of the reader’s own regions', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    await aReview(db, application, await anExpert(db, 'a'));
    expect(await readMarks(as(db, 'programme-officer', neighbour), { applicationIds: [application], round: 1 })).toEqual([]);
    for (const who of [expert(db, 'a'), as(db, 'government-officer', '*')]) await expect(readMarks(who, { applicationIds: [application], round: 1 })).rejects.toThrow('not-allowed');
  });

  test('leave a record of each save and of the submission', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    const id = await assign(db, application, await anExpert(db, 'a'));
    await expect(saveScores(expert(db, 'a'), id, marks(0))).rejects.toThrow('assignment-not-accepted');
    const { id: other } = await aMarking(db, 'b');
    await saveScores(expert(db, 'b'), other, given(0, { A1: 'met' }));
    await submitReview(expert(db, 'b'), other, given(1, wholly));
    expect((await eventsOf(db, other)).slice(-2)).toEqual(['review.scored', 'review.submitted']);
  });
});
