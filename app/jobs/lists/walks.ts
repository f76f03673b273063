import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { norms } from '#app/domain/service/walks/model.ts';
import { pageOfWalks, type WalkLine } from '#app/domain/service/walks/walk-pages.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { queryOf } from '#app/platform/query.ts';

const Asked = z.object({ region: z.string().refine(isRegionCode).optional() });

/** 一米视角走查: each walk with its scores; neither adults nor groups, and no small number of children. */
export const walksList = listOf<WalkLine>({
  name: 'walks',
  verb: 'walk.lead',
  page: '/desk/exports',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const words = walksWords[locale];
    const { columns } = words;
    return [
      { title: heads.unit, width: 34, cell: (row) => row.unit },
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: columns.where, width: 34, cell: (row) => row.place },
      { title: columns.setting, width: 14, cell: (row) => words.settings[row.setting] },
      { title: columns.day, width: 12, cell: (row) => row.day },
      { title: columns.state, width: 12, cell: (row) => words.states[row.state] },
      { title: columns.children, width: 10, cell: (row) => row.children },
      { title: columns.taps, width: 10, cell: (row) => row.result?.counted ?? null },
      { title: columns.score, width: 10, cell: (row) => row.result?.score ?? null },
      ...norms.map((norm) => ({ title: norm, width: 10, cell: (row: WalkLine) => row.result?.norms.find(({ id }) => id === norm)?.score ?? null })),
      { title: columns.tickets, width: 10, cell: (row) => row.tickets },
      { title: columns.verified, width: 12, cell: (row) => row.verified },
    ];
  },
  batches: (ctx, search) => pageByPage((after) => pageOfWalks(ctx, { ...queryOf(searchOf(search), Asked), after })),
});
