/**
 * 求解任务: the whole question in numbers, so that it can be handed to a thread. A pair is one number:
 * application × how many experts there are + expert.
 */
export type Task = {
  /** How many experts each application still lacks. */
  seats: number[];
  /** What each application needs: a share for each field. */
  needs: number[][];
  /** Where each application comes from, as coarse as experts are told apart. */
  places: string[];
  experts: { fields: number[]; place: string; least: number; most: number }[];
  /** Pairs that may never be. */
  apart: Int32Array;
  /** Pairs that were assigned before, and pairs of the plan that stay; both count for links and places and are not chosen again, the plan's own for who got least as well. */
  held: Int32Array;
  kept: Int32Array;
  /** 地区分散: points lost for each further expert of one place; for an expert of the applicant's own place. */
  spread: number;
  near: number;
  /** 随机化: up to so many points by lot, out of the seed. */
  chance: number;
  seed: number;
  isLinked: boolean;
};

/** 求解结果. `value` never exceeds `bound`, which no plan at all can exceed. */
export type Solved = {
  pairs: Int32Array;
  lifted: Int32Array;
  linked: Int32Array;
  value: number;
  bound: number;
  /** The lowest mean match of an application, before and after those who got least were lifted, and what no plan can exceed. */
  worst: number;
  worstBefore: number;
  worstBound: number;
  meanMatch: number;
  missing: { application: number; seats: number }[];
  short: { expert: number; by: number }[];
  /** How many groups of experts are not linked with each other; 1 is a connected plan. */
  groups: number;
};

/** 求解进度: what is being done and how far it is, of a hundred. */
export type Progress = { step: 'points' | 'prices' | 'flow' | 'lift' | 'link'; share: number };

/** A seat that stays empty, an expert below the least load: dearer than anything a match can win. */
export const missingCost = 100_000;
export const shortCost = 10_000;
