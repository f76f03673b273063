import { describe, expect, test } from 'vitest';
import { periodOf } from '#app/domain/city/indicators/period.ts';
import { figureBefore } from './figure-before.ts';

const told = (indicatorId: number, period: number, value: number) => ({ indicatorId, period, value });
const quarter = (year: number, nth: number) => periodOf(year, 'quarter', nth);

describe('the figure before', () => {
  const values = [told(1, quarter(2026, 2), 31), told(1, quarter(2025, 4), 28), told(1, periodOf(2025), 29), told(2, quarter(2026, 2), 90), told(1, quarter(2026, 3), 33)];

  test('is the newest of the same kind of period and of the same indicator', () => {
    expect(figureBefore(values, { id: 1, accumulation: 'point' }, quarter(2026, 3))).toEqual({ period: quarter(2026, 2), value: 31 });
    expect(figureBefore(values, { id: 1, accumulation: 'point' }, quarter(2026, 2))).toEqual({ period: quarter(2025, 4), value: 28 });
    expect(figureBefore(values, { id: 1, accumulation: 'point' }, periodOf(2026))).toEqual({ period: periodOf(2025), value: 29 });
    expect(figureBefore(values, { id: 2, accumulation: 'point' }, quarter(2026, 2))).toBeNull();
  });

  test('is none of another year where every year counts from nought, but a whole year has a year before it', () => {
    expect(figureBefore(values, { id: 1, accumulation: 'annual' }, quarter(2026, 2))).toBeNull();
    expect(figureBefore(values, { id: 1, accumulation: 'annual' }, quarter(2026, 3))).toEqual({ period: quarter(2026, 2), value: 31 });
    expect(figureBefore(values, { id: 1, accumulation: 'annual' }, periodOf(2026))).toEqual({ period: periodOf(2025), value: 29 });
  });
});
