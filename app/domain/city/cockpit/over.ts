import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import type { LateSheet } from '#app/domain/city/collection/read.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Frame } from './read.ts';

/** 已结束的计划: its page tells how things stood; what goes on this week belongs to what runs now. */
export const isOver = ({ state }: Pick<Frame, 'state'>): boolean => state === 'closed';

/** 还欠这个计划的填报表: of a plan that is closed only those that ask for its own figures of its own years. */
export function sheetsOf<S extends Pick<LateSheet, 'period' | 'indicatorIds'>>(plan: Pick<Frame, 'state' | 'startsOn' | 'endsOn' | 'known'>, sheets: readonly S[]): S[] {
  if (!isOver(plan)) return [...sheets];
  const [years, own] = [yearsOf(plan), new Set(plan.known.map(({ id }) => id))];
  return sheets.filter(({ period, indicatorIds }) => years.includes(yearOf(period)) && indicatorIds.some((id) => own.has(id)));
}
