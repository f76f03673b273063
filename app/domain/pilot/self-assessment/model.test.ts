import { describe, expect, test } from 'vitest';
import { isUnconfirmed, moveOf, type Row, sectionScores, unfinished, whyUnfinished } from './model.ts';

const version = (value: string, revision = 1) => ({ current: { value, revision, by: 'a', byName: 'a', at: '2026-09-01T00:00:00Z' }, rivals: [] });
const row = (said: Partial<Record<'level' | 'reason' | 'confirm', string>>, more: Partial<Row> = {}): Row => ({
  ruleId: 'A1.1', copiedFrom: null, said: Object.fromEntries(Object.entries(said).map(([field, value]) => [field, version(value)])), ...more,
});

describe('a rule of a self-assessment', () => {
  test('needs a level; what is met needs a word or a proof, what is partly met or does not apply a reason, what is not met nothing', () => {
    expect(whyUnfinished(undefined, 0)).toBe('level');
    expect(whyUnfinished(row({ reason: '有' }), 1)).toBe('level');
    expect(whyUnfinished(row({ level: 'met' }), 0)).toBe('proof');
    expect(whyUnfinished(row({ level: 'met', reason: '  ' }), 0)).toBe('proof');
    expect(whyUnfinished(row({ level: 'met' }), 1)).toBeUndefined();
    expect(whyUnfinished(row({ level: 'met', reason: '有文件' }), 0)).toBeUndefined();
    expect(whyUnfinished(row({ level: 'partly' }), 1)).toBe('reason');
    expect(whyUnfinished(row({ level: 'not-applicable' }), 0)).toBe('reason');
    expect(whyUnfinished(row({ level: 'not-met' }), 0)).toBeUndefined();
  });

  test('that was copied waits for somebody to confirm it or to say something else', () => {
    const copied = row({ level: 'met', reason: '有文件' }, { copiedFrom: 2025 });
    expect([isUnconfirmed(copied), whyUnfinished(copied, 0)]).toEqual([true, 'confirm']);
    expect(isUnconfirmed({ ...copied, said: { ...copied.said, confirm: version('yes') } })).toBe(false);
    expect(isUnconfirmed({ ...copied, said: { ...copied.said, level: version('partly', 2) } })).toBe(false);
  });

  test('with two texts side by side is finished by nobody but whoever chooses', () => {
    const said = { level: { ...version('met'), rivals: [version('partly', 2).current] }, reason: version('有文件') };
    expect(whyUnfinished(row({}, { said }), 1)).toBe('conflict');
  });

  test('moves up, down, in and out from one year to the next', () => {
    expect([moveOf('partly', 'met'), moveOf('met', 'not-met'), moveOf('met', 'met'), moveOf(undefined, 'met'), moveOf('met', 'not-applicable'), moveOf('not-applicable', 'met'), moveOf(undefined, undefined)])
      .toEqual(['better', 'worse', 'same', 'new', 'gone', 'new', 'same']);
  });
});

describe('the whole', () => {
  test('lists what is unfinished in the order of the edition, and scores each section over what applies', () => {
    const rows = new Map([['A1.2', row({ level: 'met', reason: '有' }, { ruleId: 'A1.2' })]]);
    expect(unfinished(['A1.1', 'A1.2', 'A1.3'], rows, { 'A1.1': 1 })).toEqual([{ ruleId: 'A1.1', why: 'level' }, { ruleId: 'A1.3', why: 'level' }]);
    const sections = [{ id: 'A', norms: [{ rules: [{ id: 'A1.1' }, { id: 'A1.2' }] }, { rules: [{ id: 'A2.1' }] }] }, { id: 'B', norms: [] }];
    expect(sectionScores(sections, { 'A1.1': 'met', 'A1.2': 'partly', 'A2.1': 'not-applicable' })).toEqual([
      { id: 'A', score: 75, said: 3, rules: 3 }, { id: 'B', score: null, said: 0, rules: 0 },
    ]);
  });
});
