import { describe, expect, test } from 'vitest';
import { drawRank, elect, type Standing } from './elect.ts';
import { charterProblem, firstCharter, quorumOf, verdictOf } from './model.ts';

const charter = { seats: 4, quotas: { school: 2, community: 1, self: 1 }, layerSeats: null };
const one = (id: string, seatKind: Standing['seatKind'], votes: number, layer: Standing['layer'] = 'primary'): Standing => ({ id, seatKind, votes, layer });
const seated = (results: ReturnType<typeof elect>) => results.filter(({ electedBy }) => electedBy).map(({ id }) => id).toSorted();

describe('electing', () => {
  test('fills each quota by votes, and gives what a quota leaves free to whoever has most', () => {
    const results = elect(charter, [one('a', 'school', 9), one('b', 'school', 8), one('c', 'school', 7), one('d', 'community', 1), one('e', 'community', 6)], 'seed');
    expect(seated(results)).toEqual(['a', 'b', 'c', 'e']);
  });

  test('keeps seats for a layer, even with fewer votes', () => {
    const results = elect({ ...charter, layerSeats: { teen: 1 } }, [one('a', 'school', 9), one('b', 'school', 8), one('c', 'school', 2, 'teen'), one('d', 'community', 7), one('e', 'self', 6)], 'seed');
    expect(seated(results)).toEqual(['a', 'c', 'd', 'e']);
    expect(results.find(({ id }) => id === 'c')!.electedBy).toBe('layer');
  });

  test('draws among equals so that anybody finds the same, and says that it was drawn', () => {
    const equals = ['a', 'b', 'c'].map((id) => one(id, 'self', 5));
    const results = elect({ seats: 1, quotas: { school: 0, community: 0, self: 1 }, layerSeats: null }, equals, 'public seed');
    const first = ['a', 'b', 'c'].toSorted((x, y) => (drawRank('public seed', x) < drawRank('public seed', y) ? -1 : 1))[0]!;
    expect(results.filter(({ electedBy }) => electedBy)).toMatchObject([{ id: first, electedBy: 'draw' }]);
  });
});

describe('the rules of a charter', () => {
  test('add up', () => {
    expect(charterProblem(firstCharter)).toBeUndefined();
    expect(charterProblem({ ...firstCharter, seats: 16 })).toBe('council-quotas');
    expect(charterProblem({ ...firstCharter, layerSeats: { primary: 10, teen: 6 } })).toBe('council-layers');
  });

  test('say what a quorum and a majority are; a tie is not adopted', () => {
    expect(quorumOf({ quorumPercent: 60 }, 15)).toBe(9);
    expect(verdictOf({ inFavour: 5, against: 5, abstaining: 3 }, 'simple')).toBe('rejected');
    expect(verdictOf({ inFavour: 6, against: 3, abstaining: 9 }, 'two-thirds')).toBe('adopted');
    expect(verdictOf({ inFavour: 0, against: 0, abstaining: 9 }, 'two-thirds')).toBe('rejected');
  });
});
