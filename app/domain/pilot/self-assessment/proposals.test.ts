import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { proposalsFor } from './proposals.ts';

const standard = JSON.parse(readFileSync('data/standard.json', 'utf8')) as Parameters<typeof rulesOf>[0];
const rules = rulesOf(standard).map((rule) => ({ ...rule, threshold: rule.threshold ?? null }));
const proposed = (known: Partial<Parameters<typeof proposalsFor>[1]>) => proposalsFor(rules, { facts: {}, cited: [], counted: {}, ...known });

describe('what the figures say of a threshold', () => {
  test('comes from the facts of the community, and says with which figure', () => {
    expect(proposed({ facts: { 'childrens-directors': 2, 'indoor-area': '8', 'outdoor-area': '320' } })).toEqual([
      expect.objectContaining({ ruleId: 'A1.3', isReached: true, figure: 2, least: 1, from: 'community' }),
      expect.objectContaining({ ruleId: 'C2.1', isReached: false, figure: 8, least: 10 }),
      expect.objectContaining({ ruleId: 'C3.1', isReached: true, figure: 320, least: 50 }),
    ]);
  });

  test('comes from a number that is cited for the rule before anything else, also where less is better', () => {
    const cited = [{ ruleId: 'C1.3', title: '步行时间测量', number: 12, unit: '分钟' }, { ruleId: 'A1.3', title: '聘书', number: 0, unit: '人' }];
    expect(proposed({ facts: { 'childrens-directors': 2 }, cited })).toEqual([
      expect.objectContaining({ ruleId: 'A1.3', isReached: false, figure: 0, from: 'evidence', source: '聘书' }),
      expect.objectContaining({ ruleId: 'C1.3', isReached: false, figure: 12, op: '<=', least: 10 }),
    ]);
  });

  test('is silent where nothing is known, where a figure is none, and where the threshold is no figure', () => {
    expect(proposed({})).toEqual([]);
    expect(proposed({ facts: { 'indoor-area': '', 'outdoor-area': '不清楚' } })).toEqual([]);
    expect(proposed({ cited: [{ ruleId: 'A4.2', title: '制度', number: 1, unit: '小时' }] })).toEqual([]);
  });

  test('counts what the system itself has seen', () => {
    expect(proposed({ counted: { 'A4.3': 1 } })).toEqual([expect.objectContaining({ ruleId: 'A4.3', isReached: true, from: 'system' })]);
  });
});
