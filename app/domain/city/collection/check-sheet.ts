import { checkValue } from '#app/domain/city/indicators/check-value.ts';
import { type Definition, everybody, shareUnits } from '#app/domain/city/indicators/model.ts';
import { isRunningTotal } from '#app/domain/city/indicators/running-total.ts';
import { quantityOf } from '#app/domain/city/indicators/units.ts';
import { type CellKey, inGroups, keyOf } from './model.ts';
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
/** A share seldom moves by so much of its whole from one period to the next. */
const step = 0.2;

/** 核表: what is wrong with the cells of one sheet, cell by cell, beside figures that stand already and are not asked; pure, so that a file and a page are checked alike. */
export function checkSheet(cells: readonly Checked[], known: ReadonlyMap<string, number> = new Map()): Fault[] {
  const figures = new Map<string, number>(known);
  const faults = cells.flatMap((cell): Fault[] => {
    const read = checkValue(cell.definition, cell);
    if (read === 'value-missing') return [fault(cell, 'cell-empty', 'ask')];
    if (typeof read === 'string') return [fault(cell, read, 'stop')];
    figures.set(keyOf(cell), read.value);
    return unusual(cell, read.value);
  });
  return [...faults, ...inGroups(cells).flatMap(({ whole, groups }) => groupsOf(whole, groups, figures))];
}

/** 还拦着的: what keeps a sheet from being handed in: everything to be put right, and what lacks its reason. */
export function standing(faults: readonly Fault[], reasonOf: (cell: CellKey) => string): Fault[] {
  return faults.filter((each) => each.weight === 'stop' || [...reasonOf(each).trim()].length < shortestReason);
}
const shortestReason = 4;

const fault = ({ indicatorId, breakdown }: CellKey, code: string, weight: Fault['weight'], facts: Fault['facts'] = {}): Fault => ({ indicatorId, breakdown, code, weight, facts });

/** 异常: a running total that falls, a figure many times the last one, a share that moves by a fifth of its whole, one far from its own past or from its neighbours. */
function unusual(cell: Checked, figure: number): Fault[] {
  const before = cell.past.at(-1);
  if (cell.definition.kind === 'milestone') return before === 1 && figure === 0 ? [fault(cell, 'falling-total', 'ask', { before })] : [];
  if (before !== undefined && figure < before && isRunningTotal(cell.definition, cell.isOneYear)) return [fault(cell, 'falling-total', 'ask', { before })];
  if (before !== undefined && before > 0 && (figure >= before * jump || figure * jump <= before)) return [fault(cell, 'jump', 'ask', { before })];
  const own = cell.definition.accumulation === 'cumulative' ? null : robustZ(figure, cell.past);
  if (own !== null && Math.abs(own) > furthest) return [fault(cell, 'unlike-past', 'ask', { middle: median(cell.past) })];
  const isShare = shareUnits.includes(cell.definition.unit);
  if (isShare && before !== undefined && Math.abs(figure - before) * quantityOf(cell.definition.unit).scale >= step) return [fault(cell, 'step', 'ask', { before })];
  const among = isShare ? robustZ(figure, cell.peers) : null;
  return among !== null && Math.abs(among) > furthest ? [fault(cell, 'unlike-neighbours', 'ask', { middle: median(cell.peers), of: cell.peers.length })] : [];
}

/** 合计: groups of a count never make more than the whole, and all of them make the whole; told at the whole, or at the last group where the whole is known already. */
function groupsOf(total: Checked | undefined, groups: readonly Checked[], figures: ReadonlyMap<string, number>): Fault[] {
  const at = total ?? groups.at(-1);
  if (!at || groups.length === 0 || shareUnits.includes(at.definition.unit)) return [];
  const wholeKey = keyOf({ indicatorId: at.indicatorId, breakdown: everybody });
  const whole = figures.get(wholeKey);
  if (whole === undefined) return [];
  const told = [...figures].filter(([key]) => key !== wholeKey && key.startsWith(`${at.indicatorId}.`));
  const sum = Number(told.reduce((all, [, each]) => all + each, 0).toPrecision(12));
  return sum > whole || (sum !== whole && groups.every((group) => figures.has(keyOf(group)))) ? [fault(at, 'groups-not-whole', 'stop', { sum, whole })] : [];
}
