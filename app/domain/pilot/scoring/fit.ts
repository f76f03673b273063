import { designOf, type Observation, scoresCrossed, solveCrossed } from './crossed.ts';
import { free, freedomOf, gridOf, likeliest, posteriorOf } from './posterior.ts';
import { remlOf } from './reml.ts';
import { spreadsOf, wideningOf, withSpreads } from './spread.ts';

/** 计分刻度: marks are given in steps; a scatter below half a point of 100 cannot be told from them. */
const step = 0.5;
const floor = step ** 2;

/** 一个岛上的估计: leniency and scatter of its reviewers, a score for each of its applications. */
export function fitIsland(observations: readonly Observation[], applications: number, reviewers: number, width: (one: Observation) => number) {
  const plain = designOf(observations, applications, reviewers);
  const ratio = likeliest(gridOf(plain, floor));
  const rest = solveCrossed(plain, { a: free, r: ratio }).q / freedomOf(plain) + floor;
  const widened = observations.map((one) => ({ ...one, m: Math.max(0.2, 1 + width(one) / rest) }));
  const spreads = spreadsOf(widened, applications, reviewers, ratio, floor);
  const design = withSpreads(widened, applications, reviewers, spreads);
  return { ...posteriorOf(design, floor, wideningOf(design)), spreads, design, variances: remlOf(design) };
}

export type Fit = ReturnType<typeof fitIsland>;

/** 去掉一位专家再算: the same ratio and scatters, without one reviewer's reviews; null where nothing is left. */
export function withoutReviewer({ design, typical }: Fit, reviewer: number): (number | null)[] {
  const left = design.observations.filter(({ r }) => r !== reviewer).map((one) => ({ ...one, r: one.r > reviewer ? one.r - 1 : one.r }));
  const without = designOf(left, design.byApplication.length, design.reviewers - 1);
  const ratios = { a: free, r: typical };
  return scoresCrossed(without, ratios, solveCrossed(without, ratios)).map((value, a) => (without.byApplication[a]!.length === 0 ? null : value));
}
