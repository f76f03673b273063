import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { type MatterLine, pageOfMatters } from '#app/domain/children/suggestions/matter-pages.ts';
import { shows, topics } from '#app/domain/children/suggestions/model.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

/** The filters of a community's page of suggestions. */
const Asked = z.object({ region: z.string().refine(isRegionCode).optional(), show: z.enum([...shows, 'all']).optional(), topic: z.enum(topics).optional(), text: searchInput });

/** 儿童建议: matters and their promises; a child's words only as everybody may read them, and nobody's name. */
export const suggestionsList = listOf<MatterLine>({
  name: 'suggestions',
  verb: 'suggestion.read',
  page: '/desk/exports',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const words = suggestionsWords[locale];
    const { columns, file, topics: topicWords, states, outcomes } = words;
    return [
      { title: heads.unit, width: 24, cell: (row) => row.unit },
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: columns.topic, width: 14, cell: (row) => topicWords[row.topic] },
      { title: columns.state, width: 16, cell: (row) => states[row.state] },
      { title: file.late, width: 8, cell: (row) => (row.isLate ? sheetsWords[locale].yes : sheetsWords[locale].no) },
      { title: columns.received, width: 12, cell: (row) => row.receivedOn },
      { title: file.seenDueOn, width: 12, cell: (row) => row.seenDueOn },
      { title: file.seenOn, width: 12, cell: (row) => row.seenOn },
      { title: file.answerDueOn, width: 12, cell: (row) => row.answerDueOn },
      { title: file.answeredOn, width: 12, cell: (row) => row.answeredOn },
      { title: file.outcome, width: 14, cell: (row) => (row.outcome ? outcomes[row.outcome] : null) },
      { title: columns.owner, width: 20, cell: (row) => row.owner },
      { title: file.taskDueOn, width: 12, cell: (row) => row.taskDueOn },
      { title: file.doneOn, width: 12, cell: (row) => row.doneOn },
      { title: file.reopened, width: 10, cell: (row) => row.reopened },
      { title: columns.many, width: 10, cell: (row) => row.many },
      { title: file.words, width: 60, cell: (row) => row.words },
    ];
  },
  batches: (ctx, search) => {
    const { show = 'open', ...asked } = queryOf(searchOf(search), Asked);
    return pageByPage((after) => pageOfMatters(ctx, { ...asked, show: show === 'all' ? undefined : show, after }));
  },
});
