import { listOf, searchOf } from '#app/domain/base/exports/list.ts';
import { getRanking } from '#app/domain/pilot/panels/ranking.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';

type Row = Awaited<ReturnType<typeof getRanking>>['rows'][number];

/** 排名 of one call: with what parted ties and the lots, so that it can be worked out again. */
export const rankingList = listOf<Row>({
  name: 'ranking',
  verb: 'review.decide',
  page: '/desk/calls',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { ranking: words, standings } = panelWords[locale];
    const of = (tied: readonly string[]) => tied.join(locale === 'en' ? ', ' : '、');
    return [
      { title: words.rank, width: 8, cell: (row) => row.rank },
      { title: heads.number, width: 16, cell: (row) => row.judged.number },
      { title: heads.unit, width: 24, cell: (row) => row.judged.unitName },
      { title: heads.regionCode, width: 15, cell: (row) => row.judged.regionCode },
      { title: words.score, width: 10, cell: (row) => row.judged.score.value },
      { title: words.interval, width: 18, cell: ({ judged: { score } }) => (score.low === null || score.high === null ? '' : `${score.low} – ${score.high}`) },
      { title: words.reviews, width: 8, cell: (row) => row.judged.totals.length },
      { title: words.must, width: 14, cell: (row) => row.judged.must.filter(({ isMet }) => !isMet).length },
      { title: words.standing, width: 14, cell: (row) => standings[row.standing] },
      { title: words.why, width: 40, cell: (row) => (row.partedBy ? [words.parted[row.partedBy], words.tied(of(row.tiedWith)), row.lot ? words.lot(row.lot) : ''].filter(Boolean).join('\n') : '') },
    ];
  },
  async *batches(ctx, search) {
    const { id } = searchOf(search);
    if (id === undefined || !isId(id)) throw new Refusal('not-found', 404);
    yield (await getRanking(ctx, id)).rows;
  },
});
