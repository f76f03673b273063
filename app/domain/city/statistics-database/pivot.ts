import { everybody, isEstimate } from '#app/domain/city/indicators/model.ts';
import { laterOf, yearOf } from '#app/domain/city/indicators/period.ts';
import { type Axis, axes, type Figure } from './model.ts';

/** 一个取值 of an axis, with the words that stand at its row or column. */
export type Head = { id: string; name: string };
export type Cell = { value: number | null; state: 'seen' | 'hidden' | 'none'; isBreak: boolean; indicator: string; period: number | null; isEstimate?: true };
export type Pivot = { rowAxes: Axis[]; rows: { key: string; heads: Head[]; cells: Cell[] }[]; colAxis: Axis; cols: Head[]; cells: number };

export type Axes = Record<Axis, readonly Head[]>;

/** 各轴取值的编号 of one figure; a year stands for its periods where one figure a year was asked for. */
export function idsOf(figure: Pick<Figure, 'indicatorId' | 'regionCode' | 'period' | 'breakdown'>, isByYear: boolean): Record<Axis, string> {
  return { indicator: String(figure.indicatorId), region: figure.regionCode, period: String(isByYear ? yearOf(figure.period) : figure.period), group: String(figure.breakdown) };
}

/**
 * 透视: one axis down, one across; what is left and has several values stands beside the rows. Every place of the table is there, so
 * that what nobody reported is seen to be missing; a row of a group that its indicator does not have is left out.
 */
export function pivotOf(figures: readonly Figure[], all: Axes, down: Axis, across: Axis, isByYear: boolean): Pivot {
  const colAxis = across === down ? axes.find((axis) => axis !== down)! : across;
  const beside = axes.filter((axis) => axis !== down && axis !== colAxis && all[axis].length > 1);
  const rowAxes = [down, ...beside];
  const held = new Map<string, Figure>();
  for (const figure of figures) {
    const ids = idsOf(figure, isByYear);
    const key = axes.map((axis) => ids[axis]).join('|');
    const known = held.get(key);
    if (!known || laterOf(known.period, figure.period) === figure.period) held.set(key, figure);
  }
  const single = Object.fromEntries(axes.map((axis) => [axis, all[axis][0]?.id ?? ''])) as Record<Axis, string>;
  const rows = product(rowAxes.map((axis) => all[axis])).map((heads) => {
    const fixed = { ...single, ...Object.fromEntries(rowAxes.map((axis, at) => [axis, heads[at]!.id])) };
    return {
      key: heads.map(({ id }) => id).join('|'), heads,
      cells: all[colAxis].map((col): Cell => {
        const ids: Record<Axis, string> = { ...fixed, [colAxis]: col.id };
        const figure = held.get(axes.map((axis) => ids[axis]).join('|'));
        return { value: figure?.value ?? null, state: figure ? (figure.isHidden ? 'hidden' : 'seen') : 'none', isBreak: figure?.isBreak ?? false, indicator: ids.indicator, period: figure?.period ?? null, ...(figure?.value != null && isEstimate(figure.source) ? { isEstimate: true } : {}) };
      }),
    };
  });
  const isGroupRow = ({ heads }: { heads: Head[] }) => rowAxes.includes('group') && heads[rowAxes.indexOf('group')]!.id !== String(everybody);
  const kept = rows.filter((row) => !isGroupRow(row) || row.cells.some(({ state }) => state !== 'none'));
  return { rowAxes, rows: kept, colAxis, cols: [...all[colAxis]], cells: kept.length * all[colAxis].length };
}

/** 去掉两头的空列: periods at the ends of a table of which nobody has reported anything are named below it instead; one in between stays. */
export function withoutBareEnds(pivot: Pivot): { pivot: Pivot; left: string[] } {
  const isTold = pivot.cols.map((_, at) => pivot.rows.some(({ cells }) => cells[at]!.state !== 'none'));
  if (pivot.colAxis !== 'period' || !isTold.includes(true)) return { pivot, left: [] };
  const [first, last] = [isTold.indexOf(true), isTold.lastIndexOf(true)];
  const cols = pivot.cols.slice(first, last + 1);
  const rows = pivot.rows.map((row) => ({ ...row, cells: row.cells.slice(first, last + 1) }));
  return { pivot: { ...pivot, cols, rows, cells: rows.length * cols.length }, left: pivot.cols.filter((_, at) => at < first || at > last).map(({ name }) => name) };
}

function product(lists: readonly (readonly Head[])[]): Head[][] {
  return lists.reduce<Head[][]>((made, list) => made.flatMap((head) => list.map((each) => [...head, each])), [[]]);
}
