import { sendDigests } from '#app/domain/base/notifications/digest.ts';
import { warnOfFailures } from '#app/domain/base/notifications/warn-of-failures.ts';
import { scanWaiting } from '#app/domain/base/files/scan-file.ts';
import { disableUnused } from '#app/domain/base/accounts/disable-unused.ts';
import { usesToken } from '#app/domain/base/interfaces/tokens.ts';
import { sendDue } from '#app/domain/base/interfaces/send.ts';
import { clearUploads } from '#app/domain/base/files/uploads.ts';
import { applyDueChanges } from '#app/domain/base/region-changes/apply.ts';
import { foldChanges } from '#app/domain/base/rule-results/fold.ts';
import { publishRoots } from '#app/domain/base/records/publish-roots.ts';
import { sealRecords } from '#app/domain/base/records/seal.ts';
import { clearImports } from '#app/domain/base/imports/settle.ts';
import { clearFigureFiles } from '#app/domain/city/figure-files/take-figures.ts';
import { clearPlanTables } from '#app/domain/city/city-plans/take-plan-table.ts';
import { clearExports } from '#app/domain/base/exports/discard.ts';
import { endTerms } from '#app/domain/children/councils/open-term.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { rollUpFigures } from '#app/domain/city/indicators/roll-up.ts';
import { endLastYear } from '#app/domain/city/indicators/year-ends.ts';
import { countedAt } from '#app/domain/city/operations/model.ts';
import { takeFactsOfYesterday } from '#app/domain/city/operations/take-facts.ts';
import { closeCalls } from '#app/domain/pilot/calls/close-call.ts';
import { rescueCalls } from '#app/domain/pilot/calls/rescue-calls.ts';
import { remindApplicants, remindOffice } from '#app/domain/pilot/applications/remind.ts';
import { remindQuestions } from '#app/domain/pilot/questions/tell-questions.ts';
import { remindExperts } from '#app/domain/pilot/review/remind-experts.ts';
import { watchCertificates } from '#app/domain/pilot/certification/tell-holders.ts';
import { openReports } from '#app/domain/pilot/progress-reports/open-reports.ts';
import { watchReassessments } from '#app/domain/pilot/evaluation/reassess.ts';
import { remindReports } from '#app/domain/pilot/progress-reports/tell-reports.ts';
import { closeDueRounds } from '#app/domain/children/surveys/rounds.ts';
import { mixSheets } from '#app/domain/children/surveys/mix-sheets.ts';
import { poolQuarter } from '#app/domain/children/survey-results/pool-quarter.ts';
import { planTasksOf } from './report-sources.ts';
import { openBox } from '#app/domain/pilot/objections/open-box.ts';
import { remindOfObjections } from '#app/domain/pilot/objections/tell-objections.ts';
import { learnLessons } from '#app/domain/pilot/consulting/learn.ts';
import { remindPlans } from '#app/domain/pilot/consulting/tell-consulting.ts';
import { warnOfMissingYears } from './warn-of-missing-years.ts';
import { tellExpiry } from '#app/domain/base/evidence/tell-expiry.ts';
import { escalateLate } from '#app/domain/children/suggestions/escalate.ts';
import { tellLate } from '#app/domain/children/moderation/tell-moderators.ts';
import { tellAbove } from '#app/domain/children/protection/tell-above.ts';
import { escalateHazards } from '#app/domain/service/hazards/escalate.ts';
import { remindCompliance } from '#app/domain/children/compliance/remind.ts';
import { takeStock } from '#app/domain/children/compliance/take-stock.ts';
import { remindShares } from '#app/domain/children/sharing/remind-shares.ts';
import { tellLateIncidents } from '#app/domain/children/incidents/tell-handlers.ts';
import { escalateAlerts } from '#app/domain/city/early-warning/escalate.ts';
import { watchAll } from '#app/domain/city/early-warning/watch.ts';
import { remindSheets } from '#app/domain/city/collection/tell-collection.ts';
import { expireAll } from './expire.ts';
import { tidy } from './tidy.ts';

/** Something that runs by the clock; what it answers stands on the page of jobs. */
export type Routine = {
  job: string;
  /** Beijing time, HH:MM, every day; or every so many minutes. */
  at: `${number}:${number}` | { everyMinutes: 1 | 5 | 10 | 15 | 30 };
  run: (ctx: Ctx) => Promise<string | void>;
};

/** 日程: what runs when. A room's daily deed is one line here and calls one verb; its name has its words in `jobs` of the word files. */
export const calendar: readonly Routine[] = [
  { job: 'close-calls', at: { everyMinutes: 10 }, run: async (ctx) => [...(await rescueCalls(ctx)), ...(await closeCalls(ctx))].join(' ') },
  { job: 'remind-office', at: '08:30', run: remindOffice },
  { job: 'remind-applicants', at: '09:00', run: remindApplicants },
  { job: 'remind-experts', at: '09:10', run: remindExperts },
  { job: 'watch-certificates', at: '09:20', run: watchCertificates },
  { job: 'tell-expiry', at: '08:50', run: tellExpiry },
  { job: 'open-reports', at: '06:30', run: (ctx) => openReports(ctx, planTasksOf) },
  { job: 'remind-reports', at: '09:25', run: remindReports },
  { job: 'watch-reassessments', at: '09:35', run: watchReassessments },
  { job: 'remind-questions', at: '09:15', run: remindQuestions },
  { job: 'open-objection-box', at: '07:30', run: openBox },
  { job: 'remind-objections', at: '08:40', run: remindOfObjections },
  { job: 'warn-of-missing-years', at: '08:00', run: warnOfMissingYears },
  { job: 'remind-plans', at: '08:50', run: remindPlans },
  { job: 'escalate-suggestions', at: '08:20', run: escalateLate },
  { job: 'tell-late-moderation', at: '08:45', run: tellLate },
  { job: 'tell-protection-above', at: { everyMinutes: 10 }, run: tellAbove },
  { job: 'end-council-terms', at: '00:20', run: endTerms },
  { job: 'learn-lessons', at: '02:20', run: learnLessons },
  { job: 'close-surveys', at: '00:15', run: closeDueRounds },
  { job: 'pool-quarter', at: '02:50', run: poolQuarter },
  { job: 'mix-sheets', at: '00:25', run: mixSheets },
  { job: 'clear-uploads', at: '03:40', run: async (ctx) => String(await clearUploads(ctx.now)) },
  { job: 'scan-waiting', at: { everyMinutes: 30 }, run: scanWaiting },
  { job: 'send-digests', at: '08:10', run: sendDigests },
  { job: 'warn-of-failures', at: { everyMinutes: 15 }, run: warnOfFailures },
  { job: 'apply-region-changes', at: '00:00', run: applyDueChanges },
  { job: 'seal-records', at: { everyMinutes: 5 }, run: sealRecords },
  { job: 'publish-roots', at: '00:10', run: publishRoots },
  { job: 'clear-imports', at: '03:55', run: clearImports },
  { job: 'clear-plan-tables', at: '03:56', run: clearPlanTables },
  { job: 'clear-figure-files', at: '03:57', run: clearFigureFiles },
  { job: 'clear-exports', at: '03:50', run: clearExports },
  { job: 'push-due', at: { everyMinutes: 1 }, run: sendDue },
  { job: 'take-facts', at: countedAt, run: takeFactsOfYesterday },
  { job: 'end-last-year', at: '01:05', run: endLastYear },
  { job: 'roll-up-figures', at: { everyMinutes: 1 }, run: rollUpFigures },
  { job: 'fold-results', at: { everyMinutes: 1 }, run: foldChanges },
  { job: 'escalate-hazards', at: '08:20', run: escalateHazards },
  { job: 'watch-indicators', at: '04:30', run: (ctx) => watchAll(ctx, { atOnce: 2 }) },
  { job: 'escalate-alerts', at: '08:25', run: escalateAlerts },
  { job: 'take-stock', at: '00:30', run: takeStock },
  { job: 'remind-compliance', at: '08:35', run: remindCompliance },
  { job: 'remind-shares', at: '08:55', run: remindShares },
  { job: 'tell-late-incidents', at: { everyMinutes: 10 }, run: tellLateIncidents },
  { job: 'remind-figures', at: '09:30', run: remindSheets },
  { job: 'expire-records', at: '01:30', run: expireAll },
  { job: 'disable-unused', at: '03:20', run: (ctx) => disableUnused(ctx, usesToken) },
  { job: 'tidy', at: '03:30', run: tidy },
];

const hoursAhead = 8;

/** Beijing time as the queue's crontab has it: in UTC, all days. */
export function cronOf(at: Routine['at']): string {
  if (typeof at === 'object') return at.everyMinutes === 1 ? '* * * * *' : `*/${at.everyMinutes} * * * *`;
  const [hour, minute] = at.split(':').map(Number) as [number, number];
  return `${minute} ${(hour + 24 - hoursAhead) % 24} * * *`;
}

/** When a routine runs next. */
export function nextRun(at: Routine['at'], now: Date): Date {
  if (typeof at === 'object') {
    const step = at.everyMinutes * 60_000;
    return new Date(Math.floor(now.getTime() / step) * step + step);
  }
  const [hour, minute] = at.split(':').map(Number) as [number, number];
  const next = new Date(now);
  next.setUTCHours((hour + 24 - hoursAhead) % 24, minute, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
