import { describe, expect, it } from 'vitest';
import type { Level } from '#app/domain/pilot/rubrics/model.ts';
import { blankMark, mergeMarks } from './merge-marks.ts';

const marks = (given: Record<string, Level | null>) => new Map(Object.entries(given).map(([itemId, level]) => [itemId, { ...blankMark(itemId), level }]));
const levels = (all: ReturnType<typeof mergeMarks>['marks']) => Object.fromEntries([...all].map(([id, { level }]) => [id, level]));

describe('two windows on one review', () => {
  it.each([
    ['what I left alone comes from the other', { a: 'met' }, { a: 'met' }, { a: 'not' }, { a: 'not' }, 0],
    ['what only I touched stays mine', { a: 'met' }, { a: 'not' }, { a: 'met' }, { a: 'not' }, 0],
    ['what is new on either side is kept', {}, { a: 'met' }, { b: 'partly' }, { a: 'met', b: 'partly' }, 0],
    ['what both touched alike is no question', { a: 'met' }, { a: 'not' }, { a: 'not' }, { a: 'not' }, 0],
    ['what both touched differently is asked about and mine stays on the page', { a: 'met' }, { a: 'not' }, { a: 'partly' }, { a: 'not' }, 1],
    ['both answered what was blank', {}, { a: 'not' }, { a: 'partly' }, { a: 'not' }, 1],
    ['what I cleared stays cleared', { a: 'met' }, { a: null }, { a: 'met' }, { a: null }, 0],
  ] as const)('%s', (_, base, mine, theirs, merged, clashes) => {
    const result = mergeMarks(marks(base), marks(mine), marks(theirs));
    expect(levels(result.marks)).toEqual(merged);
    expect(result.clashes).toHaveLength(clashes);
  });

  it('asks about notes as about levels, with both of them', () => {
    const said = (note: string) => new Map([['a', { ...blankMark('a'), level: 'met' as const, note }]]);
    expect(mergeMarks(said(''), said('我写的'), said('另一处写的')).clashes).toMatchObject([{ itemId: 'a', mine: { note: '我写的' }, theirs: { note: '另一处写的' } }]);
  });
});
