import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { anExpert, attested } from './reviews.ts';
import { recommendCommunity } from '#app/domain/pilot/applications/recommend.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { loader as section } from '#app/routes/apply/section.tsx';
import { loader as desk } from '#app/routes/desk/home.tsx';
import { loader as detail } from '#app/routes/desk/applications/application.tsx';
import { loader as queue } from '#app/routes/desk/applications/applications.tsx';
import { loader as check } from '#app/routes/desk/applications/check.tsx';
import { loader as recommendations } from '#app/routes/desk/recommendations.tsx';
import { loader as reviewTable } from '#app/routes/desk/applications/review.tsx';
import { loader as review } from '#app/routes/desk/reviews/review.tsx';
import { loader as reviews } from '#app/routes/desk/reviews/reviews.tsx';
import { loader as home } from '#app/routes/public/home.tsx';
import { loader as notice } from '#app/routes/public/notices/notice.tsx';
import { loader as notices } from '#app/routes/public/notices/notices.tsx';
import { loader as deskCertificate } from '#app/routes/desk/certificates/certificate.tsx';
import { loader as deskCertificates } from '#app/routes/desk/certificates/certificates.tsx';
import { loader as issuePage } from '#app/routes/desk/certificates/issue.tsx';
import { loader as renewPage } from '#app/routes/desk/certificates/renew.tsx';
import { loader as certificatePage } from '#app/routes/public/certificates/certificate.tsx';
import { loader as certificateList } from '#app/routes/public/certificates/certificates.tsx';
import { loader as community } from '#app/routes/public/pilots/community.tsx';
import { loader as searchPage } from '#app/routes/public/search/search.tsx';
import { loader as pilots } from '#app/routes/public/pilots/pilots.tsx';
import { loader as statistics } from '#app/routes/public/statistics/nation.tsx';
import { loader as regionStatistics } from '#app/routes/public/statistics/region.tsx';
import { loader as standard } from '#app/routes/public/standard/standard.tsx';
import { loader as workHome } from '#app/routes/work/home.tsx';
import { loader as communityAtWork } from '#app/routes/work/community.tsx';
import { loader as assessmentAtWork } from '#app/routes/work/self-assessment/assessment.tsx';
import { loader as assessmentSection } from '#app/routes/work/self-assessment/section.tsx';
import { startAssessment } from '#app/domain/pilot/self-assessment/start-assessment.ts';
import { loader as burdenPage } from '#app/routes/desk/burden/burden.tsx';
import { loader as evidenceList } from '#app/routes/work/evidence/list.tsx';
import { loader as newEvidence } from '#app/routes/work/evidence/new.tsx';
import { loader as onePiece } from '#app/routes/work/evidence/piece.tsx';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { loader as planAtWork } from '#app/routes/work/plan/plan.tsx';
import { loader as nextNorms } from '#app/routes/work/plan/next.tsx';
import { loader as consultingDesk } from '#app/routes/desk/consulting/consulting.tsx';
import { loader as deskReports } from '#app/routes/desk/progress-reports/reports.tsx';
import { loader as deskEvaluation } from '#app/routes/desk/evaluations/evaluation.tsx';
import { loader as deskEvaluations } from '#app/routes/desk/evaluations/evaluations.tsx';
import { loader as reportAtWork } from '#app/routes/work/report.tsx';
import { communityOn } from '#app/domain/public/time-machine/community-on.ts';
import { loader as deskCase } from '#app/routes/desk/cases/case.tsx';
import { loader as deskCases } from '#app/routes/desk/cases/cases.tsx';
import { loader as previewPage } from '#app/routes/desk/standard/preview.tsx';
import { loader as pastOfCommunity } from '#app/routes/past/community.tsx';
import { loader as pastResult } from '#app/routes/past/result.tsx';
import { loader as annualReport } from '#app/routes/public/annual-reports/report.tsx';
import { loader as annualReports } from '#app/routes/public/annual-reports/reports.tsx';
import { loader as casePage } from '#app/routes/public/cases/case.tsx';
import { loader as caseLibrary } from '#app/routes/public/cases/cases.tsx';
import { loader as caseAtWork } from '#app/routes/work/cases/case.tsx';
import { loader as casesAtWork } from '#app/routes/work/cases/list.tsx';
import { loader as visitPage } from '#app/routes/desk/visits/visit.tsx';
import { loader as visitsPage } from '#app/routes/desk/visits/visits.tsx';
import { loader as communityVisits } from '#app/routes/work/visits/list.tsx';
import { aVisit, began, entry, sync, unit as visitedUnit } from './visits.ts';
import { listEditions } from '#app/domain/base/standard/read.ts';
import { issueCertificate } from '#app/domain/pilot/certification/issue.ts';
import { aDraft } from './apply.ts';
import { aPublishedCase, aPublishedReport } from './library.ts';
import { aFinalNotice } from './certificates.ts';
import { begun, evaluator, place } from './evaluations.ts';
import { aReport, pilotPlace, street } from './reports.ts';
import { aCall, anApplication } from './cycle.ts';
import { aHeldSession, aPlan, someResults, worker } from './consulting.ts';
import { as, asked, binhu, ctxOf, person, test, today } from './world.ts';
import { questionsOf } from './questions-of.ts';

const office = (db: Db, now = today) => as(db, 'programme-officer', '*', now);
const places = Array.from({ length: 8 }, (_, n) => `34011100${n + 1}`);

/** Eight units side by side, so that a question for every row would break the ceiling. */
async function eightPilots(db: Db) {
  const callId = await aCall(db, { places: 8, questionSetId: 'pilot-1' });
  for (const regionCode of places) await anApplication(db, { callId, regionCode, status: 'accepted' });
  const id = await draftNotice(office(db), { callId, title: '关于第一批拟列入试点名单的公示', body: '' });
  await publishNotice(office(db), id, { starts: 'today' });
  await finaliseNotice(office(db, new Date('2026-10-20T02:00:00Z')), id);
  return id;
}

async function eightReviews(db: Db) {
  await anExpert(db, 'reader');
  const callId = await aCall(db, { questionSetId: 'pilot-1' });
  const made: { application: string; assignment: string }[] = [];
  for (const regionCode of places) {
    const application = await anApplication(db, { callId, regionCode, status: 'complete' });
    made.push({ application, assignment: await assignExpert(office(db), application, { expertId: 'reader', dueOn: '2026-09-20' }) });
  }
  return made;
}

describe('every page has a ceiling on its questions to the database', () => {
  test('the public pages', async ({ db }) => {
    const visitor = ctxOf(db);
    const id = await eightPilots(db);
    expect(await questionsOf(home, visitor, '/')).toBeLessThanOrEqual(11);
    expect(await questionsOf(standard, visitor, '/standard')).toBeLessThanOrEqual(2);
    expect(await questionsOf(notices, visitor, '/notices')).toBeLessThanOrEqual(1);
    expect(await questionsOf(notice, visitor, `/notices/${id}`, { id })).toBeLessThanOrEqual(6);
    expect(await questionsOf(pilots, visitor, '/pilots?region=3401')).toBeLessThanOrEqual(6);
    expect(await questionsOf(statistics, visitor, '/statistics')).toBeLessThanOrEqual(7);
    expect(await questionsOf(regionStatistics, visitor, '/statistics/340111', { region: '340111' })).toBeLessThanOrEqual(15);
    expect(await questionsOf(searchPage, visitor, `/search?q=${encodeURIComponent('儿童')}`)).toBeLessThanOrEqual(6);
    expect(await questionsOf(community, visitor, `/communities/${places[0]}`, { code: places[0]! })).toBeLessThanOrEqual(15);
  });

  test("a part of the applicant's form", async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    expect(await questionsOf(section, ctx, `/apply/${id}/unit`, { id, section: 'unit' })).toBeLessThanOrEqual(6);
  });

  test('the pages of the office', async ({ db }) => {
    const callId = await aCall(db, { questionSetId: 'pilot-1' });
    const id = await anApplication(db, { callId, regionCode: places[0]! });
    for (const regionCode of places.slice(1)) await anApplication(db, { callId, regionCode });
    const words = { recommender: '张老师', organisation: '', contact: '13800000000', reason: '孩子很多，居民愿意一起做。' };
    for (const regionCode of places.slice(0, 4)) await recommendCommunity(ctxOf(db), { regionCode, ...words });
    expect(await questionsOf(desk, office(db), '/desk')).toBeLessThanOrEqual(4);
    expect(await questionsOf(queue, office(db), '/desk/applications')).toBeLessThanOrEqual(3);
    expect(await questionsOf(queue, office(db), '/desk/applications?region=3401&q=%E5%8C%BA')).toBeLessThanOrEqual(8);
    expect(await questionsOf(recommendations, office(db), '/desk/recommendations')).toBeLessThanOrEqual(2);
    expect(await questionsOf(detail, office(db), `/desk/applications/${id}`, { id })).toBeLessThanOrEqual(7);
    expect(await questionsOf(check, office(db), `/desk/applications/${id}/check`, { id })).toBeLessThanOrEqual(7);
  });

  test('the pages of visits, and what a phone brings', async ({ db }) => {
    const visit = await aVisit(db);
    for (let time = 0; time < 8; time++) await aVisit(db, { expert: visit.expertId });
    const many = Array.from({ length: 60 }, (_, n) => entry(n + 2, `note:${n % 2 ? 'A1.1' : 'A1.2'}`, `第 ${n} 句`));
    const before = asked.length;
    await sync(db, visit, [began(1), ...many]);
    expect(asked.length - before).toBeLessThanOrEqual(34);
    expect(await questionsOf(visitsPage, office(db), '/desk/visits')).toBeLessThanOrEqual(3);
    expect(await questionsOf(visitPage, office(db), `/desk/visits/${visit.id}`, { id: visit.id })).toBeLessThanOrEqual(12);
    expect(await questionsOf(communityVisits, as(db, 'government-officer', visitedUnit), `/work/${visitedUnit}/visits`, { code: visitedUnit })).toBeLessThanOrEqual(4);
  });

  test('the pages of certificates', async ({ db }) => {
    const { noticeId, ids } = await aFinalNotice(db, places);
    const made = [];
    for (const applicationId of ids) made.push(await issueCertificate(office(db), noticeId, applicationId, 'pilot', null));
    const { id, number } = made[0]!;
    expect(await questionsOf(certificateList, ctxOf(db), '/certificates')).toBeLessThanOrEqual(1);
    expect(await questionsOf(certificatePage, ctxOf(db), `/certificates/${number}`, { number })).toBeLessThanOrEqual(1);
    expect(await questionsOf(deskCertificates, office(db), '/desk/certificates')).toBeLessThanOrEqual(2);
    expect(await questionsOf(deskCertificate, office(db), `/desk/certificates/${id}`, { id })).toBeLessThanOrEqual(8);
    expect(await questionsOf(issuePage, office(db), `/desk/certificates/issue?notice=${noticeId}`)).toBeLessThanOrEqual(7);
    expect(await questionsOf(renewPage, office(db), `/desk/certificates/renew?${made.map((one) => `id=${one.id}`).join('&')}`)).toBeLessThanOrEqual(4);
  });

  test('the pages of a plan', async ({ db }) => {
    await someResults(db, binhu, { 'A1.1': 'not-met', 'A1.2': 'partly', 'B1.1': 'not-met' });
    await aPlan(db);
    await anExpert(db, 'adviser');
    for (let at = 0; at < 3; at += 1) await aHeldSession(db, ['adviser']);
    const code = { code: binhu };
    expect(await questionsOf(planAtWork, worker(db), `/work/${binhu}/plan`, code)).toBeLessThanOrEqual(14);
    expect(await questionsOf(nextNorms, worker(db), `/work/${binhu}/plan/next`, code)).toBeLessThanOrEqual(12);
    expect(await questionsOf(consultingDesk, office(db), '/desk/consulting')).toBeLessThanOrEqual(2);
    expect(await questionsOf(consultingDesk, office(db), '/desk/consulting?tab=sessions')).toBeLessThanOrEqual(2);
  });

  test('the pages of progress reports and evaluations', async ({ db }) => {
    const [report, evaluation] = [await aReport(db), await begun(db)];
    expect(await questionsOf(deskReports, office(db), '/desk/progress-reports')).toBeLessThanOrEqual(3);
    expect(await questionsOf(reportAtWork, street(db), `/work/${pilotPlace}/reports/${report}`, { code: pilotPlace, id: report })).toBeLessThanOrEqual(7);
    expect(await questionsOf(deskEvaluations, office(db), '/desk/evaluations')).toBeLessThanOrEqual(3);
    expect(await questionsOf(deskEvaluation, evaluator(db), `/desk/evaluations/${place}/${evaluation}`, { code: place, id: evaluation })).toBeLessThanOrEqual(13);
  });

  test('the pages of evidence and the burden meter', async ({ db }) => {
    const ctx = as(db, 'community-worker', binhu);
    const ids: string[] = [];
    for (const title of ['章程', '协议', '纪要', '计划']) {
      const input = { kind: 'fact', title, text: title, validFrom: '2026-01-01', source: '居委会', confidentiality: 'office', promise: 'yes' };
      ids.push((await addEvidence(ctx, binhu, EvidenceInput.parse(input))).id);
    }
    expect(await questionsOf(evidenceList, ctx, '/work/340111400/evidence', { code: binhu })).toBeLessThanOrEqual(7);
    expect(await questionsOf(newEvidence, ctx, '/work/340111400/evidence/new', { code: binhu })).toBeLessThanOrEqual(4);
    expect(await questionsOf(onePiece, ctx, '/work/340111400/evidence/one', { code: binhu, id: ids[0]! })).toBeLessThanOrEqual(7);
    expect(await questionsOf(burdenPage, office(db), '/desk/burden')).toBeLessThanOrEqual(5);
  });

  test('the pages of a community at work and its self-assessment', async ({ db }) => {
    const officer = as(db, 'government-officer', binhu);
    await startAssessment(officer, binhu, { year: 2026 });
    const year = { code: binhu, year: '2026' };
    expect(await questionsOf(workHome, officer, '/work')).toBeLessThanOrEqual(12);
    expect(await questionsOf(communityAtWork, officer, `/work/${binhu}`, year)).toBeLessThanOrEqual(14);
    expect(await questionsOf(assessmentAtWork, officer, `/work/${binhu}/self-assessment/2026`, year)).toBeLessThanOrEqual(13);
    expect(await questionsOf(assessmentSection, officer, `/work/${binhu}/self-assessment/2026/sections/A`, { ...year, part: 'A' })).toBeLessThanOrEqual(11);
  });

  test('the pages of cases, of annual reports and of the past', async ({ db }) => {
    const ids = [await aPublishedCase(db), await aPublishedCase(db), await aPublishedCase(db)];
    const [officer, code, one] = [as(db, 'government-officer', binhu), { code: binhu }, { id: ids[0]! }];
    await someResults(db, binhu, {});
    const report = { id: await aPublishedReport(db) };
    const [sheet] = (await communityOn(officer, binhu, undefined)).sheets;
    expect(await questionsOf(caseLibrary, ctxOf(db), '/cases')).toBeLessThanOrEqual(4);
    expect(await questionsOf(casePage, ctxOf(db), `/cases/${one.id}`, one)).toBeLessThanOrEqual(8);
    expect(await questionsOf(casesAtWork, officer, `/work/${binhu}/cases?rule=A3.1`, code)).toBeLessThanOrEqual(8);
    expect(await questionsOf(caseAtWork, officer, `/work/${binhu}/cases/${one.id}`, { ...code, ...one })).toBeLessThanOrEqual(8);
    expect(await questionsOf(deskCases, office(db), '/desk/cases?state=all')).toBeLessThanOrEqual(2);
    expect(await questionsOf(deskCase, office(db), `/desk/cases/${one.id}`, one)).toBeLessThanOrEqual(9);
    expect(await questionsOf(annualReports, ctxOf(db), '/annual-reports')).toBeLessThanOrEqual(2);
    expect(await questionsOf(annualReport, ctxOf(db), `/annual-reports/${report.id}`, report)).toBeLessThanOrEqual(5);
    expect(await questionsOf(pastOfCommunity, officer, `/past/${binhu}`, code)).toBeLessThanOrEqual(12);
    expect(await questionsOf(pastResult, officer, `/past/${binhu}/results/${sheet!.id}`, { ...code, sheet: sheet!.id })).toBeLessThanOrEqual(9);
    expect(await questionsOf(previewPage, office(db), '/desk/standard/one/preview', { id: (await listEditions(office(db)))[0]!.id })).toBeLessThanOrEqual(6);
  });

  test('the pages of the review', async ({ db }) => {
    const made = await eightReviews(db);
    const { application, assignment } = made[0]!;
    const reader = ctxOf(db, person('expert', '*', 'reader'));
    await acceptAssignment(reader, assignment, attested);
    expect(await questionsOf(reviewTable, office(db), `/desk/applications/${application}/review`, { id: application })).toBeLessThanOrEqual(10);
    expect(await questionsOf(reviews, reader, '/desk/reviews')).toBeLessThanOrEqual(1);
    expect(await questionsOf(review, reader, `/desk/reviews/${assignment}`, { id: assignment })).toBeLessThanOrEqual(7);
  });
});
