import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { between } from '#app/domain/base/regions/name-in.ts';
import { listAssessments } from '#app/domain/pilot/self-assessment/desk-list.ts';
import { bands } from '#app/domain/pilot/self-assessment/model.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

/** The filters of the office's page of self-assessments. */
export const AskedAssessments = z.object({
  q: searchInput, year: z.coerce.number().int().min(2019).max(2200).optional(), region: z.string().refine(isRegionCode).optional(), band: z.enum(bands).optional(), state: z.enum(['submitted', 'correcting']).optional(),
});

type Listed = Awaited<ReturnType<typeof listAssessments>>['rows'][number];

/** 自评. */
export const assessmentsList = listOf<Listed>({
  name: 'self-assessments',
  verb: 'assessment.list',
  page: '/desk/self-assessments',
  columns: (locale) => {
    const { desk, statuses } = assessmentWords[locale];
    return [
      { title: desk.unit, width: 24, cell: (row) => row.unit },
      { title: desk.place, width: 34, cell: (row) => row.path.join(between({ locale })) },
      { title: desk.code, width: 15, cell: (row) => row.regionCode },
      { title: desk.year, width: 8, cell: (row) => row.year },
      { title: desk.score, width: 10, cell: (row) => (row.score === null ? null : Math.round(row.score * 10) / 10) },
      { title: desk.edition, width: 16, cell: (row) => row.editionId },
      { title: desk.round, width: 8, cell: (row) => row.round },
      { title: desk.status, width: 12, cell: (row) => statuses[row.status] },
      { title: desk.at, width: 20, cell: (row) => (row.submittedAt ? beijingTime(row.submittedAt) : null) },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedAssessments);
    return pageByPage((after) => listAssessments(ctx, { ...asked, after }, 200));
  },
});
