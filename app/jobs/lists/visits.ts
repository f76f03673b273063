import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { listVisits } from '#app/domain/pilot/visits/at-desk.ts';
import { visitNotices } from '#app/domain/pilot/visits/model.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

/** The filters of the page of visits. */
export const AskedVisits = z.object({
  q: searchInput, tab: z.enum(['planned', 'open', 'waiting', 'over']).optional(), notice: z.enum(visitNotices).optional(), region: z.string().refine(isRegionCode).optional(),
});

type Row = Awaited<ReturnType<typeof listVisits>>['rows'][number];

/** 到访名单, for the office that plans them. */
export const visitsList = listOf<Row>({
  name: 'visits',
  verb: 'visit.plan',
  page: '/desk/visits',
  columns: (locale) => {
    const words = visitsWords[locale];
    const { columns } = words.desk;
    return [
      { title: columns.number, width: 16, cell: (row) => row.number },
      { title: columns.community, width: 24, cell: (row) => row.community },
      { title: columns.place, width: 34, cell: (row) => row.place },
      { title: columns.state, width: 14, cell: (row) => words.states[row.state] },
      { title: columns.notice, width: 12, cell: (row) => words.notices[row.notice] },
      { title: columns.reason, width: 14, cell: (row) => words.reasons[row.reason] },
      { title: columns.days, width: 24, cell: (row) => words.desk.days(row.fromOn, row.toOn) },
      { title: columns.experts, width: 24, cell: (row) => row.experts.join(locale === 'en' ? ', ' : '、') },
      { title: columns.score, width: 8, cell: (row) => (row.score === null ? '' : String(row.score)) },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedVisits);
    return pageByPage((after) => listVisits(ctx, { ...asked, after }, 200));
  },
});
