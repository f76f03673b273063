import { cholesky, inverse, logDeterminant, solve } from './cholesky.ts';

/** 一次观测: application and reviewer by their place, the total, and its variance beside that of others. */
export type Observation = { a: number; r: number; y: number; m: number };

/** 标准差之比: of applications and of reviewers, each to what is left. */
export type Ratios = { a: number; r: number };

export type Design = { observations: readonly Observation[]; byApplication: readonly (readonly Observation[])[]; reviewers: number };

export function designOf(observations: readonly Observation[], applications: number, reviewers: number): Design {
  const byApplication: Observation[][] = Array.from({ length: applications }, () => []);
  for (const one of observations) byApplication[one.a]!.push(one);
  return { observations, byApplication, reviewers };
}

/**
 * 交叉随机效应: y = mean + application + reviewer + rest, with the ratios of the standard deviations known.
 * Henderson's equations; the applications' part is diagonal and is taken out first, so that only as many equations as
 * there are reviewers remain. Scaled by the ratios, so that a ratio may be nothing.
 */
export function solveCrossed({ observations, byApplication, reviewers }: Design, ratios: Ratios) {
  const n = reviewers + 1; // the last is the mean
  const [A, mu] = [byApplication.length, reviewers];
  const S = new Float64Array(n * n);
  const right = new Float64Array(n);
  const diagonal = new Float64Array(A);
  const rightA = new Float64Array(A);
  let [squares, logs] = [0, 0];
  for (let r = 0; r < reviewers; r += 1) S[r * n + r] = 1;
  for (const { r, y, m } of observations) {
    const w = 1 / m;
    S[r * n + r]! += ratios.r ** 2 * w;
    S[mu * n + r]! += ratios.r * w;
    S[mu * n + mu]! += w;
    right[r]! += ratios.r * w * y;
    right[mu]! += w * y;
    squares += w * y * y;
    logs += Math.log(m);
  }
  for (let a = 0; a < A; a += 1) {
    const own = byApplication[a]!;
    let [weight, sum] = [0, 0];
    for (const { y, m } of own) [weight, sum] = [weight + 1 / m, sum + y / m];
    const d = 1 + ratios.a ** 2 * weight;
    [diagonal[a], rightA[a]] = [d, ratios.a * sum];
    const toMean = ratios.a * weight;
    for (const [i, one] of own.entries()) {
      const b = (ratios.a * ratios.r) / one.m;
      right[one.r]! -= (b * rightA[a]!) / d;
      S[mu * n + one.r]! -= (b * toMean) / d;
      for (let k = 0; k <= i; k += 1) {
        const other = own[k]!;
        const [high, low] = one.r >= other.r ? [one.r, other.r] : [other.r, one.r];
        S[high * n + low]! -= ((ratios.a * ratios.r) / other.m) * (b / d) * (one.r === other.r && i !== k ? 2 : 1);
      }
    }
    right[mu]! -= (toMean * rightA[a]!) / d;
    S[mu * n + mu]! -= toMean ** 2 / d;
  }
  const L = cholesky(S, n);
  const x = solve(L, n, right);
  let q = squares;
  for (let i = 0; i < n; i += 1) q -= x[i]! * right[i]!;
  for (let a = 0; a < A; a += 1) q -= rightA[a]! ** 2 / diagonal[a]!;
  let logC = logDeterminant(L, n);
  for (let a = 0; a < A; a += 1) logC += Math.log(diagonal[a]!);
  return { L, x, n, diagonal, rightA, q: Math.max(0, q), logC, logs };
}

export type Solved = ReturnType<typeof solveCrossed>;

/** 约束似然, with the variance of the rest taken at its best; `floor` keeps that from being nothing. */
export function restrictedLikelihood(solved: Solved, freedom: number, floor = 0): number {
  return -0.5 * (freedom * Math.log(solved.q / freedom + floor) + solved.logC + solved.logs);
}

/** 读数: every application's score as the whole panel would have given it, and every reviewer's leniency beside the panel, with their variances (times that of the rest). */
export function readCrossed({ byApplication, reviewers }: Design, ratios: Ratios, { L, x, n, diagonal, rightA }: Solved) {
  const inv = inverse(L, n);
  const mu = reviewers;
  const share = ratios.r / reviewers;
  const panel = new Float64Array(n).fill(share);
  panel[mu] = 1;
  const invPanel = new Float64Array(n);
  for (let i = 0; i < n; i += 1) for (let k = 0; k < n; k += 1) invPanel[i]! += inv[i * n + k]! * panel[k]!;
  const dot = (vector: Float64Array) => vector.reduce((sum, value, i) => sum + value * panel[i]!, 0);
  const [atPanel, ofPanel] = [dot(x), dot(invPanel)];

  const scores = byApplication.map((own, a) => {
    const weight = own.reduce((sum, { m }) => sum + 1 / m, 0);
    const link = [...own.map(({ r, m }) => [r, (ratios.a * ratios.r) / m] as const), [mu, ratios.a * weight] as const];
    let [value, cross, quadratic] = [rightA[a]!, 0, 0];
    for (const [i, b] of link) {
      value -= b * x[i]!;
      cross += b * invPanel[i]!;
      for (const [k, c] of link) quadratic += b * c * inv[i * n + k]!;
    }
    const scale = ratios.a / diagonal[a]!;
    return { value: atPanel + scale * value, variance: ratios.a ** 2 / diagonal[a]! + ofPanel - 2 * scale * cross + scale ** 2 * quadratic };
  });
  const ofMean = ofPanel - 2 * invPanel[mu]! + inv[mu * n + mu]!;
  const leniencies = Array.from({ length: reviewers }, (_, r) => {
    const variance = ratios.r ** 2 * inv[r * n + r]! - 2 * ratios.r * (invPanel[r]! - inv[r * n + mu]!) + ofMean;
    return { value: ratios.r * x[r]! - (atPanel - x[mu]!), variance: Math.max(0, variance) };
  });
  return { scores, leniencies };
}

/** The scores alone, without their variances. */
export function scoresCrossed({ byApplication, reviewers }: Design, ratios: Ratios, { x, diagonal, rightA }: Solved): number[] {
  const leniencies = x.subarray(0, reviewers).reduce((sum, value) => sum + value, 0);
  const atPanel = x[reviewers]! + (ratios.r / reviewers) * leniencies;
  return byApplication.map((own, a) => {
    const [weight, cross] = own.reduce(([sum, drawn], { r, m }) => [sum + 1 / m, drawn + ((ratios.a * ratios.r) / m) * x[r]!], [0, 0]);
    return atPanel + (ratios.a / diagonal[a]!) * (rightA[a]! - cross - ratios.a * weight * x[reviewers]!);
  });
}

/** 拟合值: of every observation, with its variance (times that of the rest). */
export function fitCrossed({ byApplication, reviewers }: Design, ratios: Ratios, { L, x, n, diagonal, rightA }: Solved) {
  const inv = inverse(L, n);
  const at = (i: number, k: number) => inv[i * n + k]!;
  return byApplication.flatMap((own, a) => {
    const weight = own.reduce((sum, { m }) => sum + 1 / m, 0);
    const link = [...own.map(({ r, m }) => [r, (ratios.a * ratios.r) / m] as const), [reviewers, ratios.a * weight] as const];
    const scale = ratios.a / diagonal[a]!;
    const value = scale * (rightA[a]! - link.reduce((sum, [i, b]) => sum + b * x[i]!, 0));
    return own.map((observation) => {
      const side = [[observation.r, ratios.r], [reviewers, 1]] as const;
      const whole = [...side, ...link.map(([i, b]) => [i, -scale * b] as const)];
      const variance = whole.reduce((sum, [i, b]) => sum + b * whole.reduce((inner, [k, c]) => inner + c * at(i, k), 0), ratios.a ** 2 / diagonal[a]!);
      return { observation, value: value + ratios.r * x[observation.r]! + x[reviewers]!, variance };
    });
  });
}
