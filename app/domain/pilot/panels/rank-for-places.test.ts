import { describe, expect, test } from 'vitest';
import { type RankEntry, type RankRule, usualRule } from './model.ts';
import { lotOf, rankForPlaces } from './rank-for-places.ts';

const entry = (number: string, score: number | null, given: Partial<RankEntry> = {}): RankEntry => ({
  id: number, number, regionCode: '340111400', score, bySection: {}, mustNotMet: 0, isStopped: false, isReady: true, passMark: 60, outcome: null, ...given,
});
const rule = (given: Partial<RankRule> = {}): RankRule => ({ ...usualRule('seed'), ...given });
const standings = (entries: RankEntry[], places: number, given: Partial<RankRule> = {}) =>
  rankForPlaces(entries, places, rule(given)).map(({ id, rank, standing }) => `${rank ?? '-'} ${id} ${standing}`);

describe('ranking for places', () => {
  test('goes by score down to the last place; the rest waits, and what is below the pass mark has no rank', () => {
    expect(standings([entry('A', 70), entry('B', 90), entry('C', 80), entry('D', 59.99), entry('E', 60)], 2)).toEqual([
      '1 B proposed', '2 C proposed', '3 A reserve', '4 E reserve', '- D below-pass',
    ]);
  });

  test('stops what the negative list stops whatever its score, and what has no score yet', () => {
    expect(standings([entry('A', 99, { isStopped: true }), entry('B', 61), entry('C', null), entry('D', 80, { isReady: false })], 4)).toEqual([
      '1 B proposed', '- A stopped', '- D unready', '- C unready',
    ]);
  });

  test('without a pass mark nobody is below it', () => {
    expect(standings([entry('A', 1, { passMark: null })], 1)).toEqual(['1 A proposed']);
  });

  test('counts places that are given already, and never gives them twice', () => {
    const entries = [entry('A', 90), entry('B', 70, { outcome: 'accepted' }), entry('C', 80), entry('D', 95, { outcome: 'declined' })];
    expect(standings(entries, 2)).toEqual(['1 D declined', '2 A proposed', '3 C reserve', '4 B accepted']);
    expect(standings(entries, 0)).toContain('2 A reserve');
  });

  test('stops at unmet must-rules only where the rule says so', () => {
    const entries = [entry('A', 90, { mustNotMet: 1 }), entry('B', 80)];
    expect(standings(entries, 1, { mustRulesStop: true })).toEqual(['1 B proposed', '- A must-not-met']);
    expect(standings(entries, 1)).toEqual(['1 A proposed', '2 B reserve']);
  });

  test('passes over a region that has its most, and says so', () => {
    const entries = [entry('A', 90), entry('B', 85), entry('C', 80, { regionCode: '320102001' }), entry('D', 70, { regionCode: '110105001' })];
    expect(standings(entries, 2, { mostPerRegion: 1 })).toEqual(['1 A proposed', '2 B region-full', '3 C proposed', '4 D reserve']);
  });
});

describe('identical scores', () => {
  test('are parted step by step in the order of the rule, and each says by which', () => {
    const entries = [
      entry('A', 80, { mustNotMet: 1, bySection: { a: 90 } }), entry('B', 80, { bySection: { a: 70 } }), entry('C', 80.004, { bySection: { a: 75 } }),
    ];
    const ranked = rankForPlaces(entries, 3, rule({ steps: ['must-rules', 'section'], sectionId: 'a' }));
    expect(ranked.map(({ id, partedBy, lot }) => [id, partedBy, lot])).toEqual([['C', 'section', null], ['B', 'must-rules', null], ['A', 'must-rules', null]]);
    expect(ranked[0]!.tiedWith).toEqual(['A', 'B']);
  });

  test('of regions already placed come after those of regions that are not', () => {
    const entries = [entry('A', 95), entry('B', 80), entry('C', 80, { regionCode: '320102001' }), entry('D', 80, { regionCode: '320102002' })];
    const ranked = rankForPlaces(entries, 4, rule({ steps: ['regional-spread'] }));
    expect(ranked.map(({ id }) => id)[0]).toBe('A');
    expect(['C', 'D']).toContain(ranked[1]!.id);
    expect(ranked[1]!.partedBy).toBe('lots');
  });

  test('end with lots that anybody can draw again from the public seed, whatever the order they came in', () => {
    const entries = ['A', 'B', 'C', 'D', 'E'].map((number) => entry(number, 80));
    const order = (seed: string, given = entries) => rankForPlaces(given, 2, rule({ steps: ['lots'], seed })).map(({ id }) => id);
    const byHand = entries.map(({ number }) => number).toSorted((a, b) => (lotOf('one', a) < lotOf('one', b) ? -1 : 1));
    expect(order('one')).toEqual(byHand);
    expect(order('one', entries.toReversed())).toEqual(byHand);
    expect(new Set(['one', 'two', 'three', 'four'].map((seed) => order(seed).join())).size).toBeGreaterThan(1);
    expect(rankForPlaces(entries, 2, rule({ seed: 'one' })).every(({ lot, id }) => lot === lotOf('one', id))).toBe(true);
  });

  test('all alike and all at the pass mark still fill the places exactly', () => {
    const entries = Array.from({ length: 40 }, (_, at) => entry(`N${at}`, 60));
    const ranked = rankForPlaces(entries, 7, rule());
    expect(ranked.filter(({ standing }) => standing === 'proposed')).toHaveLength(7);
    expect(new Set(ranked.map(({ rank }) => rank)).size).toBe(40);
  });
});
