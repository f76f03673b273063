import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { between } from '#app/domain/base/regions/name-in.ts';
import { AskedEvaluations, AskedReassessments } from '#app/domain/pilot/evaluation/input.ts';
import { listEvaluations } from '#app/domain/pilot/evaluation/read.ts';
import { listReassessments } from '#app/domain/pilot/evaluation/reassess.ts';
import { getSpotCheck } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { AskedReports } from '#app/domain/pilot/progress-reports/input.ts';
import { listReports } from '#app/domain/pilot/progress-reports/read.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { queryOf } from '#app/platform/query.ts';

type Report = Awaited<ReturnType<typeof listReports>>['rows'][number];

/** 进展报告名单. */
export const progressReportsList = listOf<Report>({
  name: 'progress-reports',
  verb: 'report.check',
  page: '/desk/progress-reports',
  columns: (locale) => {
    const { desk, states, span, late } = reportWords[locale];
    return [
      { title: desk.columns.unit, width: 24, cell: (row) => row.name },
      { title: desk.columns.place, width: 34, cell: (row) => row.path.map(({ name }) => name).join(between({ locale })) },
      { title: desk.columns.period, width: 26, cell: (row) => span(row.fromOn, row.untilOn) },
      { title: desk.columns.due, width: 12, cell: (row) => row.dueOn },
      { title: desk.columns.state, width: 14, cell: (row) => (row.isLate ? late : states[row.state]) },
      { title: desk.columns.handedIn, width: 20, cell: (row) => (row.handedInAt ? beijingTime(row.handedInAt) : '') },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedReports);
    return pageByPage((after) => listReports(ctx, { ...asked, after }, 200));
  },
});

type Evaluation = Awaited<ReturnType<typeof listEvaluations>>['rows'][number];

/** 评估名单. */
export const evaluationsList = listOf<Evaluation>({
  name: 'evaluations',
  verb: 'evaluation.draft',
  page: '/desk/evaluations',
  columns: (locale) => {
    const { desk, kinds, states, subject } = evaluationWords[locale];
    return [
      { title: desk.columns.unit, width: 24, cell: (row) => row.name },
      { title: desk.columns.place, width: 34, cell: (row) => row.path.map(({ name }) => name).join(between({ locale })) },
      { title: desk.columns.kind, width: 20, cell: (row) => kinds[row.kind] },
      { title: subject, width: 20, cell: (row) => row.subject },
      { title: desk.columns.year, width: 8, cell: (row) => row.year },
      { title: desk.columns.evaluator, width: 16, cell: (row) => row.evaluatorName },
      { title: desk.columns.state, width: 14, cell: (row) => states[row.state] },
      { title: desk.columns.score, width: 10, cell: (row) => (row.score === null ? '' : Number(row.score.toFixed(1))) },
      { title: desk.columns.concluded, width: 14, cell: (row) => (row.concludedAt ? beijingDay(row.concludedAt) : '') },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedEvaluations);
    return pageByPage((after) => listEvaluations(ctx, { ...asked, after }, 200));
  },
});

type Reassessment = Awaited<ReturnType<typeof listReassessments>>['rows'][number];

/** 复评名单. */
export const reassessmentsList = listOf<Reassessment>({
  name: 'reassessments',
  verb: 'evaluation.assign',
  page: '/desk/reassessments',
  columns: (locale) => {
    const { again } = evaluationWords[locale];
    const levels = certificationWords[locale].levels as Record<string, string>;
    return [
      { title: again.columns.unit, width: 24, cell: (row) => row.name },
      { title: again.columns.award, width: 20, cell: (row) => levels[row.award] ?? row.award },
      { title: again.columns.since, width: 12, cell: (row) => row.since },
      { title: again.columns.due, width: 12, cell: (row) => row.dueOn },
      { title: again.columns.state, width: 12, cell: (row) => (row.isLate ? again.late : again.states[row.state]) },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedReassessments);
    return pageByPage((after) => listReassessments(ctx, { ...asked, after }, 200));
  },
});

type SpotPick = Awaited<ReturnType<typeof getSpotCheck>>['picks'][number];

/** 抽查样本 of one spot check, named in the address. */
export const spotPicksList = listOf<SpotPick>({
  name: 'spot-picks',
  verb: 'spot-check.draw',
  page: '/desk/spot-checks',
  columns: (locale) => {
    const { spot } = evaluationWords[locale];
    return [
      { title: spot.position, width: 8, cell: (row) => row.position },
      { title: spot.unit, width: 24, cell: (row) => row.name },
      { title: evaluationWords[locale].desk.community, width: 16, cell: (row) => row.regionCode },
      { title: spot.outcome, width: 14, cell: (row) => (row.outcome ? spot.outcomes[row.outcome] : '') },
      { title: spot.foundOn, width: 12, cell: (row) => row.foundOn ?? '' },
      { title: spot.note, width: 50, cell: (row) => row.note },
    ];
  },
  batches: async function* (ctx, search) {
    yield (await getSpotCheck(ctx, searchOf(search).id ?? '')).picks;
  },
});
