import { describe, expect, test } from 'vitest';
import type { Aims } from './aims.ts';
import { stillWatched } from './still-watched.ts';
import { noGround } from './weigh.ts';

const aim = { planId: 'plan', startsOn: '2026-01-01', department: 'wj', isOwn: true, baseline: null, targets: [] };
const alert = { regionCode: '340111', indicatorId: 1, rule: 'W2' as const, planId: 'plan', ground: { ...noGround, period: 2026202 } };

describe('an alert without a ground', () => {
  test('is watched as long as a plan aims at its figure, and no more once the plan is over', () => {
    expect(stillWatched(new Map([['340111 1', aim]]) satisfies Aims, [])(alert)).toBe(true);
    expect(stillWatched(new Map(), [])(alert)).toBe(false);
    expect(stillWatched(new Map([['340111 1', { ...aim, planId: 'the next plan' }]]), [])(alert)).toBe(false);
    expect(stillWatched(new Map(), [])({ ...alert, planId: null })).toBe(true);
  });

  test('is over by its own ground where the late figure came in, or where no plan is needed to find it', () => {
    const came = [{ regionCode: '340111', indicatorId: 1, figures: [{ period: 2026202, value: 3 }], contradicting: null }];
    expect(stillWatched(new Map(), came)({ ...alert, rule: 'W1' })).toBe(true);
    expect(stillWatched(new Map(), [])({ ...alert, rule: 'W1' })).toBe(false);
    expect(stillWatched(new Map(), [])({ ...alert, rule: 'W4' })).toBe(true);
  });
});
