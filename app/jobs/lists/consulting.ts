import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { listPlans } from '#app/domain/pilot/consulting/list-plans.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

/** The filters of the office's page of construction plans. */
export const AskedPlans = z.object({ q: searchInput, region: z.string().refine(isRegionCode).optional(), late: z.literal('yes').optional() });

type Listed = Awaited<ReturnType<typeof listPlans>>['rows'][number];

/** 建设计划. */
export const plansList = listOf<Listed>({
  name: 'construction-plans',
  verb: 'advice.arrange',
  page: '/desk/consulting',
  columns: (locale) => {
    const { desk, states, start, plan } = consultingWords[locale];
    const { plans } = desk;
    return [
      { title: plans.place, width: 24, cell: (row) => row.regionName },
      { title: plans.above, width: 34, cell: (row) => row.place },
      { title: plans.code, width: 15, cell: (row) => row.regionCode },
      { title: plans.state, width: 10, cell: (row) => states[row.state] },
      { title: plan.numbers.version, width: 10, cell: (row) => row.version },
      { title: plans.done, width: 10, cell: (row) => row.done },
      { title: plans.total, width: 10, cell: (row) => row.total },
      { title: plans.late, width: 10, cell: (row) => row.late },
      { title: plans.findings, width: 12, cell: (row) => row.findings },
      { title: start.to, width: 12, cell: (row) => row.endsOn },
    ];
  },
  batches: (ctx, search) => {
    const { late, ...asked } = queryOf(searchOf(search), AskedPlans);
    return pageByPage((after) => listPlans(ctx, { ...asked, late: late === 'yes', after }, 200));
  },
});
