import { askDue } from '#app/domain/base/communities/told.ts';
import { addFinding, answerFinding, findingToTask, judgeFinding } from '#app/domain/pilot/consulting/findings.ts';
import { adoptPlan, closePlan } from '#app/domain/pilot/consulting/adopt-plan.ts';
import { advisersFor } from '#app/domain/pilot/consulting/advisers.ts';
import { arrangeSession, endSession } from '#app/domain/pilot/consulting/arrange-session.ts';
import { askAdvice } from '#app/domain/pilot/consulting/ask-advice.ts';
import { editPlan, removeGoal, saveGoal } from '#app/domain/pilot/consulting/edit-plan.ts';
import { listPlans as listConstructionPlans } from '#app/domain/pilot/consulting/list-plans.ts';
import { planDocument } from '#app/domain/pilot/consulting/plan-document.ts';
import { findPlan } from '#app/domain/pilot/consulting/read.ts';
import { addTask, moveTask, removeTask, saveTask } from '#app/domain/pilot/consulting/save-task.ts';
import { findingsOf, getSession, listSessions, sessionsOf } from '#app/domain/pilot/consulting/sessions.ts';
import { setTaskState } from '#app/domain/pilot/consulting/set-task-state.ts';
import { startPlan } from '#app/domain/pilot/consulting/start-plan.ts';
import { suggestNext } from '#app/domain/pilot/consulting/suggest.ts';
import { takeCase } from '#app/domain/pilot/consulting/take-case.ts';
import { takeSuggestion } from '#app/domain/pilot/consulting/take-suggestion.ts';
import { writeMinutes } from '#app/domain/pilot/consulting/write-minutes.ts';
import { concludeEvaluation } from '#app/domain/pilot/evaluation/conclude.ts';
import { removeEntry } from '#app/domain/pilot/evaluation/enter.ts';
import { evaluationDocument } from '#app/domain/pilot/evaluation/evaluation-document.ts';
import { commentOn, sendBack, sendForComment } from '#app/domain/pilot/evaluation/hear.ts';
import { SaveDraftInput } from '#app/domain/pilot/evaluation/input.ts';
import { commentsDue } from '#app/domain/pilot/evaluation/due.ts';
import { evaluationsOf, getEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { saveDraft } from '#app/domain/pilot/evaluation/save-draft.ts';
import { getEvaluationSettings } from '#app/domain/pilot/evaluation/settings.ts';
import { drawSpotCheck, enterSpotFinding, publishSpotCheck } from '#app/domain/pilot/evaluation/spot-check.ts';
import { getSpotCheck } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { changeEvaluator, evaluatorsFor, startEvaluation } from '#app/domain/pilot/evaluation/start.ts';
import { checkReport } from '#app/domain/pilot/progress-reports/check-report.ts';
import { getReportForm } from '#app/domain/pilot/progress-reports/form-in-force.ts';
import { handInReport } from '#app/domain/pilot/progress-reports/hand-in.ts';
import { progressReportsDue } from '#app/domain/pilot/progress-reports/due.ts';
import { getReport, reportsOf } from '#app/domain/pilot/progress-reports/read.ts';
import { refreshReport } from '#app/domain/pilot/progress-reports/refresh.ts';
import { reportDocument } from '#app/domain/pilot/progress-reports/report-document.ts';
import { saveReportAnswers } from '#app/domain/pilot/progress-reports/save-answers.ts';
import { baohe, binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';
const theirSpan = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const theirTask = { title: why, details: '', owner: '', partner: '', startsOn: '2026-01-01', dueOn: '2026-02-01', cost: null, rules: [], goalId: null };

/** 建设计划、咨询、进展报告和评估的事 under their verbs. */
export const evaluationDeeds = {
  'plan.edit': [
    deed('construction', (ctx) => findPlan(ctx, binhu)), deed('construction', (ctx) => planDocument(ctx, binhu, 'xlsx')), deed('construction', (ctx) => suggestNext(ctx, binhu)),
    deed('construction', (ctx) => startPlan(ctx, '340111002', { aim: why, ...theirSpan, rules: [] })), deed('construction', (ctx) => editPlan(ctx, binhu, { aim: why, ...theirSpan })),
    deed('construction', (ctx, id) => saveGoal(ctx, binhu, id, { title: why, measure: '' })), deed('construction', (ctx, id) => removeGoal(ctx, binhu, id)),
    deed('task', (ctx) => addTask(ctx, binhu, theirTask)), deed('task', (ctx, id) => saveTask(ctx, binhu, id, theirTask)), deed('task', (ctx, id) => moveTask(ctx, binhu, id, 'up')), deed('task', (ctx, id) => removeTask(ctx, binhu, id)),
    deed('task', (ctx, id) => setTaskState(ctx, binhu, id, { state: 'done', outcome: why, spent: 1, evidence: [] })), deed('construction', (ctx) => takeSuggestion(ctx, binhu, 'A1.1')), deed('construction', (ctx, id) => takeCase(ctx, binhu, id)),
    deed('advice', (ctx) => sessionsOf(ctx, binhu)), deed('finding', (ctx) => findingsOf(ctx, binhu)), deed('advice', (ctx) => askAdvice(ctx, binhu, { topic: why, wish: '', mode: 'phone', rules: [] })),
    deed('finding', (ctx, id) => answerFinding(ctx, binhu, id, { report: why, evidence: [] })), deed('finding', (ctx, id) => findingToTask(ctx, binhu, id)),
  ],
  'plan.adopt': [deed('construction', (ctx) => adoptPlan(ctx, binhu, why)), deed('construction', (ctx) => closePlan(ctx, binhu, why))],
  'advice.arrange': [
    deed('construction', (ctx) => listConstructionPlans(ctx)), deed('advice', (ctx) => listSessions(ctx)), deed('advice', (ctx) => advisersFor(ctx, binhu)), deed('advice', (ctx, id) => endSession(ctx, binhu, id, why)),
    deed('advice', (ctx, id, there) => arrangeSession(ctx, binhu, id, { experts: [there.expert], on: '2026-09-20', at: '09:00', place: '', mode: 'phone' })),
  ],
  'advice.give': [
    deed('advice', (ctx, id) => getSession(ctx, binhu, id)), deed('advice', (ctx, id, there) => writeMinutes(ctx, binhu, id, { minutes: why, experts: [there.expert], attendance: '' })),
    deed('advice', (ctx, id) => addFinding(ctx, binhu, id, { finding: why, action: why, owner: '', dueOn: '2026-12-01', rules: [] })), deed('finding', (ctx, id) => judgeFinding(ctx, binhu, id, { verdict: 'close', note: '' })),
  ],
  'report.fill': [
    deed('report', (ctx, id) => getReport(ctx, '340111004', id)), deed('report', (ctx) => reportsOf(ctx, '340111004')), deed('report', (ctx, id) => refreshReport(ctx, '340111004', id)),
    deed('report', (ctx, id) => saveReportAnswers(ctx, '340111004', id, { answers: [{ questionId: 'done', value: why, bases: [0] }] })), deed('report', (ctx, id) => reportDocument(ctx, '340111004', id, 'docx')),
    deed('report', (ctx) => askDue(ctx, [progressReportsDue], ['340111004'])),
  ],
  'report.submit': [deed('report', (ctx, id) => handInReport(ctx, '340111004', id))],
  'report.check': [deed('report', (ctx, id) => checkReport(ctx, '340111004', id, { deed: 'accept', round: 1, note: '', reasons: [] }))],
  'report-form.edit': [deed('report', getReportForm)],
  'evaluation.comment': [
    deed('evaluation', (ctx, id) => commentOn(ctx, '340111001', id, why)), deed('evaluation', (ctx) => evaluationsOf(ctx, '340111001')), deed('evaluation', (ctx) => askDue(ctx, [commentsDue], ['340111001'])),
  ],
  'evaluation.draft': [
    deed('evaluation', (ctx, id) => getEvaluation(ctx, '340111001', id)), deed('evaluation', (ctx, id) => saveDraft(ctx, '340111001', id, SaveDraftInput.parse({ revision: 1, summary: why }))),
    deed('evaluation', (ctx, id) => sendForComment(ctx, '340111001', id)), deed('evaluation', (ctx, id) => removeEntry(ctx, '340111001', id, 'voice', id)), deed('evaluation', (ctx, id) => evaluationDocument(ctx, '340111001', id, 'docx')),
  ],
  'evaluation.assign': [
    deed('evaluation', (ctx) => startEvaluation(ctx, { regionCode: '340111001', kind: 'process', year: 2026, subject: '', evaluatorId: 'neighbour' })), deed('evaluation', (ctx, id) => changeEvaluator(ctx, '340111001', id, 'neighbour')),
    deed('evaluation', (ctx) => evaluatorsFor(ctx, '340111001')),
  ],
  'evaluation.conclude': [deed('evaluation', (ctx, id) => concludeEvaluation(ctx, '340111001', id, 1)), deed('evaluation', (ctx, id) => sendBack(ctx, '340111001', id, why))],
  'evaluation-settings.edit': [deed('evaluation', getEvaluationSettings)],
  'spot-check.draw': [
    deed('spotCheck', getSpotCheck), deed('spotCheck', publishSpotCheck), deed('spotCheck', (ctx, id) => enterSpotFinding(ctx, id, { regionCode: '340111004', outcome: 'kept', note: why, foundOn: '2026-09-01' })),
    deed('spotCheck', (ctx) => drawSpotCheck(ctx, { title: why, regionCode: baohe, size: 1, digits: 0, seed: '', seedSource: '' })),
  ],
} satisfies Record<string, Deed[]>;
