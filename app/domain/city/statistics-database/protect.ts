import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { type Accumulation, everybody } from '#app/domain/city/indicators/model.ts';
import { lastMonth, openPeriod, yearOf } from '#app/domain/city/indicators/period.ts';

/** A figure that counts people, as it stands. */
export type Count = { regionCode: string; period: number; breakdown: number; value: number };
export type Counted = { accumulation: Accumulation; dimensionOf: (breakdown: number) => string };

const least = leastFor.public;
export const keyOf = ({ regionCode, period, breakdown }: Omit<Count, 'value'>): string => `${regionCode} ${period} ${breakdown}`;

/** Running counts are shown where a year ends: between two parts of a year lie the people who came meanwhile. */
const endsYear = (period: number) => lastMonth(openPeriod(period)!) === 12;

/** One region in one year: what it says of everybody and of groups, column by column; `sums` also holds what only those below it say. */
type Node = { code: string; all: Map<string, number>; groups: Map<string, number>; sums: { all: Map<string, number>; groups: Map<string, number> }; below: Node[] };
type Layer = 'all' | 'groups';
export type Shown = Record<Layer, Set<string>>;
const more = ' more';

/**
 * 可以公开的计人数: decided from the figures alone, region by region from the top down and year by year, so that no two questions
 * can be set against each other. A region with a figure under ten in any column of a year is hidden for that year; where some
 * regions below one that is shown are hidden, the smallest others go with them until at least two are hidden and together hold
 * ten in every column; what is hidden of a region is hidden below it. Groups are decided the same way, after everybody.
 */
export function openCounts(counts: readonly Count[], counted: Counted): Set<string> {
  const open = new Set<string>();
  const offered = counts.filter((count) => isOffered(count, counted.accumulation));
  for (const [year, ofYear] of Map.groupBy(offered, ({ period }) => yearOf(period))) {
    const shown = openRegions(ofYear, offered.filter(({ period }) => yearOf(period) === year - 1), counted);
    for (const count of ofYear) if (shown[count.breakdown === everybody ? 'all' : 'groups'].has(count.regionCode)) open.add(keyOf(count));
  }
  return open;
}

/** What is ever shown of people: down to the county, running counts where a year ends. */
export const isOffered = ({ regionCode, period }: Count, accumulation: Accumulation): boolean => regionCode.length <= 6 && (accumulation === 'point' || endsYear(period));

/** The regions that may be seen in one year, by what is offered of it and of the year before. */
export function openRegions(ofYear: readonly Count[], before: readonly Count[], counted: Counted): Shown {
  return decideYear(treeOf(ofYear, counted.accumulation === 'cumulative' ? before : [], counted));
}

function decideYear(roots: readonly Node[]): Shown {
  const shown: Shown = { all: new Set(), groups: new Set() };
  for (const root of roots) decide(root, !isSmall(ofRoot(root, 'all')), !isSmall(ofRoot(root, 'groups')), shown);
  return shown;
}

/** What a region at the top says itself, and how many came since the year before as far as those below it tell. */
const ofRoot = (root: Node, layer: Layer) => new Map([...root.sums[layer]].filter(([column]) => root[layer].has(column) || column.endsWith(more)));

function decide(node: Node, all: boolean, groups: boolean, shown: Shown): void {
  if (all) shown.all.add(node.code);
  if (all && groups) shown.groups.add(node.code);
  const hidden = all ? hiddenOf(node, ({ sums }) => isSmall(sums.all), 'all') : new Set(node.below);
  const hiddenGroups = all && groups ? hiddenOf(node, (each) => hidden.has(each) || isSmall(each.sums.groups), 'groups') : new Set(node.below);
  for (const each of node.below) decide(each, !hidden.has(each), !hiddenGroups.has(each), shown);
}

const isSmall = (columns: ReadonlyMap<string, number>) => [...columns.values()].some((value) => value < least);

/** Those below a region that must not be seen, and the smallest others that keep them from being worked out. */
function hiddenOf(node: Node, mustHide: (below: Node) => boolean, layer: Layer): Set<Node> {
  const hidden = new Set(node.below.filter(mustHide));
  const weight = ({ sums }: Node) => Math.max(0, ...sums[layer].values(), ...sums.all.values());
  const others = node.below.filter((each) => !hidden.has(each)).toSorted((one, other) => weight(one) - weight(other));
  while (others.length > 0 && !isSafe(node, hidden, others, layer)) hidden.add(others.shift()!);
  return hidden;
}

/** Whether neither what is hidden nor what nobody below has reported is left over as a small figure in any column. */
function isSafe(node: Node, hidden: ReadonlySet<Node>, others: readonly Node[], layer: Layer): boolean {
  if (hidden.size === 1) return false;
  const sums = columnsOf([...hidden], layer);
  const seen = columnsOf(others, layer);
  const isLeftOver = (column: string) => node.below.some(({ sums: own }) => !own[layer].has(column));
  const isRestFine = (rest: number, column: string) => rest >= least || (rest <= 0 && !isLeftOver(column));
  return [...sums.values()].every(({ sum, many }) => many > 1 && sum >= least) && [...node.sums[layer]].every(([column, whole]) => isRestFine(whole - (seen.get(column)?.sum ?? 0), column));
}

function columnsOf(nodes: readonly Node[], layer: Layer): Map<string, { sum: number; many: number }> {
  const columns = new Map<string, { sum: number; many: number }>();
  for (const { sums } of nodes) {
    for (const [column, value] of sums[layer]) {
      const held = columns.get(column) ?? { sum: 0, many: 0 };
      columns.set(column, { sum: held.sum + value, many: held.many + 1 });
    }
  }
  return columns;
}

/** The regions that said something in a year, each under the nearest above it that did too. */
function treeOf(counts: readonly Count[], before: readonly Count[], counted: Counted): Node[] {
  const nodes = new Map<string, Node>();
  const former = Map.groupBy(before, ({ regionCode }) => regionCode);
  for (const [code, own] of Map.groupBy(counts, ({ regionCode }) => regionCode)) nodes.set(code, nodeOf(code, own, former.get(code) ?? [], counted));
  const roots: Node[] = [];
  for (const code of [...nodes.keys()].toSorted()) {
    const above = ['*', code.slice(0, 2), code.slice(0, 4)].toReversed().find((each) => each !== code && (each === '*' ? code !== '*' : each.length < code.length) && nodes.has(each));
    (above ? nodes.get(above)!.below : roots).push(nodes.get(code)!);
  }
  for (const root of roots) addUp(root);
  return roots;
}

function nodeOf(code: string, own: readonly Count[], before: readonly Count[], { dimensionOf }: Counted): Node {
  const [all, groups] = [new Map<string, number>(), new Map<string, number>()];
  for (const { period, breakdown, value } of own) (breakdown === everybody ? all : groups).set(`${period} ${breakdown}`, value);
  for (const { period, breakdown, value } of own) {
    const last = before.findLast((each) => each.breakdown === breakdown);
    if (last) (breakdown === everybody ? all : groups).set(`${period} ${breakdown}${more}`, value - last.value);
  }
  for (const [said, parts] of Map.groupBy(own.filter(({ breakdown }) => breakdown !== everybody), ({ period, breakdown }) => `${period} ${dimensionOf(breakdown)}`)) {
    const whole = own.find(({ period, breakdown }) => breakdown === everybody && period === parts[0]!.period);
    const rest = whole ? whole.value - parts.reduce((sum, { value }) => sum + value, 0) : 0;
    if (rest > 0) groups.set(`${said} rest`, rest);
  }
  return { code, all, groups, sums: { all: new Map(all), groups: new Map(groups) }, below: [] };
}

/** A column that a region leaves out and those below it do not is known above it as their sum. */
function addUp(node: Node): void {
  for (const each of node.below) addUp(each);
  for (const layer of ['all', 'groups'] as const) {
    const columns = new Map<string, number>();
    for (const { sums } of node.below) for (const [column, value] of sums[layer]) columns.set(column, (columns.get(column) ?? 0) + value);
    for (const [column, sum] of columns) if (!node.sums[layer].has(column)) node.sums[layer].set(column, sum);
  }
}

/** 可以公开的比率: both sides of a share of people hold enough, or one side nobody; unknown parts tell nothing. */
export function isOpenShare(numerator: number | null, denominator: number | null): boolean {
  if (numerator === null || denominator === null) return true;
  return denominator >= least && [numerator, denominator - numerator].every((side) => side <= 0 || side >= least);
}

/** A share of people says no more than one decimal (two of a thousand): from many decimals its parts could be worked out. */
export function roundedShare(value: number, unit: string): number {
  return Number(value.toFixed(unit === 'percent' ? 1 : 2));
}
