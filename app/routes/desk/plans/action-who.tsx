import type { ActionAtDesk } from '#app/domain/city/city-plans/action-at-desk.ts';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { figure, told } from '../../public/plans/words.ts';

/** 牵头和协同: each with its days; who has ended stays in sight. */
export function Leads({ data: { leads, today, plan } }: { data: ActionAtDesk }) {
  const words = useWords(cityActionWords).leads;
  const locale = useLocale();
  const stateOf = ({ from, until }: ActionAtDesk['leads'][number]) => ((until ?? plan.endsOn) < today ? 'over' : from > today ? 'later' : 'now');
  const rows = leads.toSorted((one, other) => Number(other.role === 'lead') - Number(one.role === 'lead'));
  return (
    <Pane title={words.title} flush={rows.length > 0}>
      {rows.length === 0 ? <p className="note">{words.none}</p> : (
        <FigureTable
          label={words.title} rows={rows} keyOf={(row) => `${row.department} ${row.from}`}
          columns={[
            { name: 'department', title: words.department, place: 'main', show: (row) => <>{told(row.name, locale)}{row.isInferred && <small> {words.inferred}</small>}</> },
            { name: 'role', title: words.role, show: (row) => (row.role === 'lead' ? <b>{words.roles.lead}</b> : words.roles.co) },
            { name: 'from', title: words.from, show: (row) => shortDay(row.from, locale) },
            { name: 'until', title: words.until, show: (row) => (row.until ? shortDay(row.until, locale) : words.open) },
            { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={stateOf(row) === 'now' ? 'good' : 'rest'}>{words.states[stateOf(row)]}</StatusTag> },
          ]}
        />
      )}
    </Pane>
  );
}

/** 预算 by year, with its sum. */
export function Money({ data: { action: { budgets } } }: { data: ActionAtDesk }) {
  const words = useWords(cityActionWords).money;
  const locale = useLocale();
  const rows = budgets.toSorted((one, other) => one.year - other.year).map((budget, at) => ({ ...budget, key: String(at), head: String(budget.year) }));
  const sum = { key: 'sum', head: words.sum, amount: rows.reduce((many, { amount }) => many + amount, 0), source: '' };
  return (
    <Pane title={words.title} flush={rows.length > 0}>
      {rows.length === 0 ? <p className="note">{words.none}</p> : (
        <FigureTable
          label={words.title} rows={rows.length > 1 ? [...rows, sum] : rows} keyOf={({ key }) => key}
          columns={[
            { name: 'year', title: words.year, place: 'main', show: (row) => row.head },
            { name: 'amount', title: words.amount, show: (row) => <span className="num">{figure(row.amount, locale)}</span> },
            { name: 'source', title: words.source, show: (row) => row.source || '—' },
          ]}
        />
      )}
    </Pane>
  );
}
