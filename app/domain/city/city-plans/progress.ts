import type { Measured, Target } from './model.ts';

/** 与目标相比: reached, short of it, still time, no figure yet, a target without a number, or a figure of too few people to be shown. */
export const standings = ['reached', 'short', 'on-the-way', 'missing', 'watched', 'not-shown'] as const;
export type Standing = (typeof standings)[number];

/** Whether a figure is what a target asks for. */
export function isReached({ op, value, max }: Pick<Target, 'op' | 'value' | 'max'>, actual: number): boolean {
  if (op === 'range') return actual >= value && actual <= (max ?? value);
  if (op === '>=') return actual >= value;
  if (op === '<=') return actual <= value;
  return op === '>' ? actual > value : actual === value;
}

/** 完成度 in per cent of the target; where less is wanted, how much of the figure is allowed. Null where nothing can be said. */
export function shareOf({ op, value }: Pick<Target, 'op' | 'value'>, actual: number | null): number | null {
  if (actual === null || value === 0) return null;
  if (op === '<=') return actual === 0 ? 100 : (100 * value) / actual;
  return (100 * actual) / value;
}

/** How one target of a year stands, given the last figure of that year; missing is never nought. */
export function standingOf(target: Target | undefined, actual: number | null, isOver: boolean): Standing {
  if (!target) return 'watched';
  if (actual === null) return isOver ? 'missing' : 'on-the-way';
  if (isReached(target, actual)) return 'reached';
  return isOver ? 'short' : 'on-the-way';
}

/** The target that counts at the end: the last one. */
export function lastTarget({ targets }: Pick<Measured, 'targets'>): Target | undefined {
  return targets.toSorted((one, other) => one.year - other.year).at(-1);
}
