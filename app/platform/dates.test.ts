import { describe, expect, test } from 'vitest';
import { addDays, beijingDay, beijingTime, daysBetween, longDay, nearDay, shortDay, shortTime, startOfBeijingDay } from './dates.ts';

describe('Beijing days', () => {
  test.each([
    ['2026-09-15T15:59:59.999Z', '2026-09-15'],
    ['2026-09-15T16:00:00.000Z', '2026-09-16'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('%s falls on %s', (instant, day) => {
    expect(beijingDay(new Date(instant))).toBe(day);
    expect(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant))).toBe(day);
  });

  test('a day begins sixteen hours before its date in universal time', () => {
    expect(startOfBeijingDay('2026-09-15').toISOString()).toBe('2026-09-14T16:00:00.000Z');
    expect(beijingTime(startOfBeijingDay('2026-09-15'))).toBe('2026-09-15 00:00:00');
    expect(beijingTime('2026-09-15T06:32:08.900Z')).toBe('2026-09-15 14:32:08');
  });

  test('a day of this year is said without its year, another one with it', () => {
    expect([nearDay('2026-11-05', 'zh-CN', '2026-09-01'), nearDay('2026-11-05', 'en', '2026-09-01')]).toEqual(['11 月 5 日', '5 November']);
    expect([nearDay('2025-11-05', 'zh-CN', '2026-09-01'), nearDay('2025-11-05', 'en', '2026-09-01')]).toEqual(['2025 年 11 月 5 日', '5 November 2025']);
  });

  test('days are counted across months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-09-01', '2026-09-15')).toBe(14);
    expect(daysBetween('2026-09-15', '2026-09-15')).toBe(0);
  });

  test('a day is written out in both languages', () => {
    expect(longDay('2026-09-15', 'zh-CN')).toBe('2026 年 9 月 15 日（星期二）');
    expect(longDay('2026-09-15', 'en')).toBe('Tuesday, 15 September 2026');
    expect(shortDay('2026-09-05', 'zh-CN')).toBe('2026 年 9 月 5 日');
    expect(shortDay('2026-12-15', 'en')).toBe('15 December 2026');
    expect(shortTime('2026-09-15T16:02:08Z', 'zh-CN')).toBe('2026 年 9 月 16 日 00:02');
    expect(shortTime('2026-09-15T06:32:08Z', 'en')).toBe('15 September 2026, 14:32');
  });
});
