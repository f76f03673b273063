import type { Estimated } from './calibrate.ts';
import { type Drift, inPoints } from './model.ts';
import { studentQuantile } from './student.ts';

/** From so many reviews in a known order on, a slope means something. */
const least = 5;

/**
 * 漂移: whether a reviewer grows more lenient or stricter from one review to the next. Each of their totals is held against
 * what the others gave the same application, their leniency taken out. A slope is called clear only if it would be so
 * among all the reviewers looked at (Bonferroni).
 */
export function driftOf({ reviewers, pairs, fit }: Estimated): Drift[] {
  if (!fit) return [];
  const leniency = (reviewer: string) => fit.leniencies[reviewers.indexOf(reviewer)]!.value;
  const series = reviewers.flatMap((reviewer) => {
    const own = pairs.filter((pair) => pair.reviewer === reviewer && pair.at !== null).toSorted((a, b) => (a.at! < b.at! ? -1 : 1));
    const gaps = own.flatMap((pair, order) => {
      const others = pairs.filter(({ application, reviewer: other }) => application === pair.application && other !== reviewer);
      if (others.length === 0) return [];
      return [{ order, gap: pair.total - others.reduce((sum, other) => sum + other.total - leniency(other.reviewer), 0) / others.length }];
    });
    return gaps.length < least ? [] : [{ reviewer, gaps }];
  });
  return series.map(({ reviewer, gaps }) => {
    const { slope, error } = slopeOf(gaps);
    const freedom = gaps.length - 2;
    const half = studentQuantile(0.975, freedom) * error;
    const strict = studentQuantile(1 - 0.025 / series.length, freedom) * error;
    return { reviewer, reviews: gaps.length, slope: inPoints(slope), low: inPoints(slope - half), high: inPoints(slope + half), isClear: Math.abs(slope) > strict && Math.abs(slope) > 1e-9 };
  });
}

function slopeOf(gaps: readonly { order: number; gap: number }[]) {
  const n = gaps.length;
  const [x, y] = [gaps.reduce((sum, one) => sum + one.order, 0) / n, gaps.reduce((sum, one) => sum + one.gap, 0) / n];
  const across = gaps.reduce((sum, one) => sum + (one.order - x) ** 2, 0);
  const slope = gaps.reduce((sum, one) => sum + (one.order - x) * (one.gap - y), 0) / across;
  const left = gaps.reduce((sum, one) => sum + (one.gap - y - slope * (one.order - x)) ** 2, 0);
  return { slope, error: Math.sqrt(left / (n - 2) / across) };
}
