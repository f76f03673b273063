import { describe, expect, test } from 'vitest';
import { aPanel, simulated } from '#tests/panels.ts';
import { calibrate } from './calibrate.ts';
import type { CalibrateOptions, Mark } from './model.ts';

const options: CalibrateOptions = { minimum: { applications: 5, reviewers: 3 }, passMark: 60, places: 6, band: 3 };

/** One item, totals of 100: rows are applications, columns reviewers, null not reviewed. */
const marksOf = (rows: readonly (readonly (number | null)[])[], from = '') =>
  rows.flatMap((row, a) => row.flatMap((total, r): Mark[] => (total === null ? [] : [{ application: `${from}a${a}`, reviewer: `${from}r${r}`, item: 'whole', points: total / 100, weight: 1, at: `2026-09-${10 + a}T00:00:0${r}Z` }])));
const stateOf = (marks: readonly Mark[]) => {
  const { state, islands } = calibrate(marks, options);
  return [state, ...islands.map(({ raw }) => raw)];
};
const six = [[70, 60, 66], [80, 71, 75], [55, 50, 48], [90, 82, 84], [64, 61, 60], [73, 60, 70]];

describe('simulated panels whose truth is known', () => {
  test('are ranked better than by mean, median and standard scores, and the intervals hold the truth as often as they say', () => {
    const { coverage, rank_error: error } = simulated(11, 60);
    expect(error.ours).toBeLessThan(Math.min(error.mean, error.median, error.zscore));
    expect(coverage).toBeGreaterThan(93);
    expect(coverage).toBeLessThan(97);
  });
});

describe('a panel that can be calibrated', () => {
  const marks = aPanel(3, 'figures');
  const found = calibrate(marks, options);

  test('has a score inside its interval for each application, and leniencies that sum to nothing', () => {
    expect(found.state).toBe('calibrated');
    for (const { score, low, high } of found.scores) expect(low! <= score! && score! <= high!).toBe(true);
    expect(found.reviewers.reduce((sum, { leniency }) => sum + leniency!, 0)).toBeCloseTo(0, 1);
  });

  test('gives the same whatever the order of the marks', () => {
    expect(calibrate(marks.toReversed(), options)).toEqual(found);
  });

  test('moves with the marks: a more lenient reviewer is found so, and nobody else is moved by more than their share', () => {
    const [first] = found.reviewers;
    const lenient = calibrate(marks.map((mark) => (mark.reviewer === first!.reviewer && mark.points !== null ? { ...mark, points: mark.points + 0.05 } : mark)), options);
    const after = lenient.reviewers.find(({ reviewer }) => reviewer === first!.reviewer)!;
    expect(after.leniency! - first!.leniency!).toBeGreaterThan(2);
    const shift = lenient.scores.map(({ score }, i) => Math.abs(score! - found.scores[i]!.score!));
    expect(Math.max(...shift)).toBeLessThan(2.5);
  });

  test('says what would become of it without each reviewer in turn', () => {
    expect(found.withoutOne.map(({ reviewer }) => reviewer)).toEqual(found.reviewers.map(({ reviewer }) => reviewer));
    expect(found.withoutOne.some(({ moved, largest }) => moved > 0 && largest !== 0)).toBe(true);
  });

  test('has a line halfway between the last place and the next, and marks what lies too near', () => {
    const sorted = found.scores.map(({ score }) => score!).toSorted((a, b) => b - a);
    const line = found.lines.find(({ kind }) => kind === 'places')!;
    expect(line.at).toBeCloseTo((sorted[5]! + sorted[6]!) / 2, 1);
    expect(found.scores.filter(({ score }) => Math.abs(score! - line.at) <= 3).every(({ near }) => near !== null)).toBe(true);
    expect(found.scores.filter(({ near }) => near === null).every(({ score }) => found.lines.every(({ at }) => Math.abs(score! - at) > 3))).toBe(true);
  });
});

describe('items', () => {
  const lenientItems = (hard: number | null) => six.flatMap((row, a) => row.flatMap((total, r): Mark[] => {
    const mark = (item: string, points: number | null): Mark => ({ application: `a${a}`, reviewer: `r${r}`, item, points, weight: 1 });
    return [mark('easy', total / 100 + 0.15), mark('middle', total / 100 + (a % 2) / 50), mark('hard', a === 0 ? hard : total / 100 - 0.15)];
  }));

  test('that do not apply are made good by how hard they are', () => {
    const { pairs, items } = calibrate(lenientItems(null), options);
    const own = pairs.find(({ application, reviewer }) => application === 'a0' && reviewer === 'r0')!;
    expect(own.items).toBe(2);
    expect(own.raw).toBeCloseTo(77.5, 1);
    expect(Math.abs(own.total - 70)).toBeLessThan(1.5);
    expect(items.toSorted((one, other) => one.ease - other.ease).map(({ item }) => item)).toEqual(['hard', 'middle', 'easy']);
  });

  test('without a weight do not count', () => {
    const extra = marksOf(six).map((mark) => ({ ...mark, item: 'must', weight: 0, points: 0 }));
    expect(calibrate([...marksOf(six), ...extra], options).pairs).toEqual(calibrate(marksOf(six), options).pairs);
  });
});

describe('what cannot be calibrated stays raw and says why', () => {
  test('without marks', () => expect(stateOf([])).toEqual(['raw', 'no-marks']));
  test('with marks that are all not applicable', () => expect(stateOf(marksOf(six).map((mark) => ({ ...mark, points: null })))).toEqual(['raw', 'no-marks']));
  test('one reviewer only', () => expect(stateOf(marksOf(six.map(([first]) => [first!])))).toEqual(['raw', 'one-reviewer']));
  test('identical scores', () => expect(stateOf(marksOf(six.map(() => [70, 70, 70])))).toEqual(['raw', 'identical']));
  test('reviewers who agree exactly', () => expect(stateOf(marksOf(six.map(([first]) => [first!, first!, first!])))).toEqual(['raw', 'no-disagreement']));
  test('too few reviewers', () => expect(stateOf(marksOf(six.map(([one, two]) => [one!, two!])))).toEqual(['raw', 'too-few-reviewers']));
  test('too few applications', () => expect(stateOf(marksOf(six.slice(0, 4)))).toEqual(['raw', 'too-few-applications']));
  test('too little in common', () => expect(stateOf(marksOf([[70, 60, null], [80, null, null], [null, 50, 48], [90, null, null], [null, null, 60], [null, 60, null]]))).toEqual(['raw', 'too-few-shared']));

  test('shows raw scores and ranks, no interval, and the pass mark counts for the band', () => {
    const { scores, reviewers } = calibrate(marksOf([[62], [80], [40]]), options);
    expect(scores).toEqual([
      { application: 'a0', island: 0, reviews: 1, raw: 62, rawRank: 2, score: null, low: null, high: null, rank: null, near: 'pass-mark' },
      { application: 'a1', island: 0, reviews: 1, raw: 80, rawRank: 1, score: null, low: null, high: null, rank: null, near: null },
      { application: 'a2', island: 0, reviews: 1, raw: 40, rawRank: 3, score: null, low: null, high: null, rank: null, near: null },
    ]);
    expect(reviewers[0]).toMatchObject({ leniency: null, spread: null });
  });
});

describe('designs that are not of one piece', () => {
  test('are calibrated island by island, without a common rank', () => {
    const found = calibrate([...marksOf(six), ...marksOf(six, 'x')], options);
    expect([found.state, found.islands.map(({ raw }) => raw)]).toEqual(['islands', [null, null]]);
    expect(found.scores.every(({ rank, score }) => rank === null && score !== null)).toBe(true);
    expect(found.lines.map(({ kind }) => kind)).toEqual(['pass-mark']);
    expect(found.agreement.single).toBeNull();
  });

  test('keep a small island raw beside a large one', () => {
    const found = calibrate([...marksOf(six), ...marksOf([[50, 60]], 'x')], options);
    expect(found.islands.map(({ raw }) => raw)).toEqual([null, 'too-few-reviewers']);
    expect(found.scores.find(({ application }) => application === 'xa0')).toMatchObject({ island: 1, score: null, raw: 55 });
  });
});

describe('marks without scatter', () => {
  test('of reviewers who differ by a constant give that constant and an interval that is not nothing', () => {
    const { reviewers, scores } = calibrate(marksOf([70, 80, 55, 90, 64, 73].map((total) => [total + 6, total, total - 6])), options);
    expect(reviewers.map(({ leniency }) => Math.round(leniency!))).toEqual([6, 0, -6]);
    expect(scores[0]!.score).toBeCloseTo(70, 1);
    expect(scores[0]!.high! - scores[0]!.low!).toBeGreaterThan(0.5);
  });

  test('of one reviewer who gives everybody the same are pointed out', () => {
    const { reviewers } = calibrate(marksOf(six.map(([one, two]) => [one!, two!, 70])), options);
    expect(reviewers.map(({ isFlat }) => isFlat)).toEqual([false, false, true]);
  });
});

describe('a reviewer who grows more lenient', () => {
  const base = [60, 72, 55, 81, 66, 70, 58, 77, 63, 69];
  const wobble = [1, -1, 0.5, -0.5, 1, 0, -1, 0.5, -0.5, 0];
  const drifting = (slope: number) => calibrate(marksOf(base.map((total, a) => [total + slope * a, total + wobble[a]!, total - wobble[(a + 3) % 10]!])), options).drift.find(({ reviewer }) => reviewer === 'r0')!;

  test('is found out', () => {
    const found = drifting(2);
    expect(found.isClear).toBe(true);
    expect(found.slope).toBeGreaterThan(1.5);
    expect(found.low).toBeGreaterThan(0);
  });

  test('and one who does not is not', () => expect(drifting(0).isClear).toBe(false));
});
