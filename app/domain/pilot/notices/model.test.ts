import { describe, expect, it } from 'vitest';
import { periodDays, phaseOf, workdayOf } from './model.ts';

const days = ['2026-09-03', '2026-09-04', '2026-09-05', '2026-09-06', '2026-09-07'].map((day) => ({ day, isWorkday: !['2026-09-05', '2026-09-06'].includes(day) }));

describe('the phase of a notice', () => {
  const published = { state: 'published', startsOn: '2026-09-03', endsOn: '2026-09-07' } as const;
  it.each([
    ['2026-09-02', 'coming'], ['2026-09-03', 'open'], ['2026-09-05', 'open'], ['2026-09-07', 'open'], ['2026-09-08', 'ended'],
  ])('on %s is %s', (today, phase) => {
    expect(phaseOf(published, today)).toBe(phase);
  });

  it('is draft before it is published and final for good', () => {
    expect(phaseOf({ state: 'draft', startsOn: null, endsOn: null }, '2026-09-03')).toBe('draft');
    expect(phaseOf({ ...published, state: 'final' }, '2026-09-04')).toBe('final');
  });
});

describe('the days of a period', () => {
  it('are done, now, to come or rest', () => {
    expect(periodDays(days, '2026-09-04').map((day) => day.state)).toEqual(['done', 'now', 'rest', 'rest', 'next']);
  });

  it('are counted by working days', () => {
    expect(workdayOf(days, '2026-09-04')).toEqual({ passed: 2, left: 1, all: 3 });
    expect(workdayOf(days, '2026-09-05')).toEqual({ passed: 2, left: 1, all: 3 });
    expect(workdayOf(days, '2026-09-30')).toEqual({ passed: 3, left: 0, all: 3 });
  });
});
