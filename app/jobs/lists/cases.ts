import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { casesAtDesk } from '#app/domain/pilot/case-library/own.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { queryOf } from '#app/platform/query.ts';

/** The filters of the page of cases. */
export const AskedCases = z.object({ state: z.enum(['submitted', 'published', 'withdrawn', 'all']).catch('submitted').default('submitted') });

type Listed = Awaited<ReturnType<typeof casesAtDesk>>['rows'][number];

/** 案例. */
export const casesList = listOf<Listed>({
  name: 'cases',
  verb: 'case.review',
  page: '/desk/cases',
  columns: (locale) => {
    const { own, desk, reachCount, cost, tags, ages } = casesWords[locale];
    const comma = locale === 'en' ? ', ' : '、';
    return [
      { title: own.columns.number, width: 16, cell: (row) => row.number },
      { title: own.columns.title, width: 34, cell: (row) => (locale === 'en' && row.draft.titleEn ? row.draft.titleEn : row.draft.title) },
      { title: desk.columns.community, width: 24, cell: (row) => row.community },
      { title: desk.columns.state, width: 12, cell: (row) => own.states[row.state] },
      { title: desk.columns.version, width: 8, cell: (row) => row.version },
      { title: own.fields.cost!, width: 14, cell: (row) => row.draft.cost ?? cost(null) },
      { title: own.fields.months!, width: 10, cell: (row) => row.draft.months },
      { title: own.fields.ruleIds!, width: 20, cell: (row) => row.draft.ruleIds.join(' ') },
      { title: own.fields.tags!, width: 20, cell: (row) => row.draft.tags.map((tag) => tags[tag]).join(comma) },
      { title: own.fields.ages!, width: 18, cell: (row) => row.draft.ages.map((age) => ages[age]).join(comma) },
      { title: reachCount, width: 10, cell: (row) => row.reach },
      { title: desk.columns.submitted, width: 20, cell: (row) => (row.submittedAt ? beijingTime(row.submittedAt) : null) },
    ];
  },
  batches: (ctx, search) => {
    const { state } = queryOf(searchOf(search), AskedCases);
    return pageByPage((after) => casesAtDesk(ctx, { after, state: state === 'all' ? undefined : state }, 200));
  },
});
