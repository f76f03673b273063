import { checkValue } from '#app/domain/city/indicators/check-value.ts';
import { type Definition, everybody, shareUnits } from '#app/domain/city/indicators/model.ts';
import { isRunningTotal } from '#app/domain/city/indicators/running-total.ts';
import { type CellKey, keyOf } from './model.ts';
import { furthest, median, robustZ } from './robust-z.ts';

/** 一格 with all that it is checked against: what this unit said in earlier periods, oldest first, and what its neighbours say in this one. */
export type Checked = CellKey & {
  definition: Pick<Definition, 'kind' | 'unit' | 'accumulation' | 'least' | 'most'>;
  value: string; numerator: string; denominator: string; reason: string;
  past: readonly number[]; peers: readonly number[];
  /** The last of the past belongs to the same year, in which counts only grow. */
  isOneYear: boolean;
};

/** 问题: `stop` must be put right, `ask` needs a reason; the facts are what its sentence names. */
export type Fault = CellKey & { code: string; weight: 'stop' | 'ask'; facts: Record<string, number> };

/** A figure this many times the last one is mostly a slip of the unit. */
const jump = 8;

/** 核表: what is wrong with the cells of one sheet, cell by cell; pure, so that a file and a page are checked alike. */
export function checkSheet(cells: readonly Checked[]): Fault[] {
  const figures = new Map<string, number>();
  const faults = cells.flatMap((cell): Fault[] => {
    const read = checkValue(cell.definition, cell);
    if (read === 'value-missing') return [fault(cell, 'cell-empty', 'ask')];
    if (typeof read === 'string') return [fault(cell, read, 'stop')];
    figures.set(keyOf(cell), read.value);
    return unusual(cell, read.value);
  });
  return [...faults, ...cells.filter(({ breakdown }) => breakdown === everybody).flatMap((total) => groupsOf(total, cells, figures))];
}

/** 还拦着的: what keeps a sheet from being handed in: everything to be put right, and what lacks its reason. */
export function standing(faults: readonly Fault[], reasonOf: (cell: CellKey) => string): Fault[] {
  return faults.filter((each) => each.weight === 'stop' || [...reasonOf(each).trim()].length < shortestReason);
}
const shortestReason = 4;

const fault = ({ indicatorId, breakdown }: CellKey, code: string, weight: Fault['weight'], facts: Fault['facts'] = {}): Fault => ({ indicatorId, breakdown, code, weight, facts });

/** 异常: a running total that falls, a figure many times the last one, one far from its own past or from its neighbours. */
function unusual(cell: Checked, figure: number): Fault[] {
  const before = cell.past.at(-1);
  if (cell.definition.kind === 'milestone') return before === 1 && figure === 0 ? [fault(cell, 'falling-total', 'ask', { before })] : [];
  if (before !== undefined && figure < before && isRunningTotal(cell.definition, cell.isOneYear)) return [fault(cell, 'falling-total', 'ask', { before })];
  if (before !== undefined && before > 0 && (figure >= before * jump || figure * jump <= before)) return [fault(cell, 'jump', 'ask', { before })];
  const own = cell.definition.accumulation === 'cumulative' ? null : robustZ(figure, cell.past);
  if (own !== null && Math.abs(own) > furthest) return [fault(cell, 'unlike-past', 'ask', { middle: median(cell.past) })];
  const among = shareUnits.includes(cell.definition.unit) ? robustZ(figure, cell.peers) : null;
  return among !== null && Math.abs(among) > furthest ? [fault(cell, 'unlike-neighbours', 'ask', { middle: median(cell.peers), of: cell.peers.length })] : [];
}

/** 合计: groups of a count never make more than the whole, and all of them make the whole. */
function groupsOf(total: Checked, cells: readonly Checked[], figures: ReadonlyMap<string, number>): Fault[] {
  const groups = cells.filter(({ indicatorId, breakdown }) => indicatorId === total.indicatorId && breakdown !== everybody);
  const whole = figures.get(keyOf(total));
  if (groups.length === 0 || whole === undefined || shareUnits.includes(total.definition.unit)) return [];
  const told = groups.flatMap((group) => figures.get(keyOf(group)) ?? []);
  const sum = Number(told.reduce((all, each) => all + each, 0).toPrecision(12));
  return sum > whole || (told.length === groups.length && sum !== whole) ? [fault(total, 'groups-not-whole', 'stop', { sum })] : [];
}
