import type { Verb } from '#app/domain/base/accounts/access.ts';
import { confirmInvitation } from '#app/domain/base/accounts/confirm-invitation.ts';
import { disableAccount } from '#app/domain/base/accounts/disable-account.ts';
import { enableAccount } from '#app/domain/base/accounts/enable-account.ts';
import { endSessionsOf } from '#app/domain/base/accounts/end-sessions.ts';
import { grantRole } from '#app/domain/base/accounts/grant-role.ts';
import { invite } from '#app/domain/base/accounts/invite.ts';
import { getAccount } from '#app/domain/base/accounts/read.ts';
import { resetPassword } from '#app/domain/base/accounts/reset-password.ts';
import { resetSecondFactor } from '#app/domain/base/accounts/reset-second-factor.ts';
import { revokeInvitation } from '#app/domain/base/accounts/revoke-invitation.ts';
import { revokeRole } from '#app/domain/base/accounts/revoke-role.ts';
import { waitingPilots } from '#app/domain/public/statistics/waiting-pilots.ts';
import { clearDay } from '#app/domain/base/calendar/clear-day.ts';
import { setDays } from '#app/domain/base/calendar/set-days.ts';
import { discardExport } from '#app/domain/base/exports/discard.ts';
import { getOwnExport } from '#app/domain/base/exports/read.ts';
import { acceptImport, discardImport } from '#app/domain/base/imports/settle.ts';
import { getOwnImport } from '#app/domain/base/imports/read.ts';
import { takeBackImport } from '#app/domain/base/imports/run.ts';
import { openMessage } from '#app/domain/base/inbox/open-message.ts';
import { ownFile } from '#app/domain/base/files/read.ts';
import { endWebhook, pauseWebhook, replayDelivery, resumeWebhook, rotateSecret } from '#app/domain/base/interfaces/keep-webhook.ts';
import { makeSystemToken, makeToken } from '#app/domain/base/interfaces/make-token.ts';
import { makeWebhook } from '#app/domain/base/interfaces/make-webhook.ts';
import { getSystem, registerSystem } from '#app/domain/base/interfaces/register-system.ts';
import { revokeToken } from '#app/domain/base/interfaces/revoke-token.ts';
import { uploadedFile } from '#app/domain/base/interfaces/upload-file.ts';
import { getWebhook, listDeliveries } from '#app/domain/base/interfaces/webhooks.ts';
import { resendDelivery } from '#app/domain/base/notifications/resend.ts';
import { editTemplate } from '#app/domain/base/notifications/templates.ts';
import { addAgent } from '#app/domain/base/organisations/add-agent.ts';
import { editOrganisation } from '#app/domain/base/organisations/edit.ts';
import { endAgent } from '#app/domain/base/organisations/end-agent.ts';
import { OrganisationInput } from '#app/domain/base/organisations/input.ts';
import { getOrganisation } from '#app/domain/base/organisations/read.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { takeBackOrganisation } from '#app/domain/base/organisations/take-back.ts';
import { verifyOrganisation } from '#app/domain/base/organisations/verify.ts';
import { confirmChange, undoChange } from '#app/domain/base/region-changes/confirm.ts';
import { proposeChange } from '#app/domain/base/region-changes/propose.ts';
import { publishEdition } from '#app/domain/base/standard/publish-edition.ts';
import { attachPaper, removePaper } from '#app/domain/pilot/applications/attach-paper.ts';
import { completeCheck, returnApplication } from '#app/domain/pilot/applications/check-completeness.ts';
import { openPaper } from '#app/domain/pilot/applications/open-paper.ts';
import { applicationHistory, getApplication, getForm, getSelfCheck, listSubmissions, othersSaving } from '#app/domain/pilot/applications/read.ts';
import { standingReceipt } from '#app/domain/pilot/applications/receipts.ts';
import { remindApplicant } from '#app/domain/pilot/applications/remind-applicant.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import { saveSelfCheck } from '#app/domain/pilot/applications/save-self-check.ts';
import { saveVerdict } from '#app/domain/pilot/applications/save-verdict.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { getHanded, getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { wholeApplication } from '#app/domain/pilot/applications/whole-application.ts';
import { withdrawApplication } from '#app/domain/pilot/applications/withdraw.ts';
import { editCall } from '#app/domain/pilot/calls/edit-call.ts';
import { extendCall } from '#app/domain/pilot/calls/extend-call.ts';
import { publishCall } from '#app/domain/pilot/calls/publish-call.ts';
import { saveAwardLevel } from '#app/domain/pilot/certification/award-levels.ts';
import { previewIssue } from '#app/domain/pilot/certification/candidates.ts';
import { decideMeasure, reinstateCertificate } from '#app/domain/pilot/certification/decide-measure.ts';
import { issueCertificate } from '#app/domain/pilot/certification/issue.ts';
import { openMeasure } from '#app/domain/pilot/certification/open-measure.ts';
import { certificateAtDesk, certificatesOf } from '#app/domain/pilot/certification/read.ts';
import { askRenewal, renewCertificate } from '#app/domain/pilot/certification/renew.ts';
import { openMeasurePaper, replyToMeasure } from '#app/domain/pilot/certification/reply.ts';
import { rotateKey, withdrawKey } from '#app/domain/pilot/certification/rotate-key.ts';
import { proposeAdvice, saveAdvice } from '#app/domain/pilot/panels/advice.ts';
import { addItems, propose, removeItem } from '#app/domain/pilot/panels/agenda.ts';
import { decideExplained } from '#app/domain/pilot/panels/decide-explained.ts';
import { decideTogether } from '#app/domain/pilot/panels/decide-together.ts';
import { addMember, notePresence, removeMember } from '#app/domain/pilot/panels/members.ts';
import { minutesDocument } from '#app/domain/pilot/panels/minutes-document.ts';
import { cancelMeeting, editMeeting, openMeeting, planMeeting } from '#app/domain/pilot/panels/plan-meeting.ts';
import { getRanking } from '#app/domain/pilot/panels/ranking.ts';
import { setRankingRule } from '#app/domain/pilot/panels/ranking-rule.ts';
import { explanationForOffice } from '#app/domain/pilot/panels/read-explanation.ts';
import { getMeeting } from '#app/domain/pilot/panels/read.ts';
import { concludeReconsideration, openReconsideration } from '#app/domain/pilot/panels/reconsider.ts';
import { closeSecondRound } from '#app/domain/pilot/panels/close-second-round.ts';
import { openSecondRound } from '#app/domain/pilot/panels/second-round.ts';
import { signMinutes } from '#app/domain/pilot/panels/sign-minutes.ts';
import { castVote, recheckSeats, recuse } from '#app/domain/pilot/panels/vote.ts';
import { makeLetter } from '#app/domain/pilot/letters/make-letter.ts';
import { letterDocument } from '#app/domain/pilot/letters/read.ts';
import { saveTemplate } from '#app/domain/pilot/letters/save-template.ts';
import { filledForm, handedForm } from '#app/domain/pilot/paper-forms/forms.ts';
import { takeImport, undoImport } from '#app/domain/pilot/paper-forms/take-import.ts';
import { declareTie } from '#app/domain/pilot/conflicts/declare-tie.ts';
import { liftTie } from '#app/domain/pilot/conflicts/lift-tie.ts';
import { recordTie } from '#app/domain/pilot/conflicts/record-tie.ts';
import { absenceOver, sayAway } from '#app/domain/pilot/experts/away.ts';
import { recordTraining } from '#app/domain/pilot/experts/record-training.ts';
import { setLanguages } from '#app/domain/pilot/experts/set-languages.ts';
import { setTerm } from '#app/domain/pilot/experts/set-term.ts';
import { signAgreement } from '#app/domain/pilot/experts/sign-agreement.ts';
import { suspendExpert, verifyExpert } from '#app/domain/pilot/experts/verify-expert.ts';
import { answerQuestion } from '#app/domain/pilot/questions/answer.ts';
import { askApplicant } from '#app/domain/pilot/questions/ask.ts';
import { forwardQuestion } from '#app/domain/pilot/questions/handle.ts';
import { listForApplicant, listForOffice, listForReviewer } from '#app/domain/pilot/questions/read.ts';
import { makeRedacted, removeRedacted } from '#app/domain/pilot/redaction/redact.ts';
import { openRedacted } from '#app/domain/pilot/redaction/read.ts';
import { acceptAssignment, declareConflict } from '#app/domain/pilot/review/answer-assignment.ts';
import { keepPairs, putPair, takePair } from '#app/domain/pilot/assigning/change-pairs.ts';
import { discardPlan } from '#app/domain/pilot/assigning/discard-plan.ts';
import { PlanInput } from '#app/domain/pilot/assigning/input.ts';
import { askScores } from '#app/domain/pilot/scoring/ask-scores.ts';
import { scoresAtDesk } from '#app/domain/pilot/scoring/at-desk.ts';
import { publishScores } from '#app/domain/pilot/scoring/publish-scores.ts';
import { lockPlan } from '#app/domain/pilot/assigning/lock-plan.ts';
import { orderAgain, orderPlan } from '#app/domain/pilot/assigning/order-plan.ts';
import { getPlan, listPlans } from '#app/domain/pilot/assigning/read.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { decide } from '#app/domain/pilot/review/decide.ts';
import { editExpert, removeExpert } from '#app/domain/pilot/experts/edit-expert.ts';
import { getMyMarks } from '#app/domain/pilot/review/my-marks.ts';
import { getMyReview, openReviewPaper } from '#app/domain/pilot/review/my-reviews.ts';
import { makeOfflineForm } from '#app/domain/pilot/review/offline-form.ts';
import { previewOffline } from '#app/domain/pilot/review/preview-offline.ts';
import { discardRubric, draftRubric } from '#app/domain/pilot/rubrics/draft.ts';
import { editRubric } from '#app/domain/pilot/rubrics/edit-rubric.ts';
import { publishRubric } from '#app/domain/pilot/rubrics/publish-rubric.ts';
import { getReviewTable } from '#app/domain/pilot/review/read.ts';
import { registerExpert } from '#app/domain/pilot/experts/register-expert.ts';
import { saveScores, submitReview } from '#app/domain/pilot/review/score.ts';
import { withdrawAssignment } from '#app/domain/pilot/review/withdraw-assignment.ts';
import { kinds } from '#app/jobs/imports/all.ts';
import { retryJob } from '#app/jobs/retry.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { attested, candidatesOf } from '#tests/reviews.ts';
import { baohe, binhu } from '#tests/world.ts';
import { childrenDeeds } from './children-deeds.ts';
import { cityDeeds } from './city-deeds.ts';
import { warningDeeds } from './warning-deeds.ts';
import { noticeDeeds } from './notice-deeds.ts';
import { libraryDeeds } from './library-deeds.ts';
import type { There } from './there.ts';
import { visitDeeds } from './visit-deeds.ts';
import { evaluationDeeds } from './evaluation-deeds.ts';
import { workDeeds } from './work-deeds.ts';

/** 一件事 done to one row there; `right` is the kind of row it is meant for. */
export type Deed = { name: string; right: keyof There; run: (ctx: Ctx, id: string, there: There) => Promise<unknown> };

const deed = (right: keyof There, run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';
const planSettings = PlanInput.parse({ reviewsPerApplication: '2', mostLoad: '5' });
const meeting = { title: why, heldOn: '2026-09-10', heldAt: '14:00', place: why, isRemote: true, quorum: 2 };
const organisation = OrganisationInput.parse({ kind: 'community', name: why, regionCode: baohe, contactName: '王宁', contactPhone: '13900000079' });
const scores = { marks: [], revision: 0 } as never;
const verdict = { item: 'auto:required', verdict: 'pass', reason: '', round: 1, revision: 0 } as never;

/** 每个动词的事: whatever can be done to a row under each verb of the access table; a verb without one is an error of types. */
export const deeds = {
  'account.list': [deed('person', getAccount)],
  'account.invite': [deed('invitation', revokeInvitation), deed('person', (ctx) => invite(ctx, { name: why, contact: 'x@example.cn', role: 'expert', regionCode: baohe }))],
  'account.disable': [deed('person', (ctx, id) => disableAccount(ctx, id, why)), deed('person', enableAccount), deed('person', endSessionsOf)],
  'account.reset': [deed('person', (ctx, id) => resetPassword(ctx, id, why)), deed('person', (ctx, id) => resetSecondFactor(ctx, id, why))],
  'role.grant': [deed('person', (ctx, id) => grantRole(ctx, id, { role: 'expert', regionCode: baohe, organisationId: undefined })), deed('invitation', confirmInvitation)],
  'role.revoke': [deed('grant', (ctx, id, there) => revokeRole(ctx, there.person, id))],
  'records.read': [],
  'jobs.read': [],
  'jobs.retry': [deed('message', retryJob)],
  'interface.list': [deed('system', getSystem), deed('webhook', getWebhook), deed('webhook', (ctx, id) => listDeliveries(ctx, id))],
  'interface.manage': [
    deed('webhook', endWebhook), deed('webhook', pauseWebhook), deed('webhook', resumeWebhook), deed('webhook', rotateSecret), deed('delivery', (ctx, id, there) => replayDelivery(ctx, there.webhook, id)), deed('token', revokeToken),
    deed('system', (ctx, id) => makeSystemToken(ctx, id, { name: why, verbs: ['application.read'], regionCode: baohe, organisationId: undefined, days: 30, perMinute: 60 })),
    deed('system', (ctx) => makeToken(ctx, { name: why, verbs: ['application.read'], regionCode: baohe, organisationId: undefined, days: 30 })),
    deed('system', (ctx) => registerSystem(ctx, { name: why, purpose: why, contact: why, regionCode: baohe })),
    deed('webhook', (ctx) => makeWebhook(ctx, { name: why, url: 'https://receiver.example', events: ['application.submitted'], regionCode: baohe })),
  ],
  'delivery.read': [],
  'delivery.resend': [deed('notification', resendDelivery)],
  'template.edit': [deed('letter', (ctx) => editTemplate(ctx, 'application-returned', 'zh-CN', { subject: why, body: why, short: why }))],
  'region.change': [
    deed('regionChange', confirmChange), deed('regionChange', undoChange),
    deed('regionChange', (ctx) => proposeChange(ctx, { effectiveOn: '2027-01-01', source: why, lines: `更名\t${baohe}\t包河区\t${baohe}\t新区` })),
  ],
  'calendar.edit': [deed('notice', (ctx) => clearDay(ctx, '2026-10-01')), deed('notice', (ctx) => setDays(ctx, [], why))],
  'organisation.register': [deed('organisation', (ctx, id) => editOrganisation(ctx, id, organisation)), deed('organisation', (ctx) => registerOrganisation(ctx, organisation)), deed('organisation', getOrganisation)],
  'organisation.verify': [
    deed('organisation', (ctx, id) => verifyOrganisation(ctx, id, { verdict: 'verified', revision: 0, note: '' })), deed('organisation', (ctx, id) => addAgent(ctx, id, { login: 'resident' })),
    deed('organisation', (ctx, id, there) => endAgent(ctx, id, there.agent)),
  ],
  'organisation.list': [deed('organisation', getOrganisation)],
  'organisation.import': [deed('organisation', takeBackOrganisation), deed('import', getOwnImport), deed('import', (ctx, id) => acceptImport(ctx, kinds, id, 'all')), deed('import', (ctx, id) => discardImport(ctx, kinds, id)), deed('import', (ctx, id) => takeBackImport(ctx, kinds, id))],
  'list.export': [deed('export', getOwnExport), deed('export', discardExport)],
  'standard.publish': [deed('edition', publishEdition)],
  'rubric.edit': [
    deed('edition', (ctx, id) => draftRubric(ctx, { zh: why, en: why, effectiveFrom: '2027-01-01', editionId: id, level: 'norm', basedOn: '' })), deed('rubric', discardRubric),
    deed('rubric', (ctx, id) => editRubric(ctx, id, { zh: why, en: why, note: '', noteEn: '', effectiveFrom: '2027-01-01', revision: 0, passMark: null, borderline: 0, minimumSample: 6, must: [], weights: {}, negativeList: [] })),
  ],
  'rubric.publish': [deed('rubric', publishRubric)],
  'call.edit': [
    deed('draftCall', (ctx, id) => setRankingRule(ctx, id, { steps: [], sectionId: '', spread: 'city', mostPerRegion: null, mustRulesStop: false, decimals: 2, seed: why })),
    deed('draftCall', (ctx, id) => editCall(ctx, id, { regionCode: baohe, title: why } as never)),
  ],
  'call.publish': [deed('draftCall', publishCall), deed('call', (ctx, id) => extendCall(ctx, id, { closesOn: '2026-12-31', reason: why }))],
  'application.start': [deed('call', (ctx, id) => startDraft(ctx, { callId: id, regionCode: binhu }))],
  'application.read': [
    ...[getApplication, getForm, getSelfCheck, listSubmissions, othersSaving, applicationHistory, wholeApplication, standingReceipt].map((read) => deed('draft', (ctx, id) => read(ctx, id))),
    deed('file', (ctx, id, there) => openPaper(ctx, there.draft, id)), deed('file', ownFile), deed('file', uploadedFile), deed('message', openMessage),
    deed('letter', (ctx, id, there) => letterDocument(ctx, there.returned, id, 'docx')), deed('draft', (ctx, id) => filledForm(ctx, id, 'xlsx', 'http://localhost')),
  ],
  'application.fill': [
    deed('draft', (ctx, id) => saveSection(ctx, id, { answers: [{ questionId: 'unit-name', value: why, bases: [0] }] })), deed('draft', (ctx, id) => saveSelfCheck(ctx, id, { selfCheck: [] })),
    deed('draft', (ctx, id, there) => attachPaper(ctx, id, { paper: 'attachment', fileId: there.file })), deed('draft', (ctx, id, there) => removePaper(ctx, id, { paper: 'sealed-opinion', fileId: there.file })),
    deed('draft', (ctx, id) => takeImport(ctx, id, { answers: [] } as never)), deed('draft', (ctx, id, there) => undoImport(ctx, id, there.import)),
  ],
  'application.submit': [deed('draft', (ctx, id) => submitApplication(ctx, id, {} as never))],
  'application.withdraw': [deed('submitted', withdrawApplication)],
  'application.queue': [deed('submitted', getSubmitted), deed('submitted', getHanded), deed('submitted', (ctx, id) => handedForm(ctx, id, 'docx', 'http://localhost'))],
  'application.check': [deed('submitted', (ctx, id) => saveVerdict(ctx, id, verdict)), deed('submitted', (ctx, id) => completeCheck(ctx, id, { round: 1 })), deed('submitted', (ctx, id) => returnApplication(ctx, id, { round: 1 }))],
  'application.remind': [deed('returned', remindApplicant)],
  'recommendation.read': [],
  'expert.register': [
    deed('expert', (ctx, id) => recordTraining(ctx, id, { trainedOn: '2026-08-01', training: why })), deed('expert', (ctx, id) => setTerm(ctx, id, { termFrom: null, termUntil: null, maxLoad: 3 })),
    deed('expert', (ctx, id) => editExpert(ctx, id, { fields: ['education'], regionCode: baohe } as never)), deed('expert', removeExpert),
    deed('expert', (ctx) => registerExpert(ctx, { account: 'resident', fields: ['education'], regionCode: baohe, title: '', employer: '', note: '' } as never)),
  ],
  'expert.verify': [deed('expert', verifyExpert), deed('expert', (ctx, id) => suspendExpert(ctx, id, { reason: why }))],
  'expert.self': [
    deed('absence', absenceOver), deed('expert', (ctx) => sayAway(ctx, { fromOn: '2026-09-10', untilOn: '2026-09-12', note: why })), deed('expert', (ctx) => signAgreement(ctx, { version: '2026-1', name: why })),
    deed('expert', (ctx) => setLanguages(ctx, { languages: ['en'] })), deed('expert', (ctx) => declareTie(ctx, { kind: 'family', regionCode: baohe, organisationName: '', reason: why })),
  ],
  'conflict.record': [deed('expert', (ctx, id) => recordTie(ctx, id, { kind: 'sponsor-tie', regionCode: baohe, organisationName: '', reason: why })), deed('tie', (ctx, id) => liftTie(ctx, id, { reason: why.repeat(2) }))],
  'review.assign': [deed('complete', (ctx, id, there) => assignExpert(ctx, id, { expertId: there.expert, dueOn: '2026-09-20' })), deed('assignment', (ctx, id, there) => withdrawAssignment(ctx, there.complete, id)), deed('complete', (ctx, id) => candidatesOf(ctx, id)),
    deed('complete', (ctx, id) => closeSecondRound(ctx, id, { closeReason: why })),
    deed('complete', (ctx, id, there) => openSecondRound(ctx, id, { ground: 'other', reason: why, counting: 'both', wanted: 1, dueOn: '', expertIds: [there.expert] })),
    deed('call', (ctx, id) => orderPlan(ctx, id, planSettings)), deed('call', (ctx, id, there) => listPlans(ctx, id, there.plan)), deed('plan', getPlan), deed('plan', (ctx, id) => orderAgain(ctx, id, planSettings)),
    deed('plan', (ctx, id, there) => putPair(ctx, id, { applicationId: there.complete, expertId: there.expert, inPlaceOf: '', revision: 0 })), deed('plan', (ctx, id, there) => takePair(ctx, id, { applicationId: there.complete, expertId: there.expert, revision: 0 })),
    deed('plan', (ctx, id) => keepPairs(ctx, id, { applicationId: '', expertId: '', isLocked: true })), deed('plan', (ctx, id) => lockPlan(ctx, id, 0)), deed('plan', discardPlan),
  ],
  'review.table': [deed('complete', getReviewTable)],
  'review.score': [
    deed('assignment', getMyReview), deed('assignment', (ctx, id) => acceptAssignment(ctx, id, attested)), deed('assignment', (ctx, id) => declareConflict(ctx, id, { reason: why })), deed('assignment', (ctx, id) => saveScores(ctx, id, scores)),
    deed('assignment', (ctx, id) => submitReview(ctx, id, scores)), deed('assignment', (ctx, id, there) => openReviewPaper(ctx, id, there.file)),
    deed('assignment', getMyMarks), deed('assignment', makeOfflineForm), deed('assignment', (ctx, id) => previewOffline(ctx, id, { name: 'x.xlsx', content: new Uint8Array() })),
  ],
  'panel.edit': [
    deed('call', (ctx, id) => planMeeting(ctx, id, meeting)), deed('panel', (ctx, id) => editMeeting(ctx, id, meeting)), deed('panel', (ctx, id) => cancelMeeting(ctx, id, { reason: why })), deed('panel', openMeeting),
    deed('panel', (ctx, id) => addMember(ctx, id, { account: 'resident', role: 'member' })), deed('panel', (ctx, id) => removeMember(ctx, id, 'resident')), deed('panel', (ctx, id) => notePresence(ctx, id, { userId: 'resident', isPresent: true })),
    deed('panel', (ctx, id, there) => addItems(ctx, id, [there.complete])), deed('panelItem', removeItem), deed('panelItem', (ctx, id) => propose(ctx, id, { proposal: 'accepted', clearsNegative: false, discussion: why })), deed('panel', recheckSeats),
  ],
  'panel.sit': [
    deed('panel', getMeeting), deed('panelItem', (ctx, id) => castVote(ctx, id, { userId: ctx.actor.id, vote: 'for' })), deed('panelItem', (ctx, id) => recuse(ctx, id, { userId: ctx.actor.id, reason: why })),
    deed('panel', (ctx, id) => signMinutes(ctx, id, { hash: '' })), deed('panel', (ctx, id) => minutesDocument(ctx, id, 'pdf')),
  ],
  'paper.redact': [deed('complete', (ctx, id, there) => makeRedacted(ctx, id, there.file)), deed('complete', (ctx, id, there) => removeRedacted(ctx, id, there.file)), deed('complete', (ctx, id, there) => openRedacted(ctx, id, there.file))],
  'question.ask': [deed('assignment', (ctx, id) => askApplicant(ctx, id, { text: why })), deed('assignment', listForReviewer)],
  'question.handle': [deed('complete', (ctx, id, there) => forwardQuestion(ctx, id, there.assignment, { text: why, dueOn: '2026-12-01' })), deed('complete', listForOffice)],
  'question.answer': [deed('complete', (ctx, id, there) => answerQuestion(ctx, id, { questionId: there.assignment, text: why, fileIds: [] })), deed('complete', listForApplicant)],
  'review.decide': [
    deed('complete', (ctx, id) => decideExplained(ctx, id, { outcome: 'accepted', reason: why })), deed('complete', (ctx, id) => saveAdvice(ctx, id, { revision: 0, strengths: why, bySection: {} })), deed('complete', proposeAdvice),
    deed('accepted', (ctx, id) => openReconsideration(ctx, id, { ground: 'error', reason: why })), deed('accepted', (ctx, id) => concludeReconsideration(ctx, id, { outcome: 'declined', reason: why })), deed('call', getRanking),
    deed('call', (ctx, id) => decideTogether(ctx, id, { hash: '', accept: [], decline: [], acceptReason: why, declineReason: why })), deed('accepted', explanationForOffice), deed('complete', (ctx, id) => decide(ctx, id, { outcome: 'accepted', reason: why } as never)),
  ],
  'score.run': [deed('call', (ctx, id) => askScores(ctx, id, { round: 1 })), deed('call', (ctx, id) => scoresAtDesk(ctx, id, { round: 1 }))],
  'score.publish': [deed('scoring', publishScores)],
  'letter.edit-template': [deed('letter', (ctx) => saveTemplate(ctx, { kind: 'return', version: 0 } as never))],
  'award-level.edit': [deed('certificate', (ctx) => saveAwardLevel(ctx, 'pilot', { effectiveFrom: '2027-01-01' } as never))],
  'certificate.read': [deed('certificate', certificateAtDesk), deed('certified', certificatesOf), deed('measure', (ctx, id, there) => openMeasurePaper(ctx, id, there.file))],
  'certificate.issue': [
    deed('certificate', renewCertificate), deed('accepted', (ctx, id, there) => issueCertificate(ctx, there.notice, id, 'pilot', null)), deed('notice', (ctx, id) => previewIssue(ctx, id, 'pilot')),
  ],
  'certificate.measure': [deed('certificate', (ctx, id) => openMeasure(ctx, id, { kind: 'withdraw', to: '', grounds: why, isInterim: true }))],
  'certificate.decide': [deed('measure', (ctx, id) => decideMeasure(ctx, id, { outcome: 'taken', reason: why })), deed('certificate', (ctx, id) => reinstateCertificate(ctx, id, why))],
  'certificate.answer': [deed('measure', (ctx, id) => replyToMeasure(ctx, id, { reply: why, fileIds: [] })), deed('certificate', (ctx, id) => askRenewal(ctx, id, why))],
  'signing-key.rotate': [deed('certificate', (ctx) => rotateKey(ctx, why)), deed('certificate', (ctx, id) => withdrawKey(ctx, id, why))],
  ...visitDeeds,
  ...workDeeds,
  ...evaluationDeeds,
  ...noticeDeeds,
  ...libraryDeeds,
  ...childrenDeeds,
  ...cityDeeds,
  ...warningDeeds,
  'statistics.read': [deed('call', async (ctx) => (await waitingPilots(ctx, { region: baohe, year: 2026, stream: 'self' })).rows)],
  'letter.make': [deed('returned', (ctx, id) => makeLetter(ctx, id, 'return'))],
} satisfies Record<Verb, Deed[]>;
