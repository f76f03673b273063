import { alphaOf } from './alpha.ts';
import type { Estimated } from './calibrate.ts';
import { type Agreement, type Between, inPoints, type Mark, type PairTotal } from './model.ts';

/** What agreement is read from; `only` is the one island that all lie on. */
export type Sources = { marks: readonly Mark[]; pairs: readonly PairTotal[]; only: Estimated | null };

/** 一致性: how far one review, the mean of an application's reviews and the calibrated score can be relied on, and how far single marks agree. */
export function agreementOf({ marks, pairs, only }: Sources): Agreement {
  const metric = new Set(marks.flatMap(({ points }) => (points === null ? [] : [points]))).size <= 5 ? 'ordinal' : 'interval';
  return { ...reliabilityOf(only), alpha: rounded(alphaOf(unitsOf(marks), metric)), metric, between: betweenOf(pairs) };
}

/** 组内相关系数 of absolute agreement out of the components (Shrout & Fleiss's second case); and the same of the calibrated score. */
export function intraclass(variances: { applications: number; reviewers: number; rest: number }, reviews: number): number {
  return variances.applications / (variances.applications + (variances.reviewers + variances.rest) / reviews);
}

function reliabilityOf(only: Estimated | null): Pick<Agreement, 'single' | 'average' | 'calibrated'> {
  if (!only?.fit) return { single: null, average: null, calibrated: null };
  const { variances, scores } = only.fit;
  const counts = only.applications.map((application) => only.pairs.filter((pair) => pair.application === application).length);
  const typical = counts.length / counts.reduce((sum, count) => sum + 1 / count, 0);
  const error = scores.reduce((sum, { sd }) => sum + sd ** 2, 0) / scores.length;
  return {
    single: rounded(intraclass(variances, 1)),
    average: rounded(intraclass(variances, typical)),
    calibrated: rounded(Math.max(0, 1 - error / variances.applications)),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}

function unitsOf(marks: readonly Mark[]): number[][] {
  const units = new Map<string, number[]>();
  for (const { application, item, points, weight } of marks) {
    if (points === null || !(weight > 0)) continue;
    const key = JSON.stringify([application, item]);
    units.set(key, [...(units.get(key) ?? []), points]);
  }
  return [...units.values()];
}

function betweenOf(pairs: readonly PairTotal[]): Between[] {
  const reviewers = [...new Set(pairs.map(({ reviewer }) => reviewer))].toSorted();
  const totals = new Map(reviewers.map((reviewer) => [reviewer, new Map(pairs.filter((pair) => pair.reviewer === reviewer).map(({ application, total }) => [application, total]))]));
  return reviewers.flatMap((one, i) =>
    reviewers.slice(i + 1).flatMap((other) => {
      const gaps = [...totals.get(one)!].flatMap(([application, total]) => (totals.get(other)!.has(application) ? [Math.abs(total - totals.get(other)!.get(application)!)] : []));
      return gaps.length === 0 ? [] : [{ one, other, shared: gaps.length, distance: inPoints(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length) }];
    }),
  );
}
