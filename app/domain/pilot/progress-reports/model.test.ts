import { describe, expect, test } from 'vitest';
import { firstForm } from './first-form.ts';
import { isLate, lackOf, nextSpan, type ReportQuestion } from './model.ts';

describe('the periods of reports', () => {
  test('begin with the pilot, follow each other without a gap, and are asked for when they are over', () => {
    expect(nextSpan('2026-03-01', undefined, 6, '2026-08-31')).toBeUndefined();
    expect(nextSpan('2026-03-01', undefined, 6, '2026-09-01')).toEqual({ from: '2026-03-01', until: '2026-08-31' });
    expect(nextSpan('2026-03-01', '2026-08-31', 6, '2027-02-28')).toBeUndefined();
    expect(nextSpan('2026-03-01', '2026-08-31', 6, '2027-03-01')).toEqual({ from: '2026-09-01', until: '2027-02-28' });
  });

  test('take in what nobody asked for meanwhile, whatever the rhythm was', () => {
    expect(nextSpan('2024-01-01', undefined, 6, '2026-09-01')).toEqual({ from: '2024-01-01', until: '2026-06-30' });
    expect(nextSpan('2024-01-01', '2026-03-31', 12, '2026-09-01')).toBeUndefined();
    expect(nextSpan('2024-01-01', '2026-03-31', 3, '2026-09-01')).toEqual({ from: '2026-04-01', until: '2026-06-30' });
  });
});

describe('an answer', () => {
  const ask = (change: Partial<ReportQuestion>): ReportQuestion => ({ ...firstForm.questions[0]!, ...change });

  test('lacks what its kind needs, and an empty one only where it is required', () => {
    expect([lackOf(ask({}), '', 0), lackOf(ask({ isRequired: false }), ' ', 0)]).toEqual(['empty', undefined]);
    expect([lackOf(ask({}), '12.5', 0), lackOf(ask({}), '很多', 0), lackOf(ask({}), '12', 1)]).toEqual([undefined, 'not-a-number', 'unsettled']);
    const choice = ask({ kind: 'choice', options: [{ zh: '需要', en: 'Yes' }] });
    expect([lackOf(choice, '需要', 0), lackOf(choice, '也许', 0)]).toEqual([undefined, 'no-option']);
    expect([lackOf(ask({ kind: 'text' }), '字'.repeat(201), 0), lackOf(ask({ kind: 'long-text' }), '字'.repeat(201), 0)]).toEqual(['too-long', undefined]);
  });

  test('is late after its last day, while it is with the community', () => {
    expect([isLate({ state: 'open', dueOn: '2026-09-01' }, '2026-09-01'), isLate({ state: 'open', dueOn: '2026-09-01' }, '2026-09-02')]).toEqual([false, true]);
    expect([isLate({ state: 'returned', dueOn: '2026-08-01' }, '2026-09-02'), isLate({ state: 'handed-in', dueOn: '2026-08-01' }, '2026-09-02')]).toEqual([true, false]);
  });
});
