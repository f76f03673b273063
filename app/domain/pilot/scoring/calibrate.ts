import { agreementOf, type Sources } from './agreement.ts';
import type { Observation } from './crossed.ts';
import { driftOf } from './drift.ts';
import { type Fit, fitIsland } from './fit.ts';
import { islandsOf } from './links.ts';
import { nearestLine, linesOf } from './lines.ts';
import { type CalibrateOptions, type Calibration, type Components, inPoints, type Mark, type PairTotal, type RawReason, type Score, type Severity } from './model.ts';
import { type Totals, totalsOf } from './totals.ts';
import { withoutOneOf } from './without-one.ts';

/** An island with what was estimated on it, if it could be. */
export type Estimated = { applications: string[]; reviewers: string[]; pairs: Totals['pairs']; raw: RawReason | null; fit: Fit | null };

/**
 * 校准计分: raw and calibrated scores out of single marks. Pure: the same marks give the same figures, whatever their order;
 * nothing is drawn at random. What cannot be estimated honestly stays raw and says why.
 */
export function calibrate(marks: readonly Mark[], options: CalibrateOptions): Calibration {
  const totals = totalsOf(marks);
  const { pairs, items } = totals;
  const numbers = islandsOf(pairs);
  const count = new Set(numbers).size;
  const estimated = Array.from({ length: count }, (_, island) => estimate(pairs.filter((_pair, i) => numbers[i] === island), totals, options));
  const isOne = count === 1 && estimated[0]!.raw === null;
  const plain = ranked(estimated.flatMap(scoresOf), isOne);
  const lines = linesOf(plain, options, isOne);
  const scores = plain.map((score) => ({ ...score, near: nearestLine(score, lines, options.band) }));
  const sources: Sources = { marks, pairs, only: isOne ? estimated[0]! : null };
  return {
    state: isOne ? 'calibrated' : estimated.some(({ raw }) => raw === null) ? 'islands' : 'raw',
    islands: count === 0
      ? [{ applications: 0, reviewers: 0, reviews: 0, raw: 'no-marks', components: null }]
      : estimated.map((one) => ({ applications: one.applications.length, reviewers: one.reviewers.length, reviews: one.pairs.length, raw: one.raw, components: one.fit && componentsOf(one.fit) })),
    scores,
    reviewers: estimated.flatMap(reviewersOf),
    items,
    pairs: pairs.map(({ width: _width, ...pair }) => pair),
    withoutOne: estimated.flatMap((one) => withoutOneOf(one, scores, lines)),
    drift: estimated.flatMap(driftOf),
    agreement: agreementOf(sources),
    lines,
  };
}

function estimate(pairs: Totals['pairs'], totals: Totals, options: CalibrateOptions): Estimated {
  const applications = [...new Set(pairs.map(({ application }) => application))];
  const reviewers = [...new Set(pairs.map(({ reviewer }) => reviewer))].toSorted();
  const raw = rawReason(pairs, applications.length, reviewers.length, options);
  if (raw) return { applications, reviewers, pairs, raw, fit: null };
  const observations = pairs.map((pair): Observation => ({ a: applications.indexOf(pair.application), r: reviewers.indexOf(pair.reviewer), y: pair.total, m: 1 }));
  const widths = new Map(observations.map((one, i) => [one, totals.ownRest * (pairs[i]!.width - totals.fullWidth)]));
  return { applications, reviewers, pairs, raw, fit: fitIsland(observations, applications.length, reviewers.length, (one) => widths.get(one)!) };
}

/** 最少样本: what keeps an island raw, the plainest reason first. */
function rawReason(pairs: readonly PairTotal[], applications: number, reviewers: number, { minimum }: CalibrateOptions): RawReason | null {
  if (reviewers === 1) return 'one-reviewer';
  if (pairs.every(({ total }) => total === pairs[0]!.total)) return 'identical';
  if (reviewers < minimum.reviewers) return 'too-few-reviewers';
  if (applications < minimum.applications) return 'too-few-applications';
  if (pairs.length - applications - reviewers + 1 < leastFreedom) return 'too-few-shared';
  const totalOf = new Map(pairs.map(({ application, total }) => [application, total]));
  return pairs.every(({ application, total }) => total === totalOf.get(application)) ? 'no-disagreement' : null;
}

/** So many comparisons must be left over after every application and reviewer has its own figure. */
export const leastFreedom = 4;

function scoresOf({ applications, pairs, fit }: Estimated, island: number): Omit<Score, 'near'>[] {
  return applications.map((application, a) => {
    const own = pairs.filter((pair) => pair.application === application);
    const raw = inPoints(own.reduce((sum, pair) => sum + pair.raw, 0) / own.length);
    const found = fit?.scores[a];
    const kept = (value: number) => inPoints(Math.min(100, Math.max(0, value)));
    return { application, island, reviews: own.length, raw, rawRank: 0, rank: null, score: found ? kept(found.value) : null, low: found ? kept(found.low) : null, high: found ? kept(found.high) : null };
  });
}

/** 名次: raw among all; calibrated only where all lie on one island. Equal scores share a rank. */
function ranked(scores: Omit<Score, 'near'>[], isOne: boolean): Omit<Score, 'near'>[] {
  const rankOf = (value: number, of: (score: Omit<Score, 'near'>) => number) => 1 + scores.filter((other) => of(other) > value).length;
  return scores.map((score) => ({
    ...score, rawRank: rankOf(score.raw, ({ raw }) => raw), rank: isOne && score.score !== null ? rankOf(score.score, (other) => other.score!) : null,
  }));
}

function reviewersOf({ reviewers, pairs, fit }: Estimated, island: number): Severity[] {
  return reviewers.map((reviewer, r) => {
    const own = pairs.filter((pair) => pair.reviewer === reviewer);
    const found = fit?.leniencies[r];
    return {
      reviewer, island, reviews: own.length, mean: inPoints(own.reduce((sum, { raw }) => sum + raw, 0) / own.length),
      leniency: found ? inPoints(found.value) : null, low: found ? inPoints(found.low) : null, high: found ? inPoints(found.high) : null,
      spread: fit ? inPoints(Math.sqrt(fit.spreads[r]!)) : null, isFlat: own.length >= 3 && own.every(({ raw }) => raw === own[0]!.raw),
    };
  });
}

function componentsOf({ deviations }: Fit): Components {
  return { reviewers: inPoints(deviations.reviewers), rest: inPoints(deviations.rest) };
}
