import { isReached } from '#app/domain/city/city-plans/progress.ts';
import type { Target } from '#app/domain/city/city-plans/model.ts';
import type { Unit } from '#app/domain/city/indicators/model.ts';
import { readNumber } from '#app/domain/city/indicators/read-number.ts';

/** 合计与全市: what the cells of a year come to beside the city's target, as somebody is still typing them. */
export type Summed = { kind: 'none' } | { kind: 'sum'; sum: number; set: number; difference: number | null } | { kind: 'span'; set: number; least: number; most: number; below: number };

export function sumOf(cells: readonly string[], { unit, isShared }: { unit: Unit; isShared: boolean }, target: Target | undefined): Summed {
  const values = cells.flatMap((said) => {
    const read = readNumber(said, unit);
    return 'value' in read && read.value !== null ? [read.value] : [];
  });
  if (values.length === 0) return { kind: 'none' };
  if (isShared) return { kind: 'span', set: values.length, least: Math.min(...values), most: Math.max(...values), below: target ? values.filter((value) => !isReached(target, value)).length : 0 };
  const sum = Number(values.reduce((one, other) => one + other, 0).toPrecision(12));
  return { kind: 'sum', sum, set: values.length, difference: target && target.op !== 'range' ? Number((sum - target.value).toPrecision(12)) : null };
}
