import { keyOf } from '#app/domain/city/collection/model.ts';
import { shareUnits } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { told, withUnit } from '../../public/plans/words.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { CellBase } from './cell-base.tsx';
import { cellProblems } from './sentences.ts';
import type { Cell } from './sheet-cell.tsx';

/** 各分组: a row for each group with its figure; below them what they add up to, beside the whole. */
export function SheetGroups({ groups, whole }: { groups: readonly Cell[]; whole: number | undefined }) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const { definition, code } = groups[0]!.indicator;
  const figures = groups.flatMap(({ entry }) => entry?.figure ?? []);
  const sum = Number(figures.reduce((all, each) => all + each, 0).toPrecision(12));
  const nameOf = ({ group }: Cell) => (group ? told(group, locale) : '');
  const typed = (cell: Cell, letter: 'v' | 'r', known: string | undefined, label: string, most: number) => (
    <input className="dctl" name={`${letter}.${keyOf(cell)}`} id={letter === 'v' ? `cell-${keyOf(cell).replace('.', '-')}` : undefined} defaultValue={known ?? ''} maxLength={most} autoComplete="off" aria-label={`${code} ${nameOf(cell)} ${label}`} aria-invalid={letter === 'v' && cellProblems(cell, locale) !== '' ? true : undefined} />
  );
  return (
    <div className="sheet-groups">
      <FigureTable
        label={words.sheet.groups} rows={groups} keyOf={keyOf}
        columns={[
          { name: 'group', title: words.sheet.group, place: 'main', show: (row) => <>{nameOf(row)}<CellBase cell={row} /></> },
          { name: 'before', title: words.sheet.before, show: (row) => (row.past.length === 0 ? '—' : withUnit(row.past.at(-1)!, definition.unit, city, locale)) },
          { name: 'value', title: words.sheet.value, show: (row) => <>{typed(row, 'v', row.entry?.value, words.sheet.value, 40)}{cellProblems(row, locale) !== '' && <p className="wrong">{cellProblems(row, locale)}</p>}</> },
          { name: 'reason', title: words.sheet.reason, place: 'wide', show: (row) => typed(row, 'r', row.entry?.reason, words.sheet.reason, 300) },
        ]}
      />
      {figures.length > 0 && !shareUnits.includes(definition.unit) && <p className="note">{words.sheet.sum(withUnit(sum, definition.unit, city, locale), whole === undefined ? undefined : withUnit(whole, definition.unit, city, locale))}</p>}
    </div>
  );
}
