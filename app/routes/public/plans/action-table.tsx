import { type Standing, standings } from '#app/domain/city/city-plans/progress.ts';
import { cityWords } from '#app/i18n/city.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { DataTable } from '#app/ui/light/table.tsx';
import type { PlanPage } from './load.ts';

type Row = PlanPage['actions'][number];

/** 行动表: one line an action, one square for each target. */
export function ActionTable({ planId, caption, rows }: { planId: string; caption: string; rows: readonly Row[] }) {
  const words = useWords(cityWords);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={(row) => row.code}
      columns={[
        { head: words.columns.action, isName: true, cell: (row) => <a href={`/plans/${planId}/actions/${row.code}`}>{row.code} {row.name}</a> },
        { head: words.columns.lead, cell: (row) => row.leads || words.noLead },
        { head: words.columns.numbers, right: true, cell: (row) => <>{words.targets(row.reached, row.numbers, row.notShown)}{row.onPath > 0 ? <small className="corrected">{words.onPath(row.onPath)}</small> : null}</> },
        { head: words.columns.milestones, right: true, cell: (row) => words.many(row.done, row.milestones) },
        { head: words.columns.marks, cell: (row) => <Marks marks={row.marks} /> },
      ]}
    />
  );
}

/** 一排方格: the state is in the shape and in the words, the colour repeats it. */
export function Marks({ marks }: { marks: Row['marks'] }) {
  const words = useWords(cityWords);
  const locale = useLocale();
  const counted = standings.map((standing) => ({ standing, many: marks.filter((mark) => mark.standing === standing).length })).filter(({ many }) => many > 0);
  const said = counted.map(({ standing, many }) => `${words.standings[standing]} ${many}`).join(locale === 'en' ? ', ' : '，');
  if (marks.length === 0) return <span className="muted">—</span>;
  return (
    <span className="planmarks" role="img" aria-label={words.marksOf(said)}>
      {marks.map((mark) => <i key={mark.code} className={mark.standing} title={`${mark.name}${locale === 'en' ? ': ' : '：'}${words.standings[mark.standing]}`} />)}
    </span>
  );
}

/** 图例. */
export function MarkKey() {
  const words = useWords(cityWords);
  const shown: readonly Standing[] = ['reached', 'short', 'missing', 'on-the-way', 'not-shown'];
  return <ul className="planmarkkey">{shown.map((standing) => <li key={standing}><span className="planmarks" aria-hidden="true"><i className={standing} /></span>{words.standings[standing]}</li>)}</ul>;
}
