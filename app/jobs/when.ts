import { tellUnused } from '#app/domain/base/inbox/tell-unused.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { followRegions as followFigures } from '#app/domain/city/indicators/follow-regions.ts';
import { followRegions as followSheets } from '#app/domain/city/collection/follow-regions.ts';
import { followRegions as followAlerts } from '#app/domain/city/early-warning/follow-regions.ts';
import { factEvents, takeAfter } from '#app/domain/city/operations/after-event.ts';
import { takePooled, takeSurveys } from '#app/domain/city/operations/take-surveys.ts';
import { tellOpened, tellReturned } from '#app/domain/city/collection/tell-collection.ts';
import { freezeResults } from '#app/domain/children/survey-results/freeze-results.ts';
import { followModeration } from '#app/domain/children/suggestions/follow-moderation.ts';
import { followRegions as followSurveys } from '#app/domain/children/surveys/follow-regions.ts';
import { followRegions as followSuggestions } from '#app/domain/children/suggestions/follow-regions.ts';
import { tellPlace } from '#app/domain/children/suggestions/tell-suggestions.ts';
import { makeReport } from '#app/domain/public/annual-report/make-report.ts';
import { tellReviewers, tellWriters } from '#app/domain/pilot/case-library/tell-cases.ts';
import { followRegions as followCases } from '#app/domain/pilot/case-library/follow-regions.ts';
import { followRegions as followCommunities } from '#app/domain/base/communities/follow-regions.ts';
import { followRegions as followEvidence } from '#app/domain/base/evidence/follow-regions.ts';
import { countBurden } from '#app/domain/pilot/applications/count-burden.ts';
import { followRegions as followResults } from '#app/domain/base/rule-results/follow-regions.ts';
import { followRegions } from '#app/domain/pilot/calls/follow-regions.ts';
import { followRegions as followAssessments } from '#app/domain/pilot/self-assessment/follow-regions.ts';
import { tellApplicants, tellExtension } from '#app/domain/pilot/applications/tell-applicants.ts';
import { tellAnswered, tellAskedQuestion, tellDeclined, tellForwarded } from '#app/domain/pilot/questions/tell-questions.ts';
import { tellStanding } from '#app/domain/pilot/experts/tell-standing.ts';
import { tellConflict, tellExpert, tellVacancy } from '#app/domain/pilot/review/tell-reviewers.ts';
import { withdrawReviewsOf } from '#app/domain/pilot/review/withdraw-of-expert.ts';
import { printNotice } from '#app/domain/pilot/notices/print-notice.ts';
import { tellNotice } from '#app/domain/pilot/notices/tell-notices.ts';
import { tellAsked, tellObjection } from '#app/domain/pilot/objections/tell-objections.ts';
import { tellVisit } from '#app/domain/pilot/visits/tell-visits.ts';
import { tellMembers, tellReconsidered } from '#app/domain/pilot/panels/tell-panels.ts';
import { tellMalware } from '#app/domain/pilot/applications/tell-malware.ts';
import { scanFile } from '#app/domain/base/files/scan-file.ts';
import { signAnew } from '#app/domain/pilot/certification/rotate-key.ts';
import { tellDeciders, tellHolder, tellMeasure, tellRenewal } from '#app/domain/pilot/certification/tell-holders.ts';
import { tellEvaluation } from '#app/domain/pilot/evaluation/tell-evaluations.ts';
import { tellReport } from '#app/domain/pilot/progress-reports/tell-reports.ts';
import { tellAgents } from '#app/domain/base/inbox/tell-agents.ts';
import { eventKinds } from '#app/domain/base/interfaces/model.ts';
import { queueDeliveries } from '#app/domain/base/interfaces/queue-deliveries.ts';
import { writeExport } from '#app/domain/base/exports/write.ts';
import { checkFigureFile } from '#app/domain/city/figure-files/check-figures.ts';
import { writeFigureFile } from '#app/domain/city/figure-files/write-figures.ts';
import { runImport, takeBackImport } from '#app/domain/base/imports/run.ts';
import { carryOutPlan } from '#app/domain/pilot/assigning/lock-plan.ts';
import { solvePlan } from '#app/domain/pilot/assigning/solve-plan.ts';
import { computeScores } from '#app/domain/pilot/scoring/compute-scores.ts';
import { kinds } from './imports/all.ts';
import { clearContent } from '#app/domain/base/files/discard-file.ts';
import { tellRenewal as tellGuardians } from '#app/domain/children/identity/tell-guardians.ts';
import { followRegions as followImpacts } from '#app/domain/children/impact-assessments/follow-regions.ts';
import { endWithdrawn } from '#app/domain/children/sharing/end-early.ts';
import { followRegions as followShares } from '#app/domain/children/sharing/follow-regions.ts';
import { forgetChild } from './forget-child.ts';
import { searchDeeds } from './index-search.ts';
import { followRegions as followCouncils } from '#app/domain/children/councils/follow-regions.ts';
import { followModeration as followCouncilReading } from '#app/domain/children/councils/follow-moderation.ts';
import { followRegions as followSolicitations } from '#app/domain/children/solicitations/follow-regions.ts';
import { forgetChild as forgetWorks } from '#app/domain/children/solicitations/forget-child.ts';
import { followMatter } from '#app/domain/children/councils/follow-matter.ts';
import { tellGuardians as tellCouncilFamilies } from '#app/domain/children/councils/tell-sessions.ts';
import { followModeration as followRoundReading } from '#app/domain/children/observers/follow-moderation.ts';
import { followRegions as followRounds } from '#app/domain/children/observers/follow-regions.ts';
import { forgetChild as forgetRounds } from '#app/domain/children/observers/forget-child.ts';
import { forgetChild as forgetCouncilSeats } from '#app/domain/children/councils/forget-child.ts';
import { followRegions as followPlans } from '#app/domain/pilot/consulting/follow-regions.ts';
import { tellSession } from '#app/domain/pilot/consulting/tell-consulting.ts';
import { tellUrgent } from '#app/domain/children/moderation/tell-moderators.ts';
import { followRegions as followSpaces } from '#app/domain/service/spaces/follow-regions.ts';
import { followRegions as followHazards } from '#app/domain/service/hazards/follow-regions.ts';
import { forgetChild as forgetHazards } from '#app/domain/service/hazards/forget-child.ts';
import { openFromInspection } from '#app/domain/service/hazards/open-from-inspection.ts';
import { tellHandlers } from '#app/domain/service/hazards/tell-hazards.ts';
import { dropEvidence as dropWalkEvidence } from '#app/domain/service/walks/drop-evidence.ts';
import { followRegions as followWalks } from '#app/domain/service/walks/follow-regions.ts';
import { dropEvidence as dropHazardEvidence } from '#app/domain/service/hazards/drop-evidence.ts';
import { dropEvidence as dropRoundEvidence } from '#app/domain/children/observers/drop-evidence.ts';
import { dropEvidence as dropMotionEvidence } from '#app/domain/children/councils/drop-evidence.ts';
import { dropEvidence as dropWorkEvidence } from '#app/domain/children/solicitations/drop-evidence.ts';
import { dropEvidence as dropSurveyEvidence } from '#app/domain/children/surveys/drop-evidence.ts';
import { releaseWords } from '#app/domain/children/suggestions/release-words.ts';
import { followProtection } from '#app/domain/children/moderation/release-item.ts';
import { followRegions as followItems } from '#app/domain/children/moderation/follow-regions.ts';
import { followRegions as followReports } from '#app/domain/children/protection/follow-regions.ts';
import { followRegions as followChildren } from '#app/domain/children/identity/follow-regions.ts';
import { followRegions as followIncidents } from '#app/domain/children/incidents/follow-regions.ts';
import { followRegions as followRetention } from '#app/domain/children/retention/follow-regions.ts';
import { tellReported } from '#app/domain/children/incidents/tell-handlers.ts';
import { lists } from './lists/all.ts';

/** 发生的事: one record, as the event's deeds see it. */
export type Happened = { recordId: string; event: string; subjectId: string; facts: Record<string, unknown>; at: string };

/** What follows an event: a deed with a name of its own, which may run again after a failure and must then do nothing twice. */
export type Deed = { event: string; job: string; run: (ctx: Ctx, happened: Happened) => Promise<string | void> };

/** 何时办何事: what follows which event. A room's consequence is one line here and calls one verb; its name has its words in `jobs` of the word files. */
export const when: readonly Deed[] = [
  { event: 'survey.round-closed', job: 'freeze-results', run: (ctx, { subjectId, facts }) => freezeResults(ctx, String(facts.regionCode), subjectId) },
  { event: 'application.submitted', job: 'count-burden', run: (ctx, { subjectId }) => countBurden(ctx, subjectId) },
  { event: 'application.returned', job: 'tell-applicants', run: (ctx, { subjectId, recordId }) => tellApplicants(ctx, subjectId, 'application-returned', recordId) },
  { event: 'application.complete', job: 'tell-applicants', run: (ctx, { subjectId, recordId }) => tellApplicants(ctx, subjectId, 'application-complete', recordId) },
  { event: 'application.accepted', job: 'tell-applicants', run: (ctx, { subjectId, recordId }) => tellApplicants(ctx, subjectId, 'application-accepted', recordId) },
  { event: 'application.declined', job: 'tell-applicants', run: (ctx, { subjectId, recordId }) => tellApplicants(ctx, subjectId, 'application-declined', recordId) },
  { event: 'notice.published', job: 'tell-notice', run: (ctx, { subjectId, recordId }) => tellNotice(ctx, subjectId, recordId) },
  { event: 'objection.received', job: 'tell-objection', run: (ctx, { subjectId, recordId }) => tellObjection(ctx, subjectId, 'objection-received', recordId) },
  { event: 'objection.appealed', job: 'tell-objection', run: (ctx, { subjectId, recordId }) => tellObjection(ctx, subjectId, 'objection-appealed', recordId) },
  { event: 'objection.replied', job: 'tell-objection', run: (ctx, { subjectId, recordId }) => tellObjection(ctx, subjectId, 'objection-replied', recordId) },
  { event: 'objection.asked', job: 'tell-asked', run: (ctx, { subjectId, facts, recordId }) => tellAsked(ctx, subjectId, facts, recordId) },
  ...(['notice.published', 'notice.corrected', 'notice.entry-removed', 'notice.entry-corrected', 'notice.entry-restored', 'notice.moved-up'] as const).map(
    (event): Deed => ({ event, job: 'print-notice', run: (ctx, { subjectId, facts }) => printNotice(ctx, subjectId, Number(facts.version)) }),
  ),
  { event: 'pilot.opened', job: 'tell-applicants', run: (ctx, { facts, recordId }) => tellApplicants(ctx, String(facts.applicationId), 'pilot-opened', recordId) },
  { event: 'letter.made', job: 'tell-applicants', run: (ctx, { subjectId, recordId }) => tellApplicants(ctx, subjectId, 'letter-made', recordId) },
  { event: 'annual-report.ordered', job: 'make-annual-report', run: (ctx, { subjectId }) => makeReport(ctx, subjectId) },
  { event: 'case.submitted', job: 'tell-case', run: (ctx, { subjectId, recordId }) => tellReviewers(ctx, subjectId, recordId) },
  { event: 'case.published', job: 'tell-case', run: (ctx, { subjectId, recordId }) => tellWriters(ctx, subjectId, 'case-published', recordId) },
  { event: 'case.returned', job: 'tell-case', run: (ctx, { subjectId, recordId }) => tellWriters(ctx, subjectId, 'case-returned', recordId) },
  { event: 'case.withdrawn', job: 'tell-case', run: (ctx, { subjectId, recordId }) => tellWriters(ctx, subjectId, 'case-withdrawn', recordId) },
  { event: 'certificate.issued', job: 'tell-holder', run: (ctx, { subjectId, recordId }) => tellHolder(ctx, subjectId, 'certificate-issued', recordId) },
  { event: 'certificate.reinstated', job: 'tell-holder', run: (ctx, { subjectId, recordId }) => tellHolder(ctx, subjectId, 'certificate-reinstated', recordId) },
  { event: 'certificate.measure-opened', job: 'tell-holder', run: (ctx, { facts, recordId }) => tellMeasure(ctx, String(facts.measureId), 'certificate-measure', recordId) },
  { event: 'certificate.measure-decided', job: 'tell-holder', run: (ctx, { facts, recordId }) => tellMeasure(ctx, String(facts.measureId), 'certificate-decided', recordId) },
  { event: 'certificate.replied', job: 'tell-certificate-office', run: (ctx, { facts, recordId }) => tellDeciders(ctx, String(facts.measureId), recordId) },
  { event: 'certificate.renewal-asked', job: 'tell-certificate-office', run: (ctx, { subjectId, recordId }) => tellRenewal(ctx, subjectId, recordId) },
  { event: 'report.asked', job: 'tell-report', run: (ctx, { subjectId, recordId }) => tellReport(ctx, subjectId, 'report-asked', recordId) },
  { event: 'report.handed-in', job: 'tell-report', run: (ctx, { subjectId, recordId }) => tellReport(ctx, subjectId, 'report-received', recordId) },
  { event: 'report.returned', job: 'tell-report', run: (ctx, { subjectId, recordId }) => tellReport(ctx, subjectId, 'report-returned', recordId) },
  { event: 'report.accepted', job: 'tell-report', run: (ctx, { subjectId, recordId }) => tellReport(ctx, subjectId, 'report-accepted', recordId) },
  { event: 'evaluation.started', job: 'tell-evaluation', run: (ctx, { subjectId, recordId }) => tellEvaluation(ctx, subjectId, 'evaluation-assigned', recordId) },
  { event: 'evaluation.evaluator-changed', job: 'tell-evaluation', run: (ctx, { subjectId, recordId }) => tellEvaluation(ctx, subjectId, 'evaluation-assigned', recordId) },
  { event: 'evaluation.sent-for-comment', job: 'tell-evaluation', run: (ctx, { subjectId, recordId }) => tellEvaluation(ctx, subjectId, 'evaluation-to-comment', recordId) },
  { event: 'evaluation.commented', job: 'tell-evaluation', run: (ctx, { subjectId, recordId }) => tellEvaluation(ctx, subjectId, 'evaluation-commented', recordId) },
  { event: 'evaluation.concluded', job: 'tell-evaluation', run: (ctx, { subjectId, recordId }) => tellEvaluation(ctx, subjectId, 'evaluation-concluded', recordId) },
  { event: 'evaluation.evaluator-set-aside', job: 'tell-evaluation', run: (ctx, { subjectId, recordId }) => tellEvaluation(ctx, subjectId, 'evaluator-set-aside', recordId) },
  { event: 'signing-key.withdrawn', job: 'sign-anew', run: signAnew },
  { event: 'notice.entry-removed', job: 'tell-applicants', run: (ctx, { facts, recordId }) => tellApplicants(ctx, String(facts.applicationId), 'entry-removed', recordId) },
  { event: 'call.extended', job: 'tell-extension', run: (ctx, { subjectId, facts, recordId }) => tellExtension(ctx, subjectId, facts, recordId) },
  { event: 'review.assigned', job: 'tell-expert', run: (ctx, { subjectId, recordId }) => tellExpert(ctx, subjectId, 'review-assigned', recordId) },
  { event: 'review.withdrawn', job: 'tell-expert', run: (ctx, { subjectId, recordId }) => tellExpert(ctx, subjectId, 'review-withdrawn', recordId) },
  ...(['visit.planned', 'visit.rescheduled', 'visit.called-off', 'visit.expert-changed', 'visit.expert-set-aside', 'visit.moved', 'visit.concluded'] as const).map(
    (event): Deed => ({ event, job: 'tell-visit', run: (ctx, { subjectId, facts, recordId }) => tellVisit(ctx, subjectId, event, facts, recordId) }),
  ),
  { event: 'panel.member-added', job: 'tell-panel', run: (ctx, { subjectId, facts, recordId }) => tellMembers(ctx, subjectId, 'panel-invited', recordId, String(facts.userId)) },
  { event: 'panel.moved', job: 'tell-panel', run: (ctx, { subjectId, recordId }) => tellMembers(ctx, subjectId, 'panel-moved', recordId) },
  { event: 'panel.cancelled', job: 'tell-panel', run: (ctx, { subjectId, recordId }) => tellMembers(ctx, subjectId, 'panel-cancelled', recordId) },
  { event: 'decision.reconsideration-opened', job: 'tell-reconsidered', run: (ctx, { subjectId, recordId }) => tellReconsidered(ctx, subjectId, 'decision-reconsidering', recordId) },
  { event: 'decision.reconsidered', job: 'tell-reconsidered', run: (ctx, { subjectId, recordId }) => tellReconsidered(ctx, subjectId, 'decision-reconsidered', recordId) },
  { event: 'review.conflict-declared', job: 'tell-conflict', run: (ctx, { subjectId, recordId }) => tellConflict(ctx, subjectId, recordId) },
  { event: 'question.asked', job: 'tell-question', run: (ctx, { subjectId, recordId }) => tellAskedQuestion(ctx, subjectId, recordId) },
  { event: 'question.forwarded', job: 'tell-question', run: (ctx, { subjectId, recordId }) => tellForwarded(ctx, subjectId, recordId) },
  { event: 'question.declined', job: 'tell-question', run: (ctx, { subjectId, recordId }) => tellDeclined(ctx, subjectId, recordId) },
  { event: 'question.answered', job: 'tell-question', run: (ctx, { subjectId, recordId }) => tellAnswered(ctx, subjectId, recordId) },
  { event: 'review.set-aside', job: 'tell-vacancy', run: (ctx, { subjectId, recordId }) => tellVacancy(ctx, subjectId, recordId) },
  { event: 'review.given-back', job: 'tell-vacancy', run: (ctx, { subjectId, recordId }) => tellVacancy(ctx, subjectId, recordId) },
  { event: 'expert.suspended', job: 'withdraw-reviews', run: (ctx, { subjectId }) => withdrawReviewsOf(ctx, subjectId) },
  { event: 'role.revoked', job: 'withdraw-reviews', run: (ctx, { subjectId }) => withdrawReviewsOf(ctx, subjectId) },
  { event: 'account.unused-warned', job: 'tell-unused', run: (ctx, { subjectId, facts, recordId }) => tellUnused(ctx, subjectId, String(facts.on), recordId) },
  { event: 'account.disabled', job: 'withdraw-reviews', run: (ctx, { subjectId }) => withdrawReviewsOf(ctx, subjectId) },
  { event: 'expert.registered', job: 'tell-standing', run: (ctx, { subjectId, recordId }) => tellStanding(ctx, subjectId, 'expert-listed', recordId) },
  { event: 'expert.verified', job: 'tell-standing', run: (ctx, { subjectId, recordId }) => tellStanding(ctx, subjectId, 'expert-verified', recordId) },
  { event: 'expert.suspended', job: 'tell-standing', run: (ctx, { subjectId, recordId }) => tellStanding(ctx, subjectId, 'expert-suspended', recordId) },
  { event: 'file.stored', job: 'scan-file', run: (ctx, { subjectId }) => scanFile(ctx, subjectId) },
  { event: 'file.quarantined', job: 'tell-malware', run: (ctx, { subjectId, recordId }) => tellMalware(ctx, subjectId, recordId) },
  { event: 'organisation.verified', job: 'tell-agents', run: (ctx, { subjectId, recordId }) => tellAgents(ctx, subjectId, recordId) },
  { event: 'region-change.applied', job: 'communities-follow-regions', run: (ctx, { subjectId }) => followCommunities(ctx, subjectId) },
  { event: 'region-change.applied', job: 'calls-follow-regions', run: (ctx, { subjectId }) => followRegions(ctx, subjectId) },
  { event: 'region-change.applied', job: 'assessments-follow-regions', run: (ctx, { subjectId }) => followAssessments(ctx, subjectId) },
  { event: 'region-change.applied', job: 'results-follow-regions', run: (ctx, { subjectId }) => followResults(ctx, subjectId) },
  { event: 'region-change.applied', job: 'evidence-follow-regions', run: (ctx, { subjectId }) => followEvidence(ctx, subjectId) },
  { event: 'organisation.rejected', job: 'tell-agents', run: (ctx, { subjectId, recordId }) => tellAgents(ctx, subjectId, recordId) },
  ...eventKinds.map((event): Deed => ({ event, job: 'push-event', run: queueDeliveries })),
  { event: 'export.ordered', job: 'write-export', run: (ctx, { subjectId }) => writeExport(ctx, lists, subjectId) },
  { event: 'figure-file.brought', job: 'check-figures', run: (ctx, { subjectId }) => checkFigureFile(ctx, subjectId) },
  { event: 'figure-file.taken', job: 'write-figures', run: (ctx, { subjectId }) => writeFigureFile(ctx, subjectId) },
  { event: 'import.accepted', job: 'run-import', run: (ctx, { subjectId }) => runImport(ctx, kinds, subjectId) },
  { event: 'plan.ordered', job: 'solve-plan', run: (ctx, { subjectId }) => solvePlan(ctx, subjectId) },
  { event: 'scores.asked', job: 'compute-scores', run: (ctx, { subjectId }) => computeScores(ctx, subjectId) },
  { event: 'plan.locked', job: 'carry-out-plan', run: (ctx, { subjectId }) => carryOutPlan(ctx, subjectId) },
  { event: 'import.undo-asked', job: 'take-back-import', run: (ctx, { subjectId }) => takeBackImport(ctx, kinds, subjectId) },
  { event: 'region-change.applied', job: 'surveys-follow-regions', run: (ctx, { subjectId }) => followSurveys(ctx, subjectId) },
  { event: 'region-change.applied', job: 'plans-follow-regions', run: (ctx, { subjectId }) => followPlans(ctx, subjectId) },
  { event: 'region-change.applied', job: 'cases-follow-regions', run: (ctx, { subjectId }) => followCases(ctx, subjectId) },
  { event: 'advice.asked', job: 'tell-consulting', run: (ctx, { subjectId, recordId }) => tellSession(ctx, subjectId, 'advice-asked', recordId) },
  { event: 'advice.arranged', job: 'tell-consulting', run: (ctx, { subjectId, recordId }) => tellSession(ctx, subjectId, 'advice-arranged', recordId) },
  ...(['advice.declined', 'advice.cancelled'] as const).map((event): Deed => ({ event, job: 'tell-consulting', run: (ctx, { subjectId, recordId }) => tellSession(ctx, subjectId, 'advice-ended', recordId) })),
  { event: 'advice.held', job: 'tell-consulting', run: (ctx, { subjectId, recordId }) => tellSession(ctx, subjectId, 'advice-held', recordId) },
  { event: 'advice.finding-answered', job: 'tell-consulting', run: (ctx, { subjectId, recordId }) => tellSession(ctx, subjectId, 'finding-answered', recordId) },
  ...(['advice.finding-closed', 'advice.finding-sent-back'] as const).map((event): Deed => ({ event, job: 'tell-consulting', run: (ctx, { subjectId, recordId }) => tellSession(ctx, subjectId, 'finding-settled', recordId) })),
  { event: 'moderation.received', job: 'tell-moderators', run: (ctx, { subjectId, facts, recordId }) => tellUrgent(ctx, subjectId, facts, recordId) },
  { event: 'child.erased', job: 'forget-child', run: (ctx, { subjectId }) => forgetChild(ctx, subjectId) },
  { event: 'file.discarded', job: 'clear-content', run: (ctx, { facts }) => clearContent(ctx, facts.keys as string[]) },
  { event: 'child-notice.published', job: 'tell-guardians', run: (ctx, { facts, recordId }) => tellGuardians(ctx, Number(facts.version), recordId) },
  { event: 'suggestion.received', job: 'tell-suggestion', run: (ctx, { subjectId, recordId }) => tellPlace(ctx, subjectId, 'suggestion-received', recordId) },
  { event: 'suggestion.reopened', job: 'tell-suggestion', run: (ctx, { subjectId, recordId }) => tellPlace(ctx, subjectId, 'suggestion-reopened', recordId) },
  { event: 'suggestion.rated', job: 'tell-suggestion', run: async (ctx, { subjectId, facts, recordId }) => (facts.wantsMore ? tellPlace(ctx, subjectId, 'suggestion-unclear', recordId) : '') },
  { event: 'moderation.concluded', job: 'follow-moderation', run: (ctx, { facts }) => followModeration(ctx, facts) },
  { event: 'child.erased', job: 'forget-works', run: (ctx, { subjectId }) => forgetWorks(ctx, subjectId) },
  { event: 'region-change.applied', job: 'solicitations-follow-regions', run: (ctx, { subjectId }) => followSolicitations(ctx, subjectId) },
  { event: 'child.erased', job: 'forget-councils', run: (ctx, { subjectId }) => forgetCouncilSeats(ctx, subjectId) },
  ...(['suggestion.answered', 'suggestion.started', 'suggestion.done', 'suggestion.rated', 'suggestion.reopened'] as const).map((event): Deed => ({ event, job: 'follow-matter', run: (ctx, { subjectId }) => followMatter(ctx, subjectId) })),
  { event: 'suggestion.merged', job: 'follow-matter', run: (ctx, { subjectId, facts }) => followMatter(ctx, subjectId, String(facts.into)) },
  ...(['council.session-called', 'council.session-moved', 'council.session-cancelled'] as const).map((event): Deed => ({ event, job: 'tell-council-session', run: (ctx, { subjectId, recordId }) => tellCouncilFamilies(ctx, subjectId, event, recordId) })),
  { event: 'child.erased', job: 'forget-rounds', run: (ctx, { subjectId }) => forgetRounds(ctx, subjectId) },
  { event: 'moderation.concluded', job: 'reword-rounds', run: (ctx, { facts }) => followRoundReading(ctx, facts) },
  { event: 'region-change.applied', job: 'rounds-follow-regions', run: (ctx, { subjectId }) => followRounds(ctx, subjectId) },
  { event: 'moderation.concluded', job: 'reword-councils', run: (ctx, { facts }) => followCouncilReading(ctx, facts) },
  { event: 'region-change.applied', job: 'councils-follow-regions', run: (ctx, { subjectId }) => followCouncils(ctx, subjectId) },
  { event: 'region-change.applied', job: 'suggestions-follow-regions', run: (ctx, { subjectId }) => followSuggestions(ctx, subjectId) },
  { event: 'space.inspected', job: 'open-tickets', run: (ctx, { facts }) => openFromInspection(ctx, String(facts.regionCode), String(facts.inspectionId)) },
  { event: 'hazard.reported', job: 'tell-hazard', run: (ctx, { subjectId, facts, recordId }) => tellHandlers(ctx, subjectId, facts, recordId) },
  { event: 'child.erased', job: 'forget-hazards-of-child', run: (ctx, { subjectId }) => forgetHazards(ctx, subjectId) },
  { event: 'region-change.applied', job: 'spaces-follow-regions', run: (ctx, { subjectId }) => followSpaces(ctx, subjectId) },
  { event: 'region-change.applied', job: 'hazards-follow-regions', run: (ctx, { subjectId }) => followHazards(ctx, subjectId) },
  { event: 'region-change.applied', job: 'walks-follow-regions', run: (ctx, { subjectId }) => followWalks(ctx, subjectId) },
  { event: 'protection.hold-ended', job: 'release-evidence', run: (ctx, { facts }) => followProtection(ctx, facts) },
  { event: 'moderation.released', job: 'release-suggestions', run: (ctx, { facts }) => releaseWords(ctx, facts) },
  { event: 'moderation.released', job: 'drop-evidence-of-works', run: (ctx, { facts }) => dropWorkEvidence(ctx, facts) },
  { event: 'moderation.released', job: 'drop-evidence-of-motions', run: (ctx, { facts }) => dropMotionEvidence(ctx, facts) },
  { event: 'moderation.released', job: 'drop-evidence-of-rounds', run: (ctx, { facts }) => dropRoundEvidence(ctx, facts) },
  { event: 'moderation.released', job: 'drop-evidence-of-surveys', run: (ctx, { facts }) => dropSurveyEvidence(ctx, facts) },
  { event: 'moderation.released', job: 'drop-evidence-of-hazards', run: (ctx, { facts }) => dropHazardEvidence(ctx, facts) },
  { event: 'moderation.released', job: 'drop-evidence-of-walks', run: (ctx, { facts }) => dropWalkEvidence(ctx, facts) },
  { event: 'region-change.applied', job: 'children-follow-regions', run: (ctx, { subjectId }) => followChildren(ctx, subjectId) },
  { event: 'region-change.applied', job: 'protection-follows-regions', run: (ctx, { subjectId }) => followReports(ctx, subjectId) },
  { event: 'region-change.applied', job: 'moderation-follows-regions', run: (ctx, { subjectId }) => followItems(ctx, subjectId) },
  { event: 'consent.withdrawn', job: 'end-shares', run: async (ctx, { facts }) => (facts.purpose === 'sharing' ? endWithdrawn(ctx) : '') },
  { event: 'region-change.applied', job: 'impacts-follow-regions', run: (ctx, { subjectId }) => followImpacts(ctx, subjectId) },
  { event: 'region-change.applied', job: 'shares-follow-regions', run: (ctx, { subjectId }) => followShares(ctx, subjectId) },
  { event: 'incident.reported', job: 'tell-incident', run: (ctx, { subjectId, recordId }) => tellReported(ctx, subjectId, recordId) },
  { event: 'region-change.applied', job: 'incidents-follow-regions', run: (ctx, { subjectId }) => followIncidents(ctx, subjectId) },
  { event: 'region-change.applied', job: 'retention-follows-regions', run: (ctx, { subjectId }) => followRetention(ctx, subjectId) },
  { event: 'region-change.applied', job: 'figures-follow-regions', run: (ctx, { subjectId }) => followFigures(ctx, subjectId) },
  { event: 'region-change.applied', job: 'sheets-follow-regions', run: (ctx, { subjectId }) => followSheets(ctx, subjectId) },
  { event: 'region-change.applied', job: 'alerts-follow-regions', run: (ctx, { subjectId }) => followAlerts(ctx, subjectId) },
  { event: 'survey.results-written', job: 'take-surveys', run: (ctx, { facts }) => takeSurveys(ctx, String(facts.regionCode), String(facts.closedOn)) },
  { event: 'survey.quarter-pooled', job: 'take-surveys', run: (ctx, { subjectId }) => takePooled(ctx, subjectId) },
  ...factEvents.map((event): Deed => ({ event, job: 'take-facts', run: (ctx, { recordId }) => takeAfter(ctx, event, recordId) })),
  { event: 'collection.opened', job: 'tell-collection', run: (ctx, { subjectId, recordId }) => tellOpened(ctx, subjectId, recordId) },
  { event: 'collection.returned', job: 'tell-collection', run: (ctx, { subjectId, recordId }) => tellReturned(ctx, subjectId, recordId) },
  { event: 'collection.reopened', job: 'tell-collection', run: (ctx, { subjectId, recordId }) => tellReturned(ctx, subjectId, recordId) },
  ...searchDeeds,
];
