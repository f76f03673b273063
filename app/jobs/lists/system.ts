import { z } from 'zod';
import { isDay } from '#app/domain/base/calendar/model.ts';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { tellingFacts } from '#app/domain/base/records/model.ts';
import { listRecordsForAudit } from '#app/domain/pilot/review/audit-records.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { type RegionLine, regionRows } from '#app/domain/base/regions/region-rows.ts';
import { eventSentence } from '#app/i18n/events.ts';
import { recordsWords } from '#app/i18n/records.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

const day = z.string().refine(isDay).optional();

/** The filters of the page of records. */
export const AskedRecords = z.object({ person: searchInput, event: searchInput, from: day, to: day, subject: searchInput });

type RecordRow = Awaited<ReturnType<typeof listRecordsForAudit>>['rows'][number];

/** 办理记录. */
export const recordsList = listOf<RecordRow>({
  name: 'records',
  verb: 'records.read',
  page: '/desk/records',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { system, visitor, colon } = recordsWords[locale];
    return [
      { title: heads.at, width: 20, cell: (row) => beijingTime(row.at) },
      { title: heads.person, width: 16, cell: (row) => (row.actorId === 'system' ? system : row.actorName || visitor) },
      { title: heads.event, width: 30, cell: (row) => eventSentence(row.event, locale) },
      { title: heads.facts, width: 50, cell: (row) => tellingFacts(row.facts).join(colon) },
      { title: heads.subject, width: 38, cell: (row) => row.subjectId },
      { title: heads.request, width: 22, cell: (row) => row.requestId },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedRecords);
    return pageByPage((after) => listRecordsForAudit(ctx, { ...asked, after }));
  },
});

const AskedRegions = z.object({ region: z.string().refine(isRegionCode).optional() });

/** 行政区划: what is shown of a region and below it. */
export const regionsList = listOf<RegionLine>({
  name: 'regions',
  verb: 'list.export',
  page: '/desk/region-changes',
  columns: (locale) => {
    const { heads, levels } = sheetsWords[locale];
    return [
      { title: heads.code, width: 15, cell: (row) => row.code },
      { title: heads.name, width: 28, cell: (row) => row.name },
      { title: heads.level, width: 10, cell: (row) => levels[row.level] ?? '' },
      { title: heads.above, width: 15, cell: (row) => row.parentCode },
    ];
  },
  batches: (ctx, search) => regionRows(ctx, queryOf(searchOf(search), AskedRegions).region),
});
