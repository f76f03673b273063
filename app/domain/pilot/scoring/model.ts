/** 评分行: what one reviewer gave one application for one item, as a share of the full mark; null is not applicable. */
export type Mark = { application: string; reviewer: string; item: string; points: number | null; weight: number; at?: string };

/** 校准设置: below the minimum only raw scores are shown; the lines and the band come from the rubric and the call. */
export type CalibrateOptions = {
  minimum: { applications: number; reviewers: number };
  passMark: number | null;
  places: number | null;
  band: number;
};

/** 只有原始分的理由: each is said on the page and in the method statement. */
export const rawReasons = ['no-marks', 'one-reviewer', 'too-few-reviewers', 'too-few-applications', 'too-few-shared', 'identical', 'no-disagreement'] as const;
export type RawReason = (typeof rawReasons)[number];

/** 孤岛: applications and reviewers linked through each other; between two of them no leniency can be compared. */
export type Island = { applications: number; reviewers: number; reviews: number; raw: RawReason | null; components: Components | null };

/** 差异构成, as standard deviations in points: between reviewers, and what is left of one reviewer's total. */
export type Components = { reviewers: number; rest: number };

export const lineKinds = ['pass-mark', 'places'] as const;
export type LineKind = (typeof lineKinds)[number];

/** 一份申报的分数: raw and calibrated, with its 95 % interval; `near` names the line it is too close to. */
export type Score = {
  application: string; island: number; reviews: number; raw: number; rawRank: number;
  score: number | null; low: number | null; high: number | null; rank: number | null; near: LineKind | null;
};

/** 一位专家: how much above (lenient) or below (strict) the average of the panel, how widely their marks scatter (1 is average). */
export type Severity = {
  reviewer: string; island: number; reviews: number; mean: number;
  leniency: number | null; low: number | null; high: number | null; spread: number | null; isFlat: boolean;
};

/** 条目难度: how many points of 100 the item lies above (easy) or below (hard) the others. */
export type Difficulty = { item: string; marks: number; mean: number; ease: number; low: number; high: number };

/** 去掉一位专家: what would become of the list without one reviewer. */
export type WithoutOne = { reviewer: string; largest: number; application: string | null; moved: number; crossed: string[]; orphaned: string[] };

/** 漂移: points by which a reviewer grows more lenient from one review to the next. */
export type Drift = { reviewer: string; reviews: number; slope: number; low: number; high: number; isClear: boolean };

/** 两位专家之间: mean distance of their totals over the applications both marked. */
export type Between = { one: string; other: string; shared: number; distance: number };

/** 一致性: reliability of one review, of the mean of all, of the calibrated score; alpha over single marks. */
export type Agreement = { single: number | null; average: number | null; calibrated: number | null; alpha: number | null; metric: 'ordinal' | 'interval'; between: Between[] };

/** 一份评审的总分, as it went in: 0–100, corrected for items that were left out. */
export type PairTotal = { application: string; reviewer: string; total: number; raw: number; items: number; at: string | null };

/** 计分结果. */
export type Calibration = {
  state: 'calibrated' | 'islands' | 'raw';
  islands: Island[];
  scores: Score[];
  reviewers: Severity[];
  items: Difficulty[];
  pairs: PairTotal[];
  withoutOne: WithoutOne[];
  drift: Drift[];
  agreement: Agreement;
  lines: { kind: LineKind; at: number }[];
};

/** 方法版本: changes whenever the same marks could give another figure. */
export const methodVersion = '1';

/** Two decimals, as points are shown and kept. */
export const inPoints = (value: number): number => Math.round(value * 100) / 100;

/** 计分状态: waits for its turn; ready; the marks could not be read, with the reason. */
export const runStates = ['waiting', 'ready', 'refused'] as const;
export type RunState = (typeof runStates)[number];

/** 一专家最少数: leniency means nothing among fewer. */
export const leastReviewers = 3;
