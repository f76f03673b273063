import type { Unit } from './model.ts';

/** 量纲: what is counted, to which power, and how many of it one unit is. */
export type Quantity = { counts: Readonly<Record<string, number>>; scale: number };

const plain: Quantity = { counts: {}, scale: 1 };
const counted = (what: string, scale = 1): Quantity => ({ counts: { [what]: 1 }, scale });

const quantities: Record<Unit, Quantity> = {
  milestone: counted('things'), // what is done is one thing done
  count: counted('things'),
  schools: counted('things'),
  classes: counted('things'),
  '10k-items': counted('things', 10_000),
  households: counted('households'),
  persons: counted('persons'),
  'person-times': counted('person-times'),
  days: counted('days'),
  percent: { counts: {}, scale: 0.01 },
  permille: { counts: {}, scale: 0.001 },
  'per-1000': { counts: { things: 1, persons: -1 }, scale: 0.001 },
};

/** 整数单位: people, places and pieces, of which there is no half. */
const wholeUnits: readonly Unit[] = ['count', 'persons', 'person-times', 'households', 'schools', 'classes'];
export const isWholeUnit = (unit: Unit): boolean => wholeUnits.includes(unit);

export const quantityOf = (unit: Unit): Quantity => quantities[unit];
export const bare = plain;

/** Two quantities multiplied, or divided (`power` -1). */
export function times(one: Quantity, other: Quantity, power: 1 | -1 = 1): Quantity {
  const counts: Record<string, number> = { ...one.counts };
  for (const [what, many] of Object.entries(other.counts)) counts[what] = (counts[what] ?? 0) + power * many;
  return { counts: Object.fromEntries(Object.entries(counts).filter(([, many]) => many !== 0)), scale: one.scale * other.scale ** power };
}

/** Whether both count the same things, so that they may be added or compared. */
export function isAlike(one: Quantity, other: Quantity): boolean {
  const whats = new Set([...Object.keys(one.counts), ...Object.keys(other.counts)]);
  return [...whats].every((what) => one.counts[what] === other.counts[what]);
}
