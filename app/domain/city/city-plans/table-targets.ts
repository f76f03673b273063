import type { Unit } from '#app/domain/city/indicators/model.ts';
import { halfWidth, readNumber } from '#app/domain/city/indicators/read-number.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Measured } from './model.ts';
import { readTarget } from './table-cells.ts';
import type { Column } from './table-head.ts';
import type { Row, Sheet } from './table-row.ts';
import { yearsIn } from './table-words.ts';
import { unitFits } from './unit-words.ts';

/** What decides how a target is read. */
export type Counted = { definition: Pick<Indicator['definition'], 'kind' | 'unit' | 'direction' | 'least' | 'most'> };

/** 单位和目标填反了: a figure stands where the unit should, and the unit, or the sign of no figure, where a target should. */
export const isUnitSwapped = ({ said }: Pick<Row, 'said'>, unit: Unit): boolean => /\d/.test(halfWidth(said('unit'))) && !unitFits(said('unit'), unit) && !/\d/.test(halfWidth(said('target'))) && unitFits(said('target'), unit);

/** 读各年目标 of one row: years stand in the heads, in a column of their own, or in the cell. */
export function readTargets(sheet: Sheet, here: Row, { measured, indicator }: { measured: Measured; indicator: Counted }, due: string | null): void {
  const { columns, over, fault, note, all } = sheet;
  const { definition } = indicator;
  const own = here.said('year') === '' ? [] : yearsIn(here.said('year'));
  if (here.said('year') !== '' && (own.length !== 1 || !all.includes(own[0]!))) fault(here.row, here.at('year'), 'year-outside', here.said('year'), String(all[0]), String(all.at(-1)));
  for (const column of columns) {
    const text = over(here.row, column.at).trim();
    if (column.role === 'baseline') readBaseline(sheet, here.row, column, text, measured, definition);
    if (column.role !== 'target' || text === '') continue;
    if (isShared(sheet, here.row, column.at)) {
      fault(here.row, column.at, 'target-shared');
      continue;
    }
    if (isUnitSwapped(here, definition.unit) && !/\d/.test(text)) continue;
    const read = readTarget(text, definition);
    if ('wrong' in read) {
      fault(here.row, column.at, read.wrong, text.slice(0, 40), definition.unit);
      continue;
    }
    if (read.isShare) note(here.row, column.at, 'share', text, String(read.target?.value));
    if (!read.target) continue;
    const years = column.years.length > 0 ? column.years : own.length > 0 ? own : read.year ? [read.year] : due && definition.kind === 'milestone' ? [Number(due.slice(0, 4))] : [all.at(-1)!];
    if (read.year && !years.includes(read.year)) fault(here.row, column.at, 'years-differ', String(read.year), years.join('、'));
    else if (read.year && !all.includes(read.year)) fault(here.row, column.at, 'year-outside', String(read.year), String(all[0]), String(all.at(-1)));
    if (column.years.length === 0 && own.length === 0 && !read.year) note(here.row, column.at, 'last-year', String(years[0]));
    const area = sheet.areas.find((each) => each.top === here.row && each.bottom === here.row && each.left <= column.at && each.right >= column.at && each.right > each.left);
    if (area && area.left === column.at) note(here.row, column.at, 'across-years', text);
    for (const year of years.filter((each) => all.includes(each))) {
      if (measured.targets.some((each) => each.year === year)) fault(here.row, column.at, 'target-twice', String(year));
      else measured.targets.push({ year, ...read.target });
    }
  }
  if (measured.targets.length === 0 && definition.kind === 'milestone' && due && all.includes(Number(due.slice(0, 4))) && here.said('target') === '') {
    measured.targets.push({ year: Number(due.slice(0, 4)), op: '=', value: 1 });
    note(here.row, here.at('due'), 'milestone-due', due.slice(0, 4));
  }
}

/** One figure over the rows of two indicators says nothing about either. */
const isShared = ({ areas, columns, over }: Sheet, row: number, at: number) => areas.some((area) => {
  const name = columns.find(({ role }) => role === 'indicator' || role === 'indicatorCode')?.at ?? -1;
  return area.bottom > area.top && area.top <= row && area.bottom >= row && area.left <= at && area.right >= at && over(area.top, name) !== over(area.bottom, name);
});

function readBaseline({ fault, all }: Sheet, row: number, column: Column, text: string, measured: Measured, { unit, kind }: Counted['definition']): void {
  if (text === '' || measured.baseline !== null || kind === 'milestone') return;
  const read = readNumber(text, unit);
  if ('problem' in read) fault(row, column.at, read.problem, text.slice(0, 40), unit);
  else if (read.value !== null) measured.baseline = { year: column.years[0] ?? all[0]! - 1, value: read.value };
}
