import { type Answer, type Norm, norms, type PointId, type WalkPoint } from './model.ts';

/** 一次点按 that stands: what of, and how it is. */
export type Tap = { point: PointId; answer: Answer };

/** 观察太少: a point that fewer taps speak of has no score. */
export const fewestTaps = 3;

const worth: Partial<Record<Answer, number>> = { good: 100, middling: 50, bad: 0 };

export type Tally = Record<Answer, number>;
export type PointScore = { point: WalkPoint; tally: Tally; counted: number; score: number | null };
/** Of a rule or a norm: null while not one of its points has enough. */
export type Score = { id: string; score: number | null; counted: number };
export type Scores = { points: PointScore[]; rules: Score[]; norms: (Score & { id: Norm })[]; score: number | null; counted: number };

/** 好、部分、差: the three bands in which a score is said. */
export const bands = ['good', 'partly', 'poor'] as const;
export type ScoreBand = (typeof bands)[number];

export function bandOf(score: number): ScoreBand {
  const shown = Math.round(score);
  return shown >= 80 ? 'good' : shown >= 50 ? 'partly' : 'poor';
}

/**
 * 打分: a point is the mean of its faces, a rule the mean of its points, a norm the mean of its rules, the walk the mean of its norms: many taps on
 * one thing do not outweigh another. What was not there or could not be seen does not count; too few taps give no score.
 */
export function scoreWalk(points: readonly WalkPoint[], taps: readonly Tap[]): Scores {
  const scored = points.map((point) => scorePoint(point, taps.filter((tap) => tap.point === point.id)));
  const ruleIds = [...new Set(points.map(({ ruleId }) => ruleId))].toSorted();
  const rules = ruleIds.map((id) => together(id, scored.filter(({ point }) => point.ruleId === id)));
  const ofNorms = norms.flatMap((id) => {
    const own = rules.filter((rule) => rule.id.startsWith(`${id}.`));
    return own.length > 0 ? [{ ...together(id, own), id }] : [];
  });
  const { score, counted } = together('', ofNorms);
  return { points: scored, rules, norms: ofNorms, score, counted };
}

function scorePoint(point: WalkPoint, taps: readonly Tap[]): PointScore {
  const tally: Tally = { good: 0, middling: 0, bad: 0, 'does-not-apply': 0, 'cannot-see': 0 };
  for (const { answer } of taps) tally[answer] += 1;
  const counted = tally.good + tally.middling + tally.bad;
  const sum = taps.reduce((total, { answer }) => total + (worth[answer] ?? 0), 0);
  return { point, tally, counted, score: counted < fewestTaps ? null : sum / counted };
}

function together(id: string, parts: readonly { score: number | null; counted: number }[]): Score {
  const known = parts.flatMap(({ score }) => score ?? []);
  return { id, counted: parts.reduce((sum, part) => sum + part.counted, 0), score: known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length };
}

/** 存下的结果 of a closed walk: whole figures, so that they stand whatever the rules of scoring become. */
export type WalkResult = { score: number | null; counted: number; norms: Score[]; rules: Score[]; points: (Score & { id: PointId })[] };

const whole = ({ id, score, counted }: Score): Score => ({ id, score: score === null ? null : Math.round(score), counted });

export function resultOf({ score, counted, norms: ofNorms, rules, points }: Scores): WalkResult {
  return {
    score: score === null ? null : Math.round(score), counted, norms: ofNorms.map(whole), rules: rules.map(whole),
    points: points.map((one) => ({ ...whole({ id: one.point.id, score: one.score, counted: one.counted }), id: one.point.id })),
  };
}

/** 差不多: a difference of fewer points says nothing after so few taps. */
export const sameWithin = 10;

export type Compared<Id extends string = string> = { id: Id; before: number; after: number; change: 'better' | 'same' | 'worse' };

/** 前后对比 of what has a score in both walks. */
export function compare<Id extends string>(before: readonly { id: Id; score: number | null }[], after: readonly { id: Id; score: number | null }[]): Compared<Id>[] {
  return after.flatMap(({ id, score }) => {
    const was = before.find((one) => one.id === id)?.score ?? null;
    if (was === null || score === null) return [];
    const change = Math.abs(score - was) < sameWithin ? 'same' : score > was ? 'better' : 'worse';
    return [{ id, before: was, after: score, change }];
  });
}
