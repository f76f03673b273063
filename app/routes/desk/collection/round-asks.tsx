import type { Asking } from '#app/domain/city/collection/plan-round.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

/** 负担预览: how many sheets and figures a round asks of each level, and about how long that takes them all together. */
export function RoundAsks({ asking }: { asking: readonly Asking[] }) {
  const words = useWords(collectionWords);
  const locale = useLocale();
  const sum = (name: 'sheets' | 'fields' | 'minutes') => asking.reduce((all, each) => all + each[name], 0);
  return (
    <Pane title={words.asks.title} note={words.asks.together(sum('sheets'), sum('fields'), words.minutes(sum('minutes')))} flush>
      <FigureTable
        label={words.asks.title} rows={asking} keyOf={({ level }) => level}
        columns={[
          { name: 'level', title: words.asks.columns.level, place: 'main', show: (row) => words.levels[row.level] },
          { name: 'sheets', title: words.asks.columns.sheets, show: (row) => row.sheets },
          { name: 'fields', title: words.asks.columns.fields, show: (row) => row.fields },
          { name: 'minutes', title: words.asks.columns.minutes, show: (row) => words.minutes(row.minutes) },
          { name: 'dueOn', title: words.asks.columns.dueOn, show: (row) => shortDay(row.dueOn, locale) },
        ]}
      />
      <p className="note in-pane">{words.asks.why}</p>
    </Pane>
  );
}
