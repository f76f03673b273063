import type { Lists, Untitled } from '#app/domain/base/exports/list.ts';
import type { ListName } from '#app/domain/base/exports/model.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { alertsList } from './alerts.ts';
import { assignmentPlanList } from './assigning.ts';
import { applicationsList, recommendationsList } from './applications.ts';
import { callsList, noticeEntriesList, noticesList, objectionsList, pilotsList, reviewTableList } from './cycle.ts';
import { casesList } from './cases.ts';
import { certificatesList } from './certificates.ts';
import { plansList } from './consulting.ts';
import { assessmentsList } from './self-assessments.ts';
import { evaluationsList, progressReportsList, reassessmentsList, spotPicksList } from './evaluation.ts';
import { accountsList, expertsList, invitationsList, organisationsList } from './people.ts';
import { visitsList } from './visits.ts';
import { walksList } from './walks.ts';
import { rankingList } from './ranking.ts';
import { scoresList } from './scores.ts';
import { spacesList } from './spaces.ts';
import { suggestionsList } from './suggestions.ts';
import { recordsList, regionsList } from './system.ts';

const untitled = {
  alerts: alertsList, applications: applicationsList, calls: callsList, organisations: organisationsList, experts: expertsList, 'review-table': reviewTableList, ranking: rankingList, 'assignment-plan': assignmentPlanList,
  scores: scoresList, recommendations: recommendationsList, notices: noticesList, 'notice-entries': noticeEntriesList, objections: objectionsList, records: recordsList,
  regions: regionsList, accounts: accountsList, invitations: invitationsList, pilots: pilotsList, certificates: certificatesList, cases: casesList,
  'progress-reports': progressReportsList, evaluations: evaluationsList, reassessments: reassessmentsList, 'spot-picks': spotPicksList, visits: visitsList, 'self-assessments': assessmentsList, 'construction-plans': plansList, spaces: spacesList, walks: walksList, suggestions: suggestionsList,
} satisfies Record<ListName, Untitled>;

const titled = (list: Untitled) => ({ ...list, title: (locale: Locale) => sheetsWords[locale].lists[list.name] });

/** 全部名单: every list that can be exported. */
export const lists = Object.fromEntries(Object.entries(untitled).map(([name, list]) => [name, titled(list)])) as Lists;
