import { Link } from 'react-router';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

type Row = { code: string; zh: string; en: string; indicators: number; targets: number; toReview: number; tasks: number; done: number };

/** 各项行动 of what is being written. */
export function PlanActions({ planId, actions, canAdd }: { planId: string; actions: readonly Row[]; canAdd: boolean }) {
  const words = useWords(cityDeskWords);
  const en = useLocale() === 'en';
  const add = canAdd && <ButtonLink to={`/desk/plans/${planId}/actions/new`}>{words.addAction}</ButtonLink>;
  return (
    <Pane title={words.actions} actions={add} flush>
      {actions.length === 0 ? <p className="note in-pane">{words.noActions}</p> : (
        <FigureTable
          label={words.actions} rows={actions} keyOf={(row) => row.code}
          columns={[
            { name: 'action', title: words.columns.action, place: 'main', show: (row) => <Link to={`/desk/plans/${planId}/actions/${row.code}`}>{row.code} {en ? row.en : row.zh}</Link> },
            { name: 'indicators', title: words.columns.indicators, show: (row) => row.indicators },
            { name: 'targets', title: words.columns.targets, show: (row) => row.targets },
            { name: 'review', title: words.columns.review, show: (row) => (row.toReview > 0 ? <StatusTag tone="now">{row.toReview}</StatusTag> : '—') },
            { name: 'tasks', title: words.columns.tasks, show: (row) => (row.tasks > 0 ? `${row.done} / ${row.tasks}` : '—') },
          ]}
        />
      )}
    </Pane>
  );
}
