import { openPeriod, yearOf } from '#app/domain/city/indicators/period.ts';
import type { Value } from '#app/domain/city/indicators/values.ts';
import type { Known } from './model.ts';

/** 上一期的数: the newest figure of the same kind of period before this one; within the year where every year counts from nought. */
export function figureBefore(values: readonly Pick<Value, 'indicatorId' | 'period' | 'value'>[], { id, accumulation }: Pick<Known, 'id' | 'accumulation'>, period: number): { period: number; value: number } | null {
  const { frequency } = openPeriod(period)!;
  const isOfAYear = accumulation === 'annual' && frequency !== 'annual';
  const earlier = values.filter((each) => each.indicatorId === id && each.period < period && openPeriod(each.period)!.frequency === frequency && (!isOfAYear || yearOf(each.period) === yearOf(period)));
  const last = earlier.toSorted((one, other) => one.period - other.period).at(-1);
  return last ? { period: last.period, value: last.value } : null;
}
