import { type Design, designOf, fitCrossed, type Observation, solveCrossed } from './crossed.ts';
import { free, freedomOf } from './posterior.ts';

/** So many reviews of average scatter every reviewer is credited with before their own are counted. */
export const creditedReviews = 8;
const rounds = 6;

/** 评分离散: how widely each reviewer's marks scatter beside the average (1 in variance); drawn towards it as far as their reviews are few. */
export function spreadsOf(observations: readonly Observation[], applications: number, reviewers: number, ratio: number, floor: number): number[] {
  let spreads = Array.from({ length: reviewers }, () => 1);
  for (let round = 0; round < rounds; round += 1) {
    const design = withSpreads(observations, applications, reviewers, spreads);
    const solved = solveCrossed(design, { a: free, r: ratio });
    const rest = solved.q / freedomOf(design) + floor;
    const sums = Array.from({ length: reviewers }, () => ({ squares: 0, n: 0 }));
    for (const { observation, value, variance } of fitCrossed(design, { a: free, r: ratio }, solved)) {
      const own = sums[observation.r]!;
      own.squares += (((observation.y - value) ** 2 / rest + variance) * spreads[observation.r]!) / observation.m;
      own.n += 1;
    }
    const found = sums.map(({ squares, n }) => (creditedReviews + squares) / (creditedReviews + n));
    const middle = Math.exp(sums.reduce((sum, { n }, r) => sum + n * Math.log(found[r]!), 0) / observations.length);
    spreads = found.map((one) => one / middle);
  }
  return spreads;
}

/** The same observations with each reviewer's scatter in them. */
export function withSpreads(observations: readonly Observation[], applications: number, reviewers: number, spreads: readonly number[]): Design {
  return designOf(observations.map((one) => ({ ...one, m: one.m * spreads[one.r]! })), applications, reviewers);
}

/** 加宽: the weights of an application's reviewers are themselves estimated; its variance grows by that much (Meier 1953, each reviewer's freedom drawn together with the credit). */
export function wideningOf({ observations, byApplication }: Design): number[] {
  const counts = new Map<number, number>();
  for (const { r } of observations) counts.set(r, (counts.get(r) ?? 0) + 1);
  return byApplication.map((own) => {
    const all = own.reduce((sum, { m }) => sum + 1 / m, 0);
    return 1 + own.reduce((sum, { r, m }) => {
      const [n, share] = [counts.get(r)!, 1 / m / all];
      return sum + ((4 * n) / (creditedReviews + n) ** 2) * share * (1 - share);
    }, 0);
  });
}
