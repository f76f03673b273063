import { describe, expect, it } from 'vitest';
import { answersWanted, type Mark, needsNote, negativeFoundBy, pointsOf, type RubricContent, standingOf, totalOf } from './model.ts';

const words = (id: string) => ({ id, zh: id, en: id });
const rubric: RubricContent = {
  level: 'norm',
  sections: [words('A'), words('B')],
  items: [{ ...words('A1'), sectionId: 'A', weight: 3 }, { ...words('A2'), sectionId: 'A', weight: 1 }, { ...words('B1'), sectionId: 'B', weight: 4 }],
  mustRules: [{ ...words('A1.3'), sectionId: 'A' }, { ...words('B1'), sectionId: 'B' }],
  negativeList: [words('neg-1'), words('neg-2')],
  passMark: 60, borderline: 5, minimumSample: 6,
};
const at = (itemId: string, level: Mark['level'], score: number | null = null): Mark => ({ itemId, level, score });

describe('the total', () => {
  it.each([
    ['everything met', [at('A1', 'met'), at('A2', 'met'), at('B1', 'met')], 100, [100, 100]],
    ['by weight', [at('A1', 'met'), at('A2', 'not'), at('B1', 'partly')], 62.5, [75, 50]],
    ['without what is not applicable', [at('A1', 'na'), at('A2', 'met'), at('B1', 'not')], 20, [100, 0]],
    ['of what there is so far', [at('A1', 'partly')], 50, [50, null]],
    ['of nothing', [], null, [null, null]],
    ['of nothing applicable', [at('A1', 'na'), at('A2', 'na'), at('B1', 'na')], null, [null, null]],
    ['of items the rubric does not have', [at('Z9', 'met')], null, [null, null]],
  ] as const)('%s', (_, marks, total, sections) => {
    const said = totalOf(rubric, marks);
    expect(said.total).toEqual(total);
    expect(said.bySection.map((one) => one.total)).toEqual(sections);
  });

  it('hides no must-rule that is not wholly met, and nothing on the negative list', () => {
    const marks = [at('A1', 'met'), at('B1', 'partly'), at('A1.3', 'not'), at('neg-1', 'clear'), at('neg-2', 'found')];
    expect(totalOf(rubric, marks)).toMatchObject({ mustNotMet: ['A1.3', 'B1'], negativeFound: ['neg-2'] });
    expect(totalOf(rubric, [at('A1.3', 'na'), at('B1', 'met')])).toMatchObject({ mustNotMet: [], negativeFound: [] });
  });

  it('does not move with the marks beside it', () => {
    const own = [at('A1', 'met'), at('A2', 'not'), at('B1', 'met')];
    expect(totalOf(rubric, [...own, at('A1.3', 'not'), at('neg-1', 'found')]).total).toBe(totalOf(rubric, own).total);
  });

  it('of figures stands in the range of the call', () => {
    const sections = { ...rubric, level: 'section' as const };
    expect(totalOf(sections, [at('A1', null, 8), at('A2', null, 10), at('B1', null, 2)], { from: 2, to: 10 }).total).toBe(40.625);
    expect(pointsOf({ level: null, score: 80 })).toBe(0.8);
    expect(pointsOf({ level: null, score: null })).toBeNull();
  });
});

describe('the standing', () => {
  it.each([[70, 'pass'], [65, 'borderline'], [60, 'borderline'], [55, 'borderline'], [54.9, 'fail'], [65.1, 'pass'], [null, 'undecided']] as const)('of %s is %s', (total, standing) => {
    expect(standingOf(rubric, total)).toBe(standing);
  });

  it('is undecided without a pass mark', () => {
    expect(standingOf({ passMark: null, borderline: 5 }, 99)).toBe('undecided');
  });
});

describe('the negative list', () => {
  it('stops an award when one reviewer finds one item', () => {
    const found = negativeFoundBy(rubric, [[at('neg-1', 'clear'), at('neg-2', 'clear')], [at('neg-1', 'found'), at('A1', 'met')]]);
    expect(found.map(({ id }) => id)).toEqual(['neg-1']);
    expect(negativeFoundBy(rubric, [[at('neg-1', 'clear')], []])).toEqual([]);
  });
});

describe('what is asked', () => {
  it('is every item, every must-rule that is none itself, and the negative list', () => {
    expect(answersWanted(rubric).map(({ id, part }) => `${part} ${id}`)).toEqual(['item A1', 'item A2', 'item B1', 'must A1.3', 'negative neg-1', 'negative neg-2']);
  });

  it.each([['met', false], ['partly', false], ['not', true], ['na', true], ['found', true], ['clear', false]] as const)('a note with %s: %s', (level, wanted) => {
    expect(needsNote({ level, score: null })).toBe(wanted);
  });

  it('a note with every figure', () => {
    expect([needsNote({ level: null, score: 3 }), needsNote({ level: null, score: null })]).toEqual([true, false]);
  });
});
