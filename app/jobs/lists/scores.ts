import { z } from 'zod';
import { listOf, searchOf } from '#app/domain/base/exports/list.ts';
import { scoresAtDesk } from '#app/domain/pilot/scoring/at-desk.ts';
import { round } from '#app/domain/pilot/scoring/input.ts';
import type { Score } from '#app/domain/pilot/scoring/model.ts';
import { scoringWords } from '#app/i18n/scoring.ts';
import { queryOf } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';

type Row = Score & { number: string; unit: string; kept: number | null };

const AskedScores = z.object({ id: z.uuid().optional(), run: z.uuid().optional(), round });

/** 计分 of one reckoning: a line an application, as the page shows it, no reviewer named. */
export const scoresList = listOf<Row>({
  name: 'scores',
  verb: 'review.table',
  page: '/desk/calls',
  columns: (locale) => {
    const { columns, near } = scoringWords[locale];
    return [
      { title: columns.number, width: 22, cell: (row) => row.number },
      { title: columns.unit, width: 26, cell: (row) => row.unit },
      { title: columns.rank, width: 8, cell: (row) => row.rank },
      { title: columns.score, width: 12, cell: (row) => row.score },
      { title: `${columns.interval} ↓`, width: 12, cell: (row) => row.low },
      { title: `${columns.interval} ↑`, width: 12, cell: (row) => row.high },
      { title: columns.raw, width: 12, cell: (row) => row.raw },
      { title: columns.rawRank, width: 10, cell: (row) => row.rawRank },
      { title: columns.reviews, width: 10, cell: (row) => row.reviews },
      { title: columns.island, width: 8, cell: (row) => row.island + 1 },
      { title: columns.near, width: 16, cell: (row) => (row.near ? near[row.near] : '') },
      { title: columns.kept, width: 12, cell: (row) => row.kept },
    ];
  },
  async *batches(ctx, search) {
    const { id, run, round: which } = queryOf(searchOf(search), AskedScores);
    if (id === undefined) throw new Refusal('not-found', 404);
    const { shown } = await scoresAtDesk(ctx, id, { round: which, runId: run });
    if (!shown) throw new Refusal('scoring-not-ready');
    yield shown.results.scores.map((score): Row => {
      const kept = shown.published[score.application];
      return { ...score, number: shown.units[score.application]?.number ?? '', unit: shown.units[score.application]?.unit ?? '', kept: kept ? (kept.score ?? kept.raw) : null };
    });
  },
});
