import { describe, expect, test } from 'vitest';
import { decodeLevels, encodeLevels, scoreOf, unmetMusts } from './model.ts';

const ids = ['A1.1', 'A1.2', 'A1.3', 'A1.4', 'A1.5'];
const given = { 'A1.1': 'met', 'A1.2': 'partly', 'A1.3': 'not-met', 'A1.4': 'not-applicable' } as const;

describe('levels', () => {
  test('are said in one letter a rule, and read back as they were', () => {
    expect(encodeLevels(ids, given)).toBe('mpnx-');
    expect(decodeLevels(ids, 'mpnx-')).toEqual(given);
  });

  test('count 1, one half and 0; what does not apply or was not looked at is left out', () => {
    expect(scoreOf(given)).toBe(50);
    expect(scoreOf({ 'A1.4': 'not-applicable' })).toBeNull();
    expect(scoreOf({})).toBeNull();
  });

  test('list the must-rules that are not met', () => {
    const rules = ids.map((id) => ({ id, kind: id === 'A1.2' ? 'should' : 'must' }));
    expect(unmetMusts(rules, given)).toEqual(['A1.3', 'A1.5']);
  });
});
