import fc from 'fast-check';
import { describe, expect, test as plain } from 'vitest';
import { applicantMarks, type Blindness, officeNames, seeEachOther, seeMarks, usualBlindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { anExpert, aReview, assign, attested, expert, marks, office } from '#tests/reviews.ts';
import { as, ctxOf, person, test } from '#tests/world.ts';
import { acceptAssignment } from './answer-assignment.ts';
import { listRecordsForAudit } from './audit-records.ts';
import { sees, type Viewer } from './blindness.ts';
import { decide } from './decide.ts';
import { reviewForApplicant } from './for-applicant.ts';
import { getMyReview, listMyReviews } from './my-reviews.ts';
import { getReviewTable } from './read.ts';
import { readMarks } from './read-marks.ts';
import { submitReview } from './score.ts';

const phase = fc.record({ reviewersSeeApplicant: fc.boolean(), reviewersSeeEachOther: fc.constantFrom(...seeEachOther), marksOfOthers: fc.constantFrom(...seeMarks), officeSeesNames: fc.constantFrom(...officeNames) });
const settings: fc.Arbitrary<Blindness> = fc.record({ first: phase, second: phase, applicantSees: fc.constantFrom(...applicantMarks) });
const stage = fc.record({ round: fc.constantFrom(1 as const, 2 as const), isDecided: fc.boolean() });

describe('who sees what', () => {
  plain('nobody sees marks of others before their own are in, whatever the settings', () => {
    fc.assert(fc.property(settings, stage, fc.boolean(), (blindness, at, areAllIn) => {
      expect(sees({ blindness }, at, { kind: 'reviewer', hasSubmitted: false, areAllIn })).toMatchObject({ reviewers: 'none', marks: false, notes: false });
    }), { seed: 20261123 });
  });

  plain('the applicant never reads a name, and nothing before the decision', () => {
    fc.assert(fc.property(settings, stage, (blindness, at) => {
      const sight = sees({ blindness }, at, { kind: 'applicant' });
      expect(sight.reviewers).not.toBe('names');
      if (!at.isDecided || blindness.applicantSees === 'nothing') expect(sight).toMatchObject({ reviewers: 'none', marks: false, notes: false });
    }), { seed: 20261123 });
  });

  plain('those who have a part in it, who audit, and everybody else see no mark; nobody sees notes without marks', () => {
    const blind: Viewer[] = [{ kind: 'office', isInvolved: true, areAllIn: true }, { kind: 'audit' }, { kind: 'other' }];
    const all: Viewer[] = [...blind, { kind: 'applicant' }, { kind: 'office', isInvolved: false, areAllIn: false }, { kind: 'reviewer', hasSubmitted: true, areAllIn: true }];
    fc.assert(fc.property(settings, stage, (blindness, at) => {
      for (const who of blind) expect(sees({ blindness }, at, who)).toMatchObject({ marks: false, notes: false });
      for (const who of all) expect(sees({ blindness }, at, who)).not.toMatchObject({ marks: false, notes: true });
    }), { seed: 20261123 });
  });

  plain('a call that settled nothing has the usual settings', () => {
    const who: Viewer = { kind: 'reviewer', hasSubmitted: true, areAllIn: true };
    expect(sees({}, { round: 1, isDecided: false }, who)).toEqual(sees({ blindness: usualBlindness }, { round: 1, isDecided: false }, who));
    expect(sees({}, { round: 1, isDecided: false }, who)).toEqual({ applicant: true, reviewers: 'none', marks: false, notes: false });
  });
});

const open = { reviewsPerApplication: 2, scoreFrom: 0, scoreTo: 100 };
const blindness = (first: Partial<Blindness['first']>, applicantSees: Blindness['applicantSees'] = 'nothing'): Blindness => ({ first: { ...usualBlindness.first, ...first }, second: usualBlindness.second, applicantSees });
const accept = { outcome: 'accepted' as const, reason: '基础扎实，计划具体，同意列为试点。' };

describe('a reviewer', () => {
  test('reads no name of the applicant where the call hides it', async ({ db }) => {
    const callId = await aCall(db, { review: { ...open, blindness: blindness({ reviewersSeeApplicant: false }) } });
    const answers = { 'applicant-name': '滨湖世纪社区服务中心', 'unit-name': '滨湖世纪社区', population: '30000' };
    const application = await anApplication(db, { callId, status: 'complete', answers });
    const id = await assign(db, application, await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    const seen = JSON.stringify([await getMyReview(expert(db, 'a'), id), await listMyReviews(expert(db, 'a'))]);
    expect(seen).not.toContain('滨湖');
    expect((await getMyReview(expert(db, 'a'), id)).open!.answers).toEqual({ population: '30000' });
  });

  test('sees the marks of others when the call says so, and not before handing in', async ({ db }) => {
    const callId = await aCall(db, { review: { ...open, blindness: blindness({ marksOfOthers: 'after-own', reviewersSeeEachOther: 'names-after-own' }) } });
    const application = await anApplication(db, { callId, status: 'complete' });
    await aReview(db, application, await anExpert(db, 'b'), '61');
    const id = await assign(db, application, await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    expect((await getMyReview(expert(db, 'a'), id)).open!.others).toEqual([]);
    await submitReview(expert(db, 'a'), id, marks(0));
    expect((await getMyReview(expert(db, 'a'), id)).open!.others).toMatchObject([{ name: '专家b', marks: [{ score: 61 }, {}, {}, {}, {}] }]);
  });
});

describe('the office', () => {
  test('reads marks without names until the decision, and only when all are in', async ({ db }) => {
    const callId = await aCall(db, { review: { ...open, blindness: blindness({ officeSeesNames: 'after-decision' }) } });
    const application = await anApplication(db, { callId, status: 'complete' });
    await aReview(db, application, await anExpert(db, 'a'), '61');
    const other = await assign(db, application, await anExpert(db, 'b'));
    expect(await getReviewTable(office(db), application)).toMatchObject({ isNameless: true, mean: null, submitted: 1, reviews: [{ expertName: '专家a', marks: [] }, { expertName: '专家b' }] });
    expect(await readMarks(office(db), { callId, round: 1 })).toEqual([]);
    await acceptAssignment(expert(db, 'b'), other, attested);
    await submitReview(expert(db, 'b'), other, marks(0, '83'));
    const { reviews, mean } = await getReviewTable(office(db), application);
    expect(mean).toBe(72);
    expect(reviews.map(({ expertName, total }) => [expertName, total === null])).toEqual([['专家a', true], ['专家b', true], ['#1', false], ['#2', false]]);
    expect(reviews.slice(2).map(({ expertId }) => expertId).filter((one) => one === 'a' || one === 'b')).toEqual([]);
    const stands = new Set((await readMarks(office(db), { callId, round: 1 })).map(({ expertId }) => expertId));
    expect([stands.size, stands.has('a'), stands.has('b')]).toEqual([2, false, false]);
    await decide(office(db), application, accept);
    expect((await getReviewTable(office(db), application)).reviews.map(({ expertName, total }) => [expertName, total])).toEqual([['专家a', 61], ['专家b', 83]]);
  });

  test('is shut out where somebody of it has a part in the application', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    await aReview(db, application, await anExpert(db, 'a'));
    const both = ctxOf(db, { id: 'a', name: 'a', grants: [{ role: 'programme-officer', regionCode: '*', organisationId: null }, { role: 'expert', regionCode: '*', organisationId: null }] });
    await expect(getReviewTable(both, application)).rejects.toThrow('involved-in-application');
    expect(await readMarks(both, { applicationIds: [application], round: 1 })).toEqual([]);
    const applicant = ctxOf(db, person('programme-officer', '*', 'applicant'));
    await expect(getReviewTable(applicant, application)).rejects.toThrow('involved-in-application');
  });
});

describe('after the decision', () => {
  test('the applicant sees marks without names as far as the call says, and those who audit the lines of the review', async ({ db }) => {
    const callId = await aCall(db, { places: 5, review: { ...open, blindness: blindness({}, 'marks') } });
    const application = await anApplication(db, { callId, status: 'complete' });
    await aReview(db, application, await anExpert(db, 'a'), '61');
    await aReview(db, application, await anExpert(db, 'b'), '83');
    const government = as(db, 'government-officer', '340111');
    const audit = as(db, 'audit-admin', '*');
    const ofReviews = async () => (await listRecordsForAudit(audit)).rows.filter(({ event }) => event.startsWith('review.'));
    expect(await reviewForApplicant(government, application)).toBeNull();
    expect(await ofReviews()).toEqual([]);
    await decide(office(db), application, accept);
    const shown = (await reviewForApplicant(government, application))!;
    expect(shown.reviews.map(({ total }) => total).toSorted()).toEqual([61, 83]);
    expect(JSON.stringify(shown)).not.toMatch(/专家|总评|做得好/);
    expect((await ofReviews()).length).toBeGreaterThan(4);
    await expect(reviewForApplicant(as(db, 'government-officer', '320102'), application)).rejects.toThrow('application-not-found');
  });
});
