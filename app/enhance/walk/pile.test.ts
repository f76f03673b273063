import { describe, expect, test } from 'vitest';
import type { WalkEntry } from '#app/domain/service/walks/package.ts';
import { deedsOf, nextOpen, progressOf, takenBack, type Written } from './pile.ts';

const deviceAt = '2026-09-01T02:00:00.000Z';
const tap = (seq: number, point: 'bright' | 'clean' | 'welcome'): WalkEntry => ({ seq, deviceAt, kind: 'observation', point, answer: 'bad', layer: null, spot: null });
const back = (seq: number, of: number): WalkEntry => ({ seq, deviceAt, kind: 'take-back', of });
const photo = (seq: number): WalkEntry => ({ seq, deviceAt, kind: 'photo', point: null, spot: null, sha256: 'a'.repeat(64), mediaType: 'image/jpeg', size: 3, note: '' });
const points = ['bright', 'clean', 'welcome'] as const;

describe('what was done on a phone', () => {
  test('is what was sent and what waits, in its order, without what was taken back', () => {
    const deeds = deedsOf([{ seq: 1, kind: 'observation', point: 'bright' }, { seq: 2, kind: 'observation', point: 'clean' }], [photo(3), tap(4, 'clean'), back(5, 2)]);
    expect(deeds).toEqual([{ seq: 1, kind: 'observation', point: 'bright' }, { seq: 3, kind: 'photo', point: null }, { seq: 4, kind: 'observation', point: 'clean' }]);
    expect(progressOf(points, deeds)).toMatchObject({ taps: 2, photos: 1, seen: 2, all: 3 });
    expect(progressOf(points, deeds).times('clean')).toBe(1);
  });

  test('leads on to what nobody has looked at, once around, and then to nothing', () => {
    const deeds = deedsOf([], [tap(1, 'clean')]);
    expect(nextOpen(points, deeds)).toBe('bright');
    expect(nextOpen(points, deeds, 'bright')).toBe('welcome');
    expect(nextOpen(points, deeds, 'welcome')).toBe('bright');
    expect(nextOpen(points, deedsOf([], [tap(1, 'clean'), tap(2, 'welcome')]), 'bright')).toBeUndefined();
  });

  test('is dropped while it has never left, and taken back by an entry once the server may know it', () => {
    const pile: Written[] = [{ walkId: 'w', entry: tap(1, 'bright'), isOffered: true }, { walkId: 'w', entry: tap(2, 'bright'), isOffered: false }];
    expect([takenBack(2, pile), takenBack(1, pile), takenBack(7, pile)]).toEqual(['drop', 'tell', 'tell']);
  });
});
