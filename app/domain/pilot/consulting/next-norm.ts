import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { RuleKind } from '#app/domain/base/standard/model.ts';

/**
 * 下一步建议的方法: its figures under a name, so that a suggestion can say by which it was made. `alike`: how many communities are
 * looked at, and `farthest` how unlike they may be, which is as two of
 * one kind and part of the country taken at random; `least`: fewer than these say nothing by themselves; `weight`: the wider circle counts like so many communities.
 */
export const method = { name: 'next-norm-1', alike: 40, farthest: 4, least: 5, weight: 10, leastTasks: 3, value: { must: 3, should: 2, may: 1 }, effort: { least: 0.25, most: 4 } } as const;

/** 同类情况 for one rule: how many were looked at and met it; of those that stood at nothing, or at partly, a year before, how many met it a year later. */
export type Counts = { known: number; met: number; fromNot: number; fromNotMet: number; fromPartly: number; fromPartlyMet: number };
export const noCounts: Counts = { known: 0, met: 0, fromNot: 0, fromNotMet: 0, fromPartly: 0, fromPartlyMet: 0 };

/** 范围: whose experience an estimate rests on. */
export type Circle = 'alike' | 'stratum' | 'nation' | 'none';

/** 把握: how likely the rule is met within a year, between which bounds, and on what that rests. */
export type Chance = { chance: number; low: number; high: number; from: Circle; basis: 'moved' | 'met'; n: number; successes: number };

/** 投入 of finished tasks for a rule: medians, and how many tasks they come from. */
export type Effort = { tasks: number; priced: number; cost: number | null; months: number | null };

export type Gap = { ruleId: string; kind: RuleKind; level: Exclude<Level, 'met' | 'not-applicable'> | null };
export type Suggestion = Gap & { chance: Chance | null; effort: Effort | null; relativeEffort: number; gain: number; score: number };

type Circles = { nation: Counts; stratum: Counts; alike: Counts };
const order = ['nation', 'stratum', 'alike'] as const;

/**
 * 估计: each circle is drawn towards the wider one around it, the less it holds the more. The narrowest circle with enough of its own
 * gives the figures that are shown; changes from one year to the next come before the mere share that meets the rule.
 */
export function chanceOf(level: Gap['level'], circles: Circles, pooled: { moved: number | null; met: number | null }): Chance | null {
  const moved = (counts: Counts): [number, number] => (level === 'partly' ? [counts.fromPartlyMet, counts.fromPartly] : [counts.fromNotMet, counts.fromNot]);
  return shrunk('moved', moved, circles, pooled.moved) ?? shrunk('met', ({ met, known }) => [met, known], circles, pooled.met);
}

function shrunk(basis: Chance['basis'], of: (counts: Counts) => [number, number], circles: Circles, start: number | null): Chance | null {
  const enough = order.filter((circle) => of(circles[circle])[1] >= method.least);
  if (enough.length === 0 || start === null) return null;
  let chance = start;
  let weight = 0;
  let shown: Pick<Chance, 'from' | 'n' | 'successes'> = { from: 'none', n: 0, successes: 0 };
  for (const circle of order) {
    const [successes, n] = of(circles[circle]);
    chance = (successes + method.weight * chance) / (n + method.weight);
    weight = n + method.weight;
    if (n >= method.least) shown = { from: circle, n, successes };
  }
  const reach = 1.28 * Math.sqrt((chance * (1 - chance)) / (weight + 1)); // four times in five the truth lies between
  return { basis, chance, low: Math.max(0, chance - reach), high: Math.min(1, chance + reach), ...shown };
}

/** 合计: what rules have in common in the widest circle, to start from where one rule alone says little. */
export function pooledOver(nation: readonly Counts[], level: Gap['level']): { moved: number | null; met: number | null } {
  const sum = (pick: (counts: Counts) => number) => nation.reduce((total, counts) => total + pick(counts), 0);
  const share = (part: number, all: number) => (all === 0 ? null : part / all);
  const isPartly = level === 'partly';
  return {
    moved: share(sum((one) => (isPartly ? one.fromPartlyMet : one.fromNotMet)), sum((one) => (isPartly ? one.fromPartly : one.fromNot))),
    met: share(sum(({ met }) => met), sum(({ known }) => known)),
  };
}

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length === 0 ? null : sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** 相对投入: cost and time against the rule in the middle; 1 where nobody has done it yet. */
export function relativeEffort(effort: Effort | undefined, all: readonly Effort[]): number {
  const known = all.filter(({ tasks }) => tasks >= method.leastTasks);
  if (!effort || effort.tasks < method.leastTasks) return 1;
  const against = (mine: number | null, others: readonly number[]) => {
    const middle = median(others);
    return mine === null || middle === null || middle <= 0 ? [] : [mine / middle];
  };
  const parts = [...against(effort.cost, known.flatMap(({ cost }) => cost ?? [])), ...against(effort.months, known.flatMap(({ months }) => months ?? []))];
  if (parts.length === 0) return 1;
  return Math.min(method.effort.most, Math.max(method.effort.least, parts.reduce((sum, part) => sum + part, 0) / parts.length));
}

type Known = { lessons: (ruleId: string) => Circles; nation: readonly Counts[]; efforts: ReadonlyMap<string, Effort> };

/**
 * 下一步建议: every gap with its likely gain for what it takes: weight of the rule × points still open × chance ÷ relative effort.
 * Where nothing is known of the chance, the rule goes behind those of which something is, in the order of its weight.
 */
export function rankGaps(gaps: readonly Gap[], { lessons, nation, efforts }: Known): Suggestion[] {
  const all = [...efforts.values()];
  const pools = { partly: pooledOver(nation, 'partly'), not: pooledOver(nation, 'not-met') };
  return gaps
    .map((gap) => {
      const chance = chanceOf(gap.level, lessons(gap.ruleId), gap.level === 'partly' ? pools.partly : pools.not);
      const effort = efforts.get(gap.ruleId);
      const gain = method.value[gap.kind] * (gap.level === 'partly' ? 0.5 : 1);
      const relative = relativeEffort(effort, all);
      return { ...gap, chance, effort: effort ?? null, relativeEffort: relative, gain, score: chance ? (gain * chance.chance) / relative : 0 };
    })
    .toSorted((a, b) => b.score - a.score || b.gain - a.gain || (a.ruleId < b.ruleId ? -1 : 1));
}
