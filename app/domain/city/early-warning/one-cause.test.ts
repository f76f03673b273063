import { describe, expect, test } from 'vitest';
import type { Grounded } from './find-grounds.ts';
import type { AlertLevel, RuleCode } from './model.ts';
import { oneCause } from './one-cause.ts';
import { noGround } from './weigh.ts';

const found = (rule: RuleCode, level: AlertLevel, ground: Partial<typeof noGround> = {}, indicatorId = 1): Grounded => ({ rule, level, regionCode: '340111', indicatorId, ruleRegion: '*', ruleVersion: 1, planId: null, department: 'wj', ground: { ...noGround, ...ground } });
const said = (grounds: Grounded[]) => oneCause(grounds).map(({ rule, level, ground }) => [rule, level, ...(ground.also ?? [])]);

describe('one cause, one alert', () => {
  test('silence stands behind a figure that is short, and lends it its level', () => {
    expect(said([found('W1', 'red'), found('W2', 'yellow')])).toEqual([['W2', 'red', 'W1']]);
    expect(said([found('W3', 'red'), found('W1', 'yellow')])).toEqual([['W3', 'red', 'W1']]);
    expect(said([found('W1', 'red'), found('W2', 'yellow', {}, 2)])).toEqual([['W1', 'red'], ['W2', 'yellow']]);
  });
  test('a missed target is not said a second time as being off the path to it; the next target is another matter', () => {
    expect(said([found('W2', 'yellow', { dueOn: '2025-12-31' }), found('W5', 'red', { dueOn: '2025-12-31' })])).toEqual([['W5', 'red', 'W2']]);
    expect(said([found('W2', 'yellow', { dueOn: '2026-12-31' }), found('W5', 'red', { dueOn: '2025-12-31' })])).toEqual([['W2', 'yellow'], ['W5', 'red']]);
  });
  test('a figure that contradicts itself explains its own jump, not that of another period', () => {
    expect(said([found('W4', 'red', { period: 2025300 }), found('W6', 'orange', { period: 2025300 })])).toEqual([['W6', 'red', 'W4']]);
    expect(said([found('W4', 'red', { period: 2025300 }), found('W6', 'orange', { period: 2025200 })])).toHaveLength(2);
  });
});
