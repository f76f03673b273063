import { Link } from 'react-router';
import { isLate, type SheetState } from '#app/domain/city/collection/model.ts';
import type { Department } from '#app/domain/city/indicators/read.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { sheetTones } from './tones.ts';

type Row = { id: string; zh: string; en: string; place: string; department: string; dueOn: string; state: SheetState; all: number };

/** 等着的表: what waits for me to fill in or to check, with its unit and day. */
export function SheetList({ title, rows, departments, today }: { title: string; rows: readonly Row[]; departments: readonly Department[]; today: string }) {
  const words = useWords(collectionWords);
  const { firstOf } = useWords(deskWords);
  const locale = useLocale();
  const en = locale === 'en';
  const [first] = rows;
  if (!first) return null;
  return (
    <Pane title={title} flush {...(rows.length < first.all ? { note: firstOf(rows.length, first.all) } : {})}>
      <FigureTable
        label={title} rows={rows} keyOf={(row) => row.id}
        columns={[
          { name: 'unit', title: words.unit, place: 'main', show: (row) => <Link to={`/desk/collection/sheets/${row.id}`}>{unitOf(row, departments, words.nation, en)}</Link> },
          { name: 'name', title: words.rounds.columns.name, show: (row) => (en ? row.en : row.zh) },
          { name: 'dueOn', title: words.deadline, show: (row) => shortDay(row.dueOn, locale) },
          { name: 'state', title: words.rounds.columns.state, place: 'state', show: (row) => (isLate(row, today) ? <StatusTag tone="bad">{words.late}</StatusTag> : <StatusTag tone={sheetTones[row.state]}>{words.states[row.state]}</StatusTag>) },
        ]}
      />
    </Pane>
  );
}

/** 单位: the place, and the department where one is asked; beside the place that holds the round only what lies below it is named. */
export function unitOf({ place, department }: Pick<Row, 'place' | 'department'>, departments: readonly Department[], nation: string, en: boolean, holder = ''): string {
  const found = departments.find(({ id }) => id === department);
  const isBelow = holder !== '' && place !== holder && place.startsWith(holder);
  return [isBelow ? place.slice(holder.length).replace(/^[,\s]+/, '') : place || nation, ...(found ? [en ? found.en : found.zh] : [])].join(' · ');
}
