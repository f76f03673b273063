import { mayAnywhere, type Verb } from '#app/domain/base/accounts/access.ts';
import { countToConfirm } from '#app/domain/base/accounts/invitations.ts';
import { countMissingYears } from '#app/domain/base/calendar/read.ts';
import { countUnread } from '#app/domain/base/inbox/read.ts';
import { countUndelivered } from '#app/domain/base/notifications/read.ts';
import { countUnverified } from '#app/domain/base/organisations/read.ts';
import { moderationWaiting } from '#app/domain/children/moderation/across.ts';
import { checksDue, checksOverdue, countDrafts, countWithoutExperts, returnsDue } from '#app/domain/pilot/applications/waiting.ts';
import { countCasesToReview } from '#app/domain/pilot/case-library/tell-cases.ts';
import { countSheetsToCheck, mySheetsDue } from '#app/domain/city/collection/waiting.ts';
import { alertsDue } from '#app/domain/city/early-warning/list-alerts.ts';
import { certificatesDue } from '#app/domain/pilot/certification/read.ts';
import { countMyEvaluations } from '#app/domain/pilot/evaluation/read.ts';
import { countAsked } from '#app/domain/pilot/consulting/sessions.ts';
import { reassessmentsDue } from '#app/domain/pilot/evaluation/reassess.ts';
import { countReportsToCheck } from '#app/domain/pilot/progress-reports/read.ts';
import { countEnded } from '#app/domain/pilot/notices/waiting.ts';
import { countToVerify, countUnsigned } from '#app/domain/pilot/experts/waiting.ts';
import { objectionsDue } from '#app/domain/pilot/objections/waiting.ts';
import { countQuestionsWaiting } from '#app/domain/pilot/questions/read.ts';
import { countReadyToDecide, myReviewsDue } from '#app/domain/pilot/review/waiting.ts';
import { countVisitsToConclude, myVisitsDue } from '#app/domain/pilot/visits/at-desk.ts';
import { countFailedJobs } from '#app/jobs/read.ts';
import type { deskWords } from '#app/i18n/desk.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';

/** What waits: a number, or the day on which each is due. Both stop at a hundred; no count is of a whole table. */
type Waiting = number | readonly (string | null)[];

/** One kind of thing that may wait for a person, and where it is done. `name` is a word of `needs.names` in the desk's word files. */
type Need = { name: keyof (typeof deskWords)['en']['needs']['names']; to: string; verbs: readonly Verb[]; waiting: (ctx: Ctx) => Promise<Waiting> };

/** 等我办的事, the most urgent first; a room adds a line. */
const needs: readonly Need[] = [
  { name: 'overdue', to: '/desk/applications?tab=overdue', verbs: ['application.check'], waiting: checksOverdue },
  { name: 'objections', to: '/desk/objections?state=waiting', verbs: ['objection.answer'], waiting: objectionsDue },
  { name: 'returned', to: '/apply', verbs: ['application.fill'], waiting: returnsDue },
  { name: 'newReviews', to: '/desk/reviews?tab=new', verbs: ['review.score'], waiting: (ctx) => myReviewsDue(ctx, 'assigned') },
  { name: 'scoring', to: '/desk/reviews?tab=scoring', verbs: ['review.score'], waiting: (ctx) => myReviewsDue(ctx, 'accepted') },
  { name: 'checks', to: '/desk/applications?tab=to-check', verbs: ['application.check'], waiting: checksDue },
  { name: 'certificates', to: '/desk/certificates?standing=waiting', verbs: ['certificate.decide', 'certificate.issue'], waiting: certificatesDue },
  { name: 'myVisits', to: '/desk/visits?tab=planned', verbs: ['visit.carry-out'], waiting: myVisitsDue },
  { name: 'visitsToConclude', to: '/desk/visits?tab=waiting', verbs: ['visit.conclude'], waiting: countVisitsToConclude },
  { name: 'reportsToCheck', to: '/desk/progress-reports?state=handed-in', verbs: ['report.check'], waiting: countReportsToCheck },
  { name: 'warnings', to: '/desk/warnings', verbs: ['warning.answer'], waiting: alertsDue },
  { name: 'figures', to: '/desk/collection', verbs: ['collection.fill'], waiting: mySheetsDue },
  { name: 'sheetsToCheck', to: '/desk/collection', verbs: ['collection.check'], waiting: countSheetsToCheck },
  { name: 'evaluationsToWrite', to: '/desk/evaluations?mine=yes', verbs: ['evaluation.draft'], waiting: countMyEvaluations },
  { name: 'reassessments', to: '/desk/reassessments?state=due', verbs: ['evaluation.assign'], waiting: reassessmentsDue },
  { name: 'adviceAsked', to: '/desk/consulting?tab=sessions&state=asked', verbs: ['advice.arrange'], waiting: countAsked },
  { name: 'moderation', to: '/desk/moderation', verbs: ['moderation.decide'], waiting: moderationWaiting },
  { name: 'endedNotices', to: '/desk/notices?tab=ended', verbs: ['notice.publish'], waiting: countEnded },
  { name: 'questions', to: '/desk/questions', verbs: ['question.handle'], waiting: countQuestionsWaiting },
  { name: 'decisions', to: '/desk/applications?tab=in-review', verbs: ['review.decide'], waiting: countReadyToDecide },
  { name: 'withoutExperts', to: '/desk/applications?tab=complete', verbs: ['review.assign'], waiting: countWithoutExperts },
  { name: 'cases', to: '/desk/cases', verbs: ['case.review'], waiting: countCasesToReview },
  { name: 'agreement', to: '/desk/expert', verbs: ['expert.self'], waiting: countUnsigned },
  { name: 'expertsToVerify', to: '/desk/experts?standing=invited', verbs: ['expert.verify'], waiting: countToVerify },
  { name: 'failedJobs', to: '/desk/jobs?tab=failed', verbs: ['jobs.read'], waiting: countFailedJobs },
  { name: 'undelivered', to: '/desk/notifications?state=failed', verbs: ['delivery.read'], waiting: countUndelivered },
  { name: 'invitations', to: '/desk/invitations?state=waiting', verbs: ['role.grant'], waiting: countToConfirm },
  { name: 'drafts', to: '/apply', verbs: ['application.fill'], waiting: countDrafts },
  { name: 'organisations', to: '/desk/organisations?verification=unverified', verbs: ['organisation.verify'], waiting: countUnverified },
  { name: 'calendarMissing', to: '/desk/calendar', verbs: ['calendar.edit'], waiting: countMissingYears },
  { name: 'unread', to: '/desk/inbox?unread=yes', verbs: [], waiting: countUnread },
];

/** How many of these are late, and how many are due today. */
function tally(waiting: Waiting, today: string) {
  if (typeof waiting === 'number') return { count: waiting, late: 0, today: 0 };
  const days = waiting.filter((day) => day !== null);
  return { count: waiting.length, late: days.filter((day) => day < today).length, today: days.filter((day) => day === today).length };
}

/** What waits for this person: what is late first, then what is due today, then the rest in the order above. */
export async function needsOf(ctx: Ctx) {
  const mine = needs.filter((need) => need.verbs.length === 0 || need.verbs.some((verb) => mayAnywhere(ctx.actor, verb)));
  const today = beijingDay(ctx.now);
  const counted = await Promise.all(mine.map(async ({ name, to, waiting }) => ({ name, to, ...tally(await waiting(ctx), today) })));
  const urgency = (need: (typeof counted)[number]) => (need.late > 0 ? 2 : need.today > 0 ? 1 : 0);
  return counted.toSorted((one, other) => urgency(other) - urgency(one));
}
