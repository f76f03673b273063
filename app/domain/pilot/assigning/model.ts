import { type ExpertField, expertFields } from '#app/domain/pilot/experts/model.ts';
import type { Solved } from './solve/task.ts';

/** 方案状态: waits to be worked out or is being worked out; lies open for changes; could not be made; is being carried out; carried out; given up. */
export const planStates = ['ordered', 'draft', 'failed', 'assigning', 'locked', 'discarded'] as const;
export type PlanState = (typeof planStates)[number];

/** Those of which a call and round has one at most. */
export const openStates = ['ordered', 'draft', 'assigning'] as const satisfies readonly PlanState[];

/** 分配设置. Points are of the same hundred as a match. */
export type PlanSettings = {
  reviewsPerApplication: number;
  leastLoad: number;
  mostLoad: number;
  /** Lost for each further expert from one place; for an expert from the applicant's own place. */
  spread: number;
  near: number;
  /** Up to so many points by lot. */
  chance: number;
  isLinked: boolean;
  dueOn: string;
};

export const usualSettings = { leastLoad: 0, spread: 15, near: 10, chance: 0, isLinked: true } as const;

/** 进度: what is being done and how far it is, of a hundred. */
export const planSteps = ['waiting', 'reading', 'points', 'prices', 'flow', 'lift', 'link', 'writing'] as const;
export type PlanProgress = { step: (typeof planSteps)[number]; share: number };

/** 理由: why this expert for this application, in codes that both languages tell. */
export type PairReasons = {
  /** The expert's fields that the application needs, the greatest need first. */
  fields: ExpertField[];
  /** From another place than the applicant, from the same one, or of the whole nation. */
  place: 'elsewhere' | 'near' | 'nation';
  /** Another expert of this application is from the same place. */
  repeats: boolean;
  /** How many applications the expert has with this plan, and how many they may have. */
  load: number;
  most: number;
  /** Put here so that an application with poorer experts fares better, or so that groups of experts are linked. */
  why?: 'lifted' | 'linked';
};

/** 缺人的原因. */
export const lacks = ['all-in-conflict', 'too-few-experts', 'loads-full'] as const;
export type Lack = { applicationId: string; seats: number; why: (typeof lacks)[number]; free: number; apart: number };

/** 方案的数字. */
export type PlanStats = Pick<Solved, 'value' | 'bound' | 'worst' | 'worstBefore' | 'worstBound' | 'meanMatch' | 'groups'> & {
  applications: number;
  experts: number;
  missing: Lack[];
  short: { expertId: string; by: number }[];
};

/** Which fields speak to which section of the standard. */
const fieldsOfSection: Record<string, readonly ExpertField[]> = {
  A: ['policy', 'childrens-rights'],
  B: ['childrens-rights', 'community-building', 'education'],
  C: ['planning-design', 'community-building'],
  D: ['education', 'social-work', 'childrens-rights'],
  E: ['social-work', 'community-building', 'policy'],
};
const gapWeight = 3;

/** 所需专业: a share for each field. Every section counts once, and more the further its rules are from being met in the applicant's own check. */
export function needsOf(gaps: Record<string, number>): number[] {
  const needs = expertFields.map(() => 0);
  for (const [section, gap] of Object.entries(gaps)) {
    const fields = fieldsOfSection[section.toUpperCase()] ?? expertFields;
    for (const field of fields) needs[expertFields.indexOf(field)]! += (1 + gapWeight * gap) / fields.length;
  }
  const all = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => (all === 0 ? 1 / expertFields.length : need / all));
}

/** How much of the match is depth (the fields an expert has are those needed most), the rest is breadth (how much of the need they cover). */
const depth = 0.6;
const broad = 3;

/** 匹配度: how well an expert's fields meet what an application needs, 0 to 100. Breadth is measured by the three greatest needs, so that nobody has to know everything. */
export function matchOf(needs: readonly number[], fields: readonly number[]): number {
  const sorted = needs.toSorted((x, y) => y - x);
  const best = (many: number) => sorted.slice(0, many).reduce((sum, need) => sum + need, 0);
  if (best(1) === 0 || fields.length === 0) return 0;
  const met = fields.reduce((sum, field) => sum + needs[field]!, 0);
  return Math.round(100 * (depth * (met / best(fields.length)) + (1 - depth) * Math.min(1, met / best(broad))));
}

/** How finely places are told apart: provinces in the nation, cities in a province, districts in a city. */
export function placeOf(regionCode: string, callRegion: string): string {
  const letters = callRegion === '*' ? 2 : Math.min(6, callRegion.length + 2);
  return regionCode === '*' || regionCode.length < letters ? '' : regionCode.slice(0, letters);
}

/** 连通分组: to which group each of so many experts belongs (−1: to none); two are linked when one team has both. */
export function groupsAmong(experts: number, teams: Iterable<readonly number[]>): { group: Int32Array; count: number } {
  const parent = Int32Array.from({ length: experts }, (_, e) => e);
  const root = (e: number): number => {
    while (parent[e] !== e) e = parent[e] = parent[parent[e]!]!;
    return e;
  };
  const isUsed = new Uint8Array(experts);
  for (const team of teams) {
    for (const e of team) {
      isUsed[e] = 1;
      const [x, y] = [root(team[0]!), root(e)];
      parent[Math.max(x, y)] = Math.min(x, y);
    }
  }
  const group = Int32Array.from({ length: experts }, (_, e) => (isUsed[e] ? root(e) : -1));
  return { group, count: new Set(group.filter((g) => g >= 0)).size };
}

/** 差距: how far a plan may still be from the best there could be, in per cent. */
export function gapOf({ value, bound }: Pick<PlanStats, 'value' | 'bound'>): number {
  return bound <= 0 ? 0 : (100 * Math.max(0, bound - value)) / bound;
}
