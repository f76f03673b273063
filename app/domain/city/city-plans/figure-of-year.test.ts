import { expect, test } from 'vitest';
import { periodOf } from '#app/domain/city/indicators/period.ts';
import { figureOfYear, yearToAsk } from './figure-of-year.ts';
import { standingsOf } from './whole-plan.ts';

const said = (year: number, value: number | null, period = periodOf(year)) => ({ indicatorId: 1, period, value });
const standing = (kind: 'milestone' | 'numeric', values: ReturnType<typeof said>[], today = '2026-11-22') =>
  standingsOf([{ code: 'A01', indicators: [{ code: 'A01-1', provenance: 'seed', baseline: null, targets: [{ year: 2025, op: '=', value: 1 }] }] }], new Map([['A01-1', { id: 1, definition: { kind } }]]), values, today).get('A01')![0];

test('What is counted is the last figure of its own year, the whole year before a part of it', () => {
  const figures = [said(2024, 7), said(2025, 3, periodOf(2025, 'quarter', 1)), said(2025, 9), said(2025, 8, periodOf(2025, 'quarter', 3))];
  expect(figureOfYear(figures, 'numeric', 2025)).toMatchObject({ value: 9 });
  expect(figureOfYear(figures, 'numeric', 2026)).toBeUndefined();
});

test('A milestone that was done stays done, early or late; one that was not is as it was said last', () => {
  expect(figureOfYear([said(2023, 1), said(2025, 0)], 'milestone', 2025)).toMatchObject({ value: 1 });
  expect(figureOfYear([said(2023, 0), said(2024, 0)], 'milestone', 2025)).toMatchObject({ period: periodOf(2024) });
  expect(figureOfYear([said(2026, 1)], 'milestone', 2025)).toBeUndefined();
  expect([yearToAsk('milestone', 2025, '2026-11-22'), yearToAsk('numeric', 2025, '2026-11-22')]).toEqual([2026, 2025]);
});

test('In the sums a milestone counts in whichever year it was recorded, a figure only in the year of its target', () => {
  for (const year of [2023, 2025, 2026]) expect(standing('milestone', [said(year, 1)])).toEqual({ code: 'A01-1', year: 2025, actual: 1, standing: 'reached' });
  expect(standing('milestone', [said(2024, 0)])).toMatchObject({ standing: 'short' });
  expect(standing('milestone', [])).toMatchObject({ standing: 'missing', actual: null });
  expect(standing('milestone', [said(2024, 0)], '2025-06-01')).toMatchObject({ standing: 'on-the-way' });
  expect(standing('numeric', [said(2023, 1)])).toMatchObject({ standing: 'missing', actual: null });
  expect(standing('numeric', [said(2025, null)])).toMatchObject({ standing: 'not-shown' });
});
