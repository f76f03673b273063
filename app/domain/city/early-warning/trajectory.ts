import type { Accumulation, Direction, Operator } from '#app/domain/city/indicators/model.ts';
import type { Baseline, Target } from '#app/domain/city/city-plans/model.ts';
import { isReached } from '#app/domain/city/city-plans/progress.ts';
import { addDays, daysBetween } from '#app/platform/dates.ts';

/** 灯: how a figure stands against its expected path; no figure is a light of its own. */
export const lights = ['reached', 'on-path', 'behind', 'far-behind', 'no-figure'] as const;
export type Light = (typeof lights)[number];

/** A figure on the day with which its period ends. */
export type Point = { day: string; value: number };
/** 怎样累计、往哪走: what decides how the path to a target runs. */
export type Shape = { accumulation: Accumulation; direction: Direction };

/** Behind below this share of what was to be expected, far behind below the other. */
export const behindBelow = 0.95;
export const farBehindBelow = 0.7;

/** 按年份排: targets by their years; they nearly always stand so already. */
export function inOrder<T extends Pick<Target, 'year'>>(targets: readonly T[]): readonly T[] {
  const isInOrder = targets.every((target, at) => at === 0 || targets[at - 1]!.year <= target.year);
  return isInOrder ? targets : targets.toSorted((one, other) => one.year - other.year);
}

const plain: Shape = { accumulation: 'point', direction: 'up' };
const lastOf = (year: number) => `${year}-12-31`;

/**
 * 预期值 on a day: on the straight line from the baseline to the next target; what begins anew each year rises from nought to
 * the target of its year, a running total begins at nought, what is to be held is its target. Null where nothing leads there.
 */
export function expectedAt(baseline: Baseline | null, targets: readonly Target[], day: string, { accumulation, direction }: Shape = plain): number | null {
  const aims = inOrder(targets);
  const next = aims.find(({ year }) => lastOf(year) >= day);
  if (direction === 'hold' || direction === 'range') return next?.value ?? null;
  if (accumulation === 'annual') {
    const aim = aims.find(({ year }) => year === Number(day.slice(0, 4)));
    return aim ? between({ day: lastOf(aim.year - 1), value: 0 }, { day: lastOf(aim.year), value: aim.value }, day) : null;
  }
  if (!next) return null;
  const end = { day: lastOf(next.year), value: next.value };
  const before = aims.findLast(({ year }) => lastOf(year) < day) ?? (baseline && lastOf(baseline.year) < end.day ? baseline : undefined);
  if (before) return lastOf(before.year) > day ? null : between({ day: lastOf(before.year), value: before.value }, end, day);
  if (accumulation === 'cumulative') return between({ day: lastOf(next.year - 1), value: 0 }, end, day);
  return day === end.day ? end.value : null;
}

function between(from: Point, to: Point, day: string): number | null {
  if (day < from.day) return null;
  return from.value + ((to.value - from.value) * daysBetween(from.day, day)) / daysBetween(from.day, to.day);
}

/** 进度: the figure as a share of what was expected, 1 is on the path; where less is wanted, how much of the figure was allowed. */
export function shareOfPath(actual: number, expected: number, direction: Direction, op: Operator): number {
  if (op === '<=' || direction === 'down') return actual <= expected ? 1 : expected / actual;
  return expected <= 0 ? 1 : actual / expected;
}

/** 进度的百分数: whole per cent, never rounded up, so that no figure looks nearer to its path than it is. */
export const percentOf = (share: number): number => Math.floor(share * 100 + 1e-9);

/**
 * 灯: reached is said of a target, the rest of the path to it; without a path there is nothing to be behind. From the `day` on which a
 * target is due it is reached or it is not: what is nearly there is behind. A period that still runs stands at today.
 */
export function light(actual: number | null, expected: number | null, direction: Direction, op: Operator, target?: Pick<Target, 'op' | 'value' | 'max'> & { year?: number }, day = ''): Light {
  if (actual === null) return 'no-figure';
  const found = lightOf(actual, expected, direction, op, target);
  return found === 'on-path' && target?.year !== undefined && day >= lastOf(target.year) ? 'behind' : found;
}

function lightOf(actual: number, expected: number | null, direction: Direction, op: Operator, target?: Pick<Target, 'op' | 'value' | 'max'>): Light {
  if (target && isReached(target, actual)) return 'reached';
  if ((direction === 'range' || direction === 'hold') && target) return expected !== null && shareOfPath(actual, expected, direction, op) < farBehindBelow ? 'far-behind' : 'behind';
  if (expected === null) return 'on-path';
  const share = shareOfPath(actual, expected, direction, op);
  if (share < farBehindBelow) return 'far-behind';
  return share < behindBelow ? 'behind' : 'on-path';
}

export type Forecast = { at: number; low: number; high: number };

/** Half the width of the middle 80 % of Student's t, for 2 … 10 degrees of freedom and for more. */
const halfOfEighty = [1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372];
const fewest = 4;
const mostBack = 12;

/**
 * 预测: where the straight line through the latest figures leads on a day, and the interval that holds it four times in five
 * if nothing changes. Fewer than four figures say nothing.
 */
export function forecast(values: readonly Point[], day?: string, bounds: { least: number | null; most: number | null; isCumulative?: boolean } = { least: null, most: null }): Forecast | null {
  const known = values.toSorted((one, other) => (one.day < other.day ? -1 : 1)).slice(-mostBack);
  const last = known.at(-1);
  if (known.length < fewest || !last) return null;
  const origin = known[0]!.day;
  const xs = known.map((point) => daysBetween(origin, point.day));
  const goal = daysBetween(origin, day ?? addDays(last.day, Math.max(1, xs.at(-1)! - xs.at(-2)!)));
  const [meanX, meanY] = [mean(xs), mean(known.map(({ value }) => value))];
  const spread = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  if (spread === 0) return null;
  const slope = xs.reduce((sum, x, at) => sum + (x - meanX) * (known[at]!.value - meanY), 0) / spread;
  const line = (x: number) => meanY + slope * (x - meanX);
  const free = known.length - 2;
  const noise = Math.sqrt(xs.reduce((sum, x, at) => sum + (known[at]!.value - line(x)) ** 2, 0) / free);
  const half = (halfOfEighty[free - 2] ?? 1.341) * noise * Math.sqrt(1 + 1 / known.length + (goal - meanX) ** 2 / spread);
  const least = bounds.isCumulative ? Math.max(bounds.least ?? last.value, last.value) : bounds.least;
  const within = (value: number) => Math.min(bounds.most ?? Infinity, Math.max(least ?? -Infinity, value));
  const at = line(goal);
  return { at: within(at), low: within(at - half), high: within(at + half) };
}

const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
