import { type Design, restrictedLikelihood, solveCrossed } from './crossed.ts';

/** 方差分量: of applications, of reviewers, of what is left. */
export type Variances = { applications: number; reviewers: number; rest: number };

const most = Math.PI / 2 - 1e-6;

/** 约束极大似然: the variances at which the restricted likelihood is greatest, applications and reviewers both taken as drawn at random; `isOneWay` leaves reviewers out. */
export function remlOf(design: Design, isOneWay = false): Variances {
  const freedom = design.observations.length - 1;
  const ratiosAt = (a: number, r: number) => ({ a: Math.tan(a), r: Math.tan(r) });
  const likelihood = (a: number, r: number) => restrictedLikelihood(solveCrossed(design, ratiosAt(a, r)), freedom, Number.MIN_VALUE);
  const ways = isOneWay ? [[1, 0], [-1, 0]] : [[1, 0], [-1, 0], [0, 1], [0, -1]];
  let [a, r] = [Math.PI / 4, isOneWay ? 0 : Math.PI / 4];
  let best = likelihood(a, r);
  for (let step = 0.4; step > 1e-8; ) {
    const tried = ways.map(([da, dr]) => [Math.min(most, Math.max(0, a + da! * step)), Math.min(most, Math.max(0, r + dr! * step))] as const).map(([x, y]) => ({ x, y, log: likelihood(x, y) }));
    const better = tried.reduce((one, other) => (other.log > one.log ? other : one));
    if (better.log > best) [a, r, best] = [better.x, better.y, better.log];
    else step /= 2;
  }
  const ratios = ratiosAt(a, r);
  const rest = solveCrossed(design, ratios).q / freedom;
  return { applications: ratios.a ** 2 * rest, reviewers: ratios.r ** 2 * rest, rest };
}
