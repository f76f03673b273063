import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { namesToCounty } from '#app/domain/base/regions/names-above.ts';
import { between } from '#app/domain/base/regions/name-in.ts';
import { queueTabs } from '#app/domain/pilot/applications/queue.ts';
import { countQueueRows, type QueueExportRow, queueRows } from '#app/domain/pilot/applications/queue-rows.ts';
import { listRecommendations } from '#app/domain/pilot/applications/recommendations.ts';
import { checkWords } from '#app/i18n/check.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

/** The filters of the page of applications. */
export const AskedApplications = z.object({
  q: searchInput, tab: z.enum(queueTabs).optional(), call: z.uuid().optional(), region: z.string().refine(isRegionCode).optional(), due: z.enum(['today', 'week']).optional(),
});

function filterOf(search: string) {
  const { q, call, ...asked } = queryOf(searchOf(search), AskedApplications);
  return { ...asked, query: q, callId: call };
}

type Placed = QueueExportRow & { place: [string, string, string] };

/** 申报. */
export const applicationsList = listOf<Placed>({
  name: 'applications',
  verb: 'application.queue',
  page: '/desk/applications',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { statuses, resubmitted } = checkWords[locale];
    return [
      { title: heads.number, width: 16, cell: (row) => row.number },
      { title: heads.unit, width: 24, cell: (row) => row.unit },
      { title: heads.province, width: 14, cell: (row) => row.place[0] },
      { title: heads.city, width: 14, cell: (row) => row.place[1] },
      { title: heads.county, width: 14, cell: (row) => row.place[2] },
      { title: heads.township, width: 18, cell: (row) => row.township },
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: heads.call, width: 24, cell: (row) => row.call },
      { title: heads.submittedAt, width: 20, cell: (row) => row.submittedAt },
      { title: heads.round, width: 11, cell: (row) => row.round },
      { title: heads.status, width: 14, cell: (row) => (row.status === 'submitted' && row.round > 1 ? resubmitted : statuses[row.status]) },
      { title: heads.checkDueOn, width: 12, cell: (row) => row.checkDueOn },
      { title: heads.answerDueOn, width: 12, cell: (row) => row.answerDueOn },
    ];
  },
  async *batches(ctx, search) {
    const placeOf = await namesToCounty(ctx);
    for await (const rows of queueRows(ctx, filterOf(search))) yield rows.map((row) => ({ ...row, place: placeOf(row.regionCode) }));
  },
  count: (ctx, search) => countQueueRows(ctx, filterOf(search)),
});

/** The filters of the page of recommendations. */
export const AskedRecommendations = z.object({ q: searchInput, region: z.string().refine(isRegionCode).optional() });

type Recommended = Awaited<ReturnType<typeof listRecommendations>>['rows'][number];

/** 社区推荐. */
export const recommendationsList = listOf<Recommended>({
  name: 'recommendations',
  verb: 'recommendation.read',
  page: '/desk/recommendations',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    return [
      { title: heads.unit, width: 24, cell: (row) => row.unit },
      { title: heads.region, width: 30, cell: (row) => row.path.join(between({ locale })) },
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: heads.reason, width: 50, cell: (row) => row.reason },
      { title: heads.recommender, width: 14, cell: (row) => row.recommender },
      { title: heads.organisation, width: 24, cell: (row) => row.organisation },
      { title: heads.contact, width: 20, cell: (row) => row.contact },
      { title: heads.code, width: 16, cell: (row) => row.code },
      { title: heads.day, width: 12, cell: (row) => beijingDay(row.createdAt) },
    ];
  },
  batches: (ctx, search) => {
    const { q, ...asked } = queryOf(searchOf(search), AskedRecommendations);
    return pageByPage((after) => listRecommendations(ctx, { ...asked, query: q, after }));
  },
});
