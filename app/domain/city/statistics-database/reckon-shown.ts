import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { codesIn, quantityIn, reckon } from '#app/domain/city/indicators/formula.ts';
import { shareUnits } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Node } from '#app/domain/city/indicators/read-formula.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { countsPeople, type Figure } from './model.ts';
import { isOpenShare, roundedShare } from './protect.ts';

/** What a formula reckons, its tree, and the indicators the tree names. */
export type Reckoned = { of: Indicator; tree: Node; inputs: readonly Indicator[] };

/** A running total goes back no further than this many years. */
const furthest = 20;
const bare = 'count';

const hasTotal = (node: Node): boolean => node.is === 'total' || (node.is === 'minus' ? hasTotal(node.of) : (node.is === 'sum' || node.is === 'product') && (hasTotal(node.left) || hasTotal(node.right)));

/** The years whose figures a formula needs for these. */
export const shownYears = (tree: Node, from: number, to: number): [from: number, to: number] => [hasTotal(tree) ? from - furthest : from, to];

/**
 * 以公开的数推算: what is shown of a figure that a formula reckons from people follows from what is shown of them, so that it
 * tells nobody more; null where one of them is hidden or not there. A share of two counts needs enough on both sides besides.
 */
export function reckonShown({ of, tree, inputs }: Reckoned, shown: readonly Pick<Figure, 'indicatorId' | 'regionCode' | 'period' | 'value'>[]): (regionCode: string, year: number) => number | null {
  const held = new Map(shown.map((figure) => [`${figure.indicatorId} ${figure.regionCode} ${yearOf(figure.period)}`, figure.value]));
  const known = new Map(inputs.map((each) => [each.code, each]));
  const unitOf = (code: string) => known.get(code)!.definition.unit;
  const isWhole = codesIn(tree).every((code) => known.has(code));
  const isOfTwo = tree.is === 'product' && tree.power === -1 && shareUnits.includes(of.definition.unit) && [tree.left, tree.right].every((side) => countsThem(side, unitOf));
  return (regionCode, year) => {
    const at = (code: string, each: number) => held.get(`${known.get(code)!.id} ${regionCode} ${each}`);
    const through = (code: string) => {
      const said = Array.from({ length: furthest + 1 }, (_, back) => at(code, year - back)).filter((value) => value !== undefined);
      return said.length === 0 || said.includes(null) ? null : said.reduce((sum: number, value) => sum + value!, 0);
    };
    const ofNode = (node: Node, unit = of.definition.unit) => (isWhole ? reckon(node, unit, (code) => at(code, year) ?? null, through, unitOf) : null);
    const value = ofNode(tree);
    if (value === null || (countsPeople(of.definition.unit) && value < leastFor.public)) return null;
    if (!isOfTwo) return value;
    return isOpenShare(ofNode(tree.left, bare), ofNode(tree.right, bare)) ? roundedShare(value, of.definition.unit) : null;
  };
}

function countsThem(node: Node, unitOf: Parameters<typeof quantityIn>[1]): boolean {
  const quantity = quantityIn(node, unitOf);
  return typeof quantity !== 'string' && Object.keys(quantity.counts).some((what) => ['persons', 'person-times', 'households'].includes(what));
}
