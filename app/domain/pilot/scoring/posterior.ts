import { type Design, readCrossed, restrictedLikelihood, solveCrossed } from './crossed.ts';
import { mixtureQuantile, type Piece } from './student.ts';

/** 读数与区间. */
export type Estimate = { value: number; low: number; high: number; sd: number };

/** 申报不向中间收: so wide beside what is left that no application's score is drawn towards the others. */
export const free = 1000;
const steps = 31;
const closer = 3;
const quarter = Math.PI / 2;

type Node = { ratio: number; log: number };

/** What is left over for the scatter when every application has a figure of its own. */
export const freedomOf = ({ observations, byApplication }: Design) => observations.length - byApplication.length;

/**
 * 格点: the ratio of the reviewers' leniency to what is left is the tangent of an angle, and every angle counts as
 * equally plausible beforehand. The range is drawn closer to where the restricted likelihood lies.
 */
export function gridOf(design: Design, floor: number): Node[] {
  let [from, to] = [0, quarter];
  let nodes: Node[] = [];
  for (let round = 0; round < closer; round += 1) {
    const width = (to - from) / steps;
    nodes = Array.from({ length: steps }, (_, i) => {
      const ratio = Math.tan(from + (i + 0.5) * width);
      return { ratio, log: restrictedLikelihood(solveCrossed(design, { a: free, r: ratio }), freedomOf(design), floor) };
    });
    const best = Math.max(...nodes.map(({ log }) => log));
    const likely = nodes.flatMap(({ log }, i) => (log > best - 9 ? [i] : []));
    [from, to] = [from + likely[0]! * width, from + (likely.at(-1)! + 1) * width];
  }
  return nodes;
}

/** The likeliest point of a grid. */
export function likeliest(nodes: readonly Node[]): number {
  return nodes.reduce((one, other) => (other.log > one.log ? other : one)).ratio;
}

/** 后验: scores and leniencies averaged over the grid, with 95 % intervals that know that the ratio is only estimated. */
export function posteriorOf(design: Design, floor: number, widening: readonly number[] = []) {
  const freedom = freedomOf(design);
  const nodes = gridOf(design, floor);
  const best = Math.max(...nodes.map(({ log }) => log));
  const total = nodes.reduce((sum, { log }) => sum + Math.exp(log - best), 0);
  const read = nodes.map(({ ratio, log }) => {
    const [ratios, weight] = [{ a: free, r: ratio }, Math.exp(log - best) / total];
    const solved = solveCrossed(design, ratios);
    return { ...readCrossed(design, ratios, solved), ratio, rest: solved.q / freedom + floor, weight };
  });
  const all = (kind: 'scores' | 'leniencies', n: number, widen: readonly number[]) =>
    Array.from({ length: n }, (_, i) => {
      const pieces = read.map((node) => ({ weight: node.weight, mean: node[kind][i]!.value, sd: Math.sqrt(node.rest * node[kind][i]!.variance * (widen[i] ?? 1)) }));
      return estimateOf(pieces, freedom);
    });
  const meanOf = (figure: (node: (typeof read)[number]) => number) => read.reduce((sum, node) => sum + node.weight * figure(node), 0);
  const deviations = { reviewers: meanOf(({ ratio, rest }) => ratio * Math.sqrt(rest)), rest: meanOf(({ rest }) => Math.sqrt(rest)) };
  return { scores: all('scores', design.byApplication.length, widening), leniencies: all('leniencies', design.reviewers, []), typical: likeliest(nodes), deviations };
}

function estimateOf(pieces: readonly Piece[], freedom: number): Estimate {
  const value = pieces.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
  const sd = Math.sqrt(pieces.reduce((sum, piece) => sum + piece.weight * (piece.sd ** 2 + (piece.mean - value) ** 2), 0));
  return { value, sd, low: mixtureQuantile(pieces, freedom, 0.025), high: mixtureQuantile(pieces, freedom, 0.975) };
}
