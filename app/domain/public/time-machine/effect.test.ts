import { describe, expect, test } from 'vitest';
import type { Edition, Rule } from '#app/domain/base/standard/model.ts';
import { effectOf } from './effect.ts';

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id, zh: id, en: id, kind: 'should', isSeen: true, basis: 'seed', evidence: [], src: [], draftItems: [], goalAreas: [], threshold: null, ...more,
});
const edition = (...rules: Rule[]): Pick<Edition, 'sections'> => ({
  sections: [{ id: 'A', chapter: '4', zh: '', en: '', about: { zh: '', en: '' }, norms: [{ id: 'A1', zh: '', en: '', rules }] }],
});
const from = edition(rule('A1.1', { kind: 'must' }), rule('A1.2'), rule('A1.3'));
const levels = { 'A1.1': 'met', 'A1.2': 'partly', 'A1.3': 'not-met' } as const;

describe('what another edition makes of earlier levels', () => {
  test('changes nothing where every rule says and asks the same', () => {
    expect(effectOf(levels, from, from)).toEqual({ verdict: 'unaffected', before: 50, after: 50, short: [], again: [], gone: [] });
  });

  test('falls short of a rule that has become a must and is not met; one that was a must before is no news', () => {
    expect(effectOf(levels, from, edition(rule('A1.1', { kind: 'must' }), rule('A1.2', { kind: 'must' }), rule('A1.3')))).toMatchObject({ verdict: 'short', short: ['A1.2'] });
    const failing = { ...levels, 'A1.1': 'not-met' } as const;
    expect(effectOf(failing, from, from)).toMatchObject({ verdict: 'unaffected', short: [] });
  });

  test('asks for another look at rules that are new or say something else, and never guesses their level', () => {
    const to = edition(rule('A1.1', { kind: 'must' }), rule('A1.2', { zh: '另一句话' }), rule('A1.4', { kind: 'must' }));
    expect(effectOf(levels, from, to)).toEqual({ verdict: 'look-again', before: 50, after: 100, short: [], again: ['A1.4', 'A1.2'], gone: ['A1.3'] });
  });
});
