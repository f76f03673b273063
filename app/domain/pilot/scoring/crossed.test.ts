import { describe, expect, test } from 'vitest';
import { intraclass } from './agreement.ts';
import { designOf, fitCrossed, type Observation, readCrossed, restrictedLikelihood, scoresCrossed, solveCrossed } from './crossed.ts';
import { posteriorOf } from './posterior.ts';
import { remlOf } from './reml.ts';
import { mixtureQuantile, studentQuantile } from './student.ts';

const table = (rows: readonly number[][]) => designOf(rows.flatMap((row, a) => row.map((y, r) => ({ a, r, y, m: 1 }))), rows.length, rows[0]!.length);

/** Davies & Goldsmith (1972), yield of dyestuff: six batches, five samples each. */
const dyestuff = [
  [1545, 1440, 1440, 1520, 1580], [1540, 1555, 1490, 1560, 1495], [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545], [1595, 1630, 1515, 1635, 1625], [1520, 1455, 1450, 1480, 1445],
];
/** Shrout & Fleiss (1979): six targets, four judges. */
const judged = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

describe('variances by restricted maximum likelihood', () => {
  test('are the published ones of the dyestuff data', () => {
    const found = remlOf(designOf(dyestuff.flatMap((batch, a) => batch.map((y) => ({ a, r: 0, y, m: 1 }))), 6, 1), true);
    expect(found.applications).toBeCloseTo(1764.05, 1);
    expect(found.rest).toBeCloseTo(2451.25, 1);
  });

  test('give the six published reliabilities of Shrout and Fleiss', () => {
    const two = remlOf(table(judged));
    const consistent = { ...two, reviewers: 0 };
    const one = remlOf(table(judged), true);
    const found = [intraclass(one, 1), intraclass(two, 1), intraclass(consistent, 1), intraclass(one, 4), intraclass(two, 4), intraclass(consistent, 4)];
    expect(found.map((value) => value.toFixed(2))).toEqual(['0.17', '0.29', '0.71', '0.44', '0.62', '0.91']);
  });
});

const uneven: Observation[] = [
  [0, 0, 71, 1], [0, 1, 64, 1.2], [1, 0, 80, 1], [1, 2, 77, 0.7], [1, 3, 69, 1], [2, 1, 55, 1], [2, 3, 58, 2], [3, 2, 90, 1], [4, 3, 62, 1], [4, 0, 73, 0.5], [4, 0, 70, 1],
].map(([a, r, y, m]) => ({ a: a!, r: r!, y: y!, m: m! }));

/** The same written out in full: the whole covariance, by elimination. */
function inFull(observations: readonly Observation[], ratios: { a: number; r: number }) {
  const n = observations.length;
  const V = observations.map((one) => observations.map((other) => (one === other ? one.m : 0) + (one.a === other.a ? ratios.a ** 2 : 0) + (one.r === other.r ? ratios.r ** 2 : 0)));
  const solveFull = (right: readonly number[]) => {
    const rows = V.map((row, i) => [...row, right[i]!]);
    let log = 0;
    for (let i = 0; i < n; i += 1) {
      log += Math.log(rows[i]![i]!);
      for (let k = i + 1; k < n; k += 1) {
        const factor = rows[k]![i]! / rows[i]![i]!;
        for (let j = i; j <= n; j += 1) rows[k]![j]! -= factor * rows[i]![j]!;
      }
    }
    const x = Array.from({ length: n }, () => 0);
    for (let i = n - 1; i >= 0; i -= 1) x[i] = (rows[i]![n]! - rows[i]!.reduce((sum, value, j) => (j > i && j < n ? sum + value * x[j]! : sum), 0)) / rows[i]![i]!;
    return { x, log };
  };
  const dot = (one: readonly number[], other: readonly number[]) => one.reduce((sum, value, i) => sum + value * other[i]!, 0);
  const ones = observations.map(() => 1);
  const y = observations.map((one) => one.y);
  const [ofOnes, ofY] = [solveFull(ones), solveFull(y)];
  const mean = dot(ones, ofY.x) / dot(ones, ofOnes.x);
  const left = solveFull(y.map((value) => value - mean)).x;
  const q = dot(y.map((value) => value - mean), left);
  return { q, log: -0.5 * ((n - 1) * Math.log(q / (n - 1)) + ofOnes.log + Math.log(dot(ones, ofOnes.x))), mean, left };
}

describe('the reduced equations', () => {
  const ratios = { a: 1.3, r: 0.8 };
  const design = designOf(uneven, 5, 4);
  const solved = solveCrossed(design, ratios);
  const full = inFull(uneven, ratios);

  test('agree with the whole covariance on an uneven design with a pair that occurs twice', () => {
    expect(solved.q).toBeCloseTo(full.q, 8);
    expect(restrictedLikelihood(solved, uneven.length - 1)).toBeCloseTo(full.log, 8);
  });

  test('give each application and reviewer what the whole covariance gives', () => {
    const effect = (share: number, own: (one: Observation) => boolean) => share ** 2 * uneven.reduce((sum, one, i) => sum + (own(one) ? full.left[i]! : 0), 0);
    const leniency = [0, 1, 2, 3].map((r) => effect(ratios.r, (one) => one.r === r));
    const middle = leniency.reduce((sum, value) => sum + value, 0) / 4;
    const read = readCrossed(design, ratios, solved);
    for (const a of [0, 1, 2, 3, 4]) expect(read.scores[a]!.value).toBeCloseTo(full.mean + middle + effect(ratios.a, (one) => one.a === a), 8);
    for (const r of [0, 1, 2, 3]) expect(read.leniencies[r]!.value).toBeCloseTo(leniency[r]! - middle, 8);
    for (const [a, value] of scoresCrossed(design, ratios, solved).entries()) expect(value).toBeCloseTo(read.scores[a]!.value, 8);
    const [first] = fitCrossed(design, ratios, solved);
    expect(first!.value).toBeCloseTo(full.mean + effect(ratios.a, (one) => one.a === 0) + leniency[0]!, 8);
    expect(first!.variance).toBeLessThan(first!.observation.m);
  });

  test('allow for no leniency at all', () => {
    expect(restrictedLikelihood(solveCrossed(design, { a: 1, r: 0 }), uneven.length - 1)).toBeCloseTo(inFull(uneven, { a: 1, r: 0 }).log, 8);
  });
});

describe('scores with intervals', () => {
  test('are the plain means of a complete table, with a half-width close to that of its analysis of variance', () => {
    const { scores, leniencies } = posteriorOf(table(judged), 0);
    const means = judged.map((row) => row.reduce((sum, value) => sum + value, 0) / 4);
    for (const [a, score] of scores.entries()) expect(score.value).toBeCloseTo(means[a]!, 3);
    const classic = studentQuantile(0.975, 15) * Math.sqrt(1.0194 / 4);
    expect((scores[0]!.high - scores[0]!.low) / 2).toBeGreaterThan(classic * 0.97);
    expect((scores[0]!.high - scores[0]!.low) / 2).toBeLessThan(classic * 1.1);
    expect(leniencies.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(0, 8);
  });

  test('use quantiles that the tables give', () => {
    expect(studentQuantile(0.975, 5)).toBeCloseTo(2.5706, 4);
    expect(studentQuantile(0.975, 30)).toBeCloseTo(2.0423, 4);
    expect(studentQuantile(0.995, 2)).toBeCloseTo(9.9248, 4);
    expect(mixtureQuantile([{ weight: 0.5, mean: 3, sd: 0 }, { weight: 0.5, mean: 3, sd: 0 }], 10, 0.5)).toBeCloseTo(3, 6);
  });
});
