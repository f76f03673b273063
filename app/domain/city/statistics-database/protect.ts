import { leastFor } from '#app/domain/base/small-cells/model.ts';
import type { Accumulation } from '#app/domain/city/indicators/model.ts';
import { lastMonth, openPeriod } from '#app/domain/city/indicators/period.ts';
import { type Layer, type Node, type Part, type Tree, treeOf } from './year-tree.ts';

/** A figure that counts people, as it stands. */
export type Count = { regionCode: string; period: number; breakdown: number; value: number };

const least = leastFor.public;
/** What is left of a sum of fractions by reckoning alone. */
const nothing = 1e-6;

/** Running counts are shown where a year ends: between two parts of a year lie the people who came meanwhile. */
const endsYear = (period: number) => lastMonth(openPeriod(period)!) === 12;

export type Shown = Record<Layer, Set<string>>;

/** What is ever shown of people: down to the county, running counts where a year ends. */
export const isOffered = ({ regionCode, period }: Pick<Count, 'regionCode' | 'period'>, accumulation: Accumulation): boolean => regionCode.length <= 6 && (accumulation === 'point' || endsYear(period));

/**
 * 可以公开的计人数: the regions whose figures of people may be seen, decided from the figures alone, from the top down, so that no two
 * questions can be set against each other. A region with a figure under ten in any column of a year is hidden for that year; where
 * some regions below one that is shown are hidden, the smallest others go with them until at least two are hidden and together hold
 * ten in every column; what is hidden of a region is hidden below it. Groups are decided the same way, after everybody. Decided is
 * what is offered of one indicator in a year; or, where a formula reckons counts from one another, what is offered of all of them in
 * all years: hidden in one part is hidden in every part.
 */
export function openRegions(parts: readonly Part[], dimensionOf: (breakdown: number) => string): Shown {
  const tree = treeOf(parts, dimensionOf);
  const shown: Shown = { all: new Set(), groups: new Set() };
  for (const root of tree.roots) decide(root, !isSmallRoot(tree, root, 'all'), !isSmallRoot(tree, root, 'groups'), shown);
  return shown;
}

/** What a region at the top says itself, and how many came since the year before as far as those below it tell. */
const isSmallRoot = ({ isMore }: Tree, { own, sums }: Node, layer: Layer) => sums[layer].some((value, at) => value < least && (isMore[layer][at] || !Number.isNaN(own[layer][at]!)));
const isSmall = (columns: Float64Array) => columns.some((value) => value < least);

function decide(node: Node, all: boolean, groups: boolean, shown: Shown): void {
  if (all) shown.all.add(node.code);
  if (all && groups) shown.groups.add(node.code);
  const hidden = all ? hiddenOf(node, ({ sums }) => isSmall(sums.all), 'all') : new Set(node.below);
  const hiddenGroups = all && groups ? hiddenOf(node, (each) => hidden.has(each) || isSmall(each.sums.groups), 'groups') : new Set(node.below);
  for (const each of node.below) decide(each, !hidden.has(each), !hiddenGroups.has(each), shown);
}

/** Those below a region that must not be seen, and the smallest others that keep them from being worked out; every column is kept up as one after another is hidden. */
function hiddenOf(node: Node, mustHide: (below: Node) => boolean, layer: Layer): Set<Node> {
  const hidden = new Set<Node>();
  const tally = tallyOf(node, layer);
  const hide = (each: Node) => {
    hidden.add(each);
    move(tally, each.sums[layer]);
  };
  for (const each of node.below) if (mustHide(each)) hide(each);
  const others = node.below.filter((each) => !hidden.has(each)).map((each) => ({ each, weight: Math.max(largest(each.sums[layer]), largest(each.sums.all)) })).toSorted((one, other) => one.weight - other.weight);
  for (const { each } of others) {
    if (isSafe(tally, hidden.size)) break;
    hide(each);
  }
  return hidden;
}

const largest = (columns: Float64Array) => columns.reduce((most, value) => (value > most ? value : most), 0);

/** Column by column: what a region says, what those of below it say who are seen and who are hidden, how many of these say something, and whether anybody says nothing. `open` is where it was not safe last. */
type Tally = { whole: Float64Array; seen: Float64Array; hidden: Float64Array; many: Uint16Array; isSilent: Uint8Array; open: number };

function tallyOf({ sums, below }: Node, layer: Layer): Tally {
  const whole = sums[layer];
  const width = whole.length;
  const tally: Tally = { whole, seen: new Float64Array(width), hidden: new Float64Array(width), many: new Uint16Array(width), isSilent: new Uint8Array(width), open: 0 };
  for (const each of below) {
    const columns = each.sums[layer];
    for (let at = 0; at < width; at += 1) {
      if (Number.isNaN(columns[at]!)) tally.isSilent[at] = 1;
      else tally.seen[at]! += columns[at]!;
    }
  }
  return tally;
}

function move({ seen, hidden, many }: Tally, columns: Float64Array): void {
  for (let at = 0; at < columns.length; at += 1) {
    if (Number.isNaN(columns[at]!)) continue;
    seen[at]! -= columns[at]!;
    hidden[at]! += columns[at]!;
    many[at]! += 1;
  }
}

/** Whether neither what is hidden nor what nobody below has reported is left over as a small figure in any column. */
function isSafe(tally: Tally, many: number): boolean {
  if (many === 1) return false;
  const { length } = tally.whole;
  for (let step = 0; step < length; step += 1) {
    const at = (tally.open + step) % length;
    if (isSafeIn(tally, at)) continue;
    tally.open = at;
    return false;
  }
  return true;
}

function isSafeIn({ whole, seen, hidden, many, isSilent }: Tally, at: number): boolean {
  if (many[at]! > 0 && (many[at] === 1 || hidden[at]! < least)) return false;
  const rest = whole[at]! - seen[at]!;
  return Number.isNaN(rest) || rest >= least || (rest <= nothing && isSilent[at] === 0);
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
