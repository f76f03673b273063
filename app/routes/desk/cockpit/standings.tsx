import { Link } from 'react-router';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';
import { trajectoryWords } from '#app/i18n/trajectory.ts';
import { Estimated, EstimateKey } from '#app/ui/light/estimated.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { StandingRow } from './load-district.ts';

const tones = { reached: 'good', 'on-path': 'info', behind: 'bad', 'far-behind': 'bad', 'no-figure': 'rest', 'not-due': 'rest', 'not-asked': 'rest' } as const;
export const signs = { reached: '✓ ', 'on-path': '', behind: '▼ ', 'far-behind': '▼▼ ', 'no-figure': '', 'not-due': '', 'not-asked': '' } as const;

/** 逐个指标: expected, actual, how it stands, and how many of the other places are ahead. */
export function Standings({ rows, planId, to = (row) => `/desk/plans/${planId}/actions/${row.action}` }: { rows: readonly StandingRow[]; planId: string; to?: (row: StandingRow) => string }) {
  const words = useWords(cockpitWords);
  const { columns } = words.district;
  const { estimate } = useWords(trajectoryWords);
  if (rows.length === 0) return <p className="note in-pane">{words.district.none}</p>;
  const hasOthers = rows.some(({ compared }) => compared > 0);
  const table = (
    <FigureTable
      label={words.district.figures} rows={rows} keyOf={({ action, code }) => `${action} ${code}`}
      columns={[
        { name: 'indicator', title: columns.indicator, place: 'main', show: (row) => <><Link to={to(row)}>{row.name}</Link><small>{row.action} · {row.code}{row.isOwn ? ` · ${words.district.own}` : ''}{row.isNew ? ` · ${words.heat.fresh}` : ''}</small></> },
        { name: 'expected', title: columns.expected, place: 'figure', show: (row) => row.expected ?? '—' },
        { name: 'actual', title: columns.actual, place: 'figure', show: (row) => (row.isMilestone ? '—' : row.actual ? <Estimated is={row.isEstimate} words={estimate}>{row.actual}</Estimated> : (<span className="muted">{words.heat.missing}</span>)) },
        { name: 'percent', title: columns.percent, place: 'figure', show: (row) => (row.percent === null ? '—' : `${row.percent}%`) },
        { name: 'light', title: columns.light, place: 'state', show: (row) => <StatusTag tone={tones[row.light]}>{signs[row.light]}{words.lights[row.light]}</StatusTag> },
        { name: 'period', title: columns.period, show: (row) => <>{row.period || '—'}{row.overdue ? <small className="late">{words.district.overdue(row.overdue)}</small> : null}</> },
        ...(hasOthers ? [{ name: 'others', title: columns.others, show: (row: StandingRow) => (row.better === null ? '—' : words.district.rank(row.better, row.compared)) }] : []),
      ]}
    />
  );
  return rows.some(({ isEstimate }) => isEstimate) ? <>{table}<EstimateKey words={estimate} /></> : table;
}
