import { everybody } from '#app/domain/city/indicators/model.ts';

/** 一个地区的一年: its figures as periods, groups and values, three numbers each, in the order of their key. */
export type Told = { code: string; figures: readonly number[] };

/** 一份: what regions say of one indicator in one year, and what they had said of the year before where totals run on. */
export type Part = { own: readonly Told[]; before: readonly Told[] };

/** Everybody, and the groups of people beside. */
export type Layer = 'all' | 'groups';

/** Column by column what a region says, NaN where it says nothing; `sums` also hold what only those below it say. */
export type Node = { code: string; own: Record<Layer, Float64Array>; sums: Record<Layer, Float64Array>; below: Node[] };

/** 一年的地区树: each region under the nearest above it that said something too; which columns are people who came since the year before. */
export type Tree = { roots: Node[]; isMore: Record<Layer, readonly boolean[]> };

type Columns = { at: Map<number, number>; isMore: boolean[] };
type Cells = { at: number[]; values: number[] };
const layers = ['all', 'groups'] as const;
const [said, more, rest] = [0, 1, 2];
const columnOf = (nth: number, period: number, part: number, kind: number) => ((nth * 4_000_000 + period) * 65_536 + part) * 4 + kind;

/** Columns are numbered as they come, so that sums over regions are sums over numbers; every part has its own. */
export function treeOf(parts: readonly Part[], dimensionOf: (breakdown: number) => string): Tree {
  const columns: Record<Layer, Columns> = { all: { at: new Map(), isMore: [] }, groups: { at: new Map(), isMore: [] } };
  const numbers = new Map<string, number>();
  const dimensionNumber = (breakdown: number) => numberOf(numbers, dimensionOf(breakdown));
  const cells = new Map<string, Record<Layer, Cells>>();
  for (const [nth, { own, before }] of parts.entries()) {
    const former = new Map(before.map(({ code, figures }) => [code, figures]));
    for (const { code, figures } of own) {
      const known = cells.get(code) ?? { all: { at: [], values: [] }, groups: { at: [], values: [] } };
      cells.set(code, known);
      addCells(known, nth, figures, former.get(code) ?? [], columns, dimensionNumber);
    }
  }
  const nodes = new Map([...cells].map(([code, each]): [string, Node] => {
    const own = { all: spread(each.all, columns.all.isMore.length), groups: spread(each.groups, columns.groups.isMore.length) };
    return [code, { code, own, sums: { all: own.all.slice(), groups: own.groups.slice() }, below: [] }];
  }));
  const roots: Node[] = [];
  for (const code of [...nodes.keys()].toSorted()) {
    const above = ['*', code.slice(0, 2), code.slice(0, 4)].toReversed().find((each) => each !== code && (each === '*' ? code !== '*' : each.length < code.length) && nodes.has(each));
    (above ? nodes.get(above)!.below : roots).push(nodes.get(code)!);
  }
  for (const root of roots) addUp(root);
  return { roots, isMore: { all: columns.all.isMore, groups: columns.groups.isMore } };
}

function numberOf<T>(known: Map<T, number>, each: T): number {
  const number = known.get(each) ?? known.size;
  if (number === known.size) known.set(each, number);
  return number;
}

/** What a region says, how many came since the year before, and who of everybody is in no group of a dimension. */
function addCells(cells: Record<Layer, Cells>, nth: number, figures: readonly number[], former: readonly number[], columns: Record<Layer, Columns>, dimensionNumber: (breakdown: number) => number): void {
  const put = (layer: Layer, column: number, isMore: boolean, value: number) => {
    const at = numberOf(columns[layer].at, column);
    columns[layer].isMore[at] = isMore;
    cells[layer].at.push(at);
    cells[layer].values.push(value);
  };
  const last = new Map<number, number>();
  for (let at = 0; at < former.length; at += 3) last.set(former[at + 1]!, former[at + 2]!);
  const [wholes, parts] = [new Map<number, number>(), new Map<number, { period: number; sum: number }>()];
  for (let at = 0; at < figures.length; at += 3) {
    const [period, breakdown, value] = [figures[at]!, figures[at + 1]!, figures[at + 2]!];
    const layer = breakdown === everybody ? 'all' : 'groups';
    put(layer, columnOf(nth, period, breakdown, said), false, value);
    if (last.has(breakdown)) put(layer, columnOf(nth, period, breakdown, more), true, value - last.get(breakdown)!);
    if (layer === 'all') {
      wholes.set(period, value);
      continue;
    }
    const column = columnOf(nth, period, dimensionNumber(breakdown), rest);
    const known = parts.get(column);
    if (known) known.sum += value;
    else parts.set(column, { period, sum: value });
  }
  for (const [column, { period, sum }] of parts) {
    const left = (wholes.get(period) ?? 0) - sum;
    if (left > 0) put('groups', column, false, left);
  }
}

function spread({ at, values }: Cells, width: number): Float64Array {
  const all = new Float64Array(width).fill(Number.NaN);
  at.forEach((column, nth) => (all[column] = values[nth]!));
  return all;
}

/** A column that a region leaves out and those below it do not is known above it as their sum. */
function addUp(node: Node): void {
  for (const each of node.below) addUp(each);
  for (const layer of layers) {
    const [sums, own] = [node.sums[layer], node.own[layer]];
    for (const each of node.below) {
      const below = each.sums[layer];
      for (let at = 0; at < sums.length; at += 1) {
        if (!Number.isNaN(own[at]!) || Number.isNaN(below[at]!)) continue;
        sums[at] = Number.isNaN(sums[at]!) ? below[at]! : sums[at]! + below[at]!;
      }
    }
  }
}
