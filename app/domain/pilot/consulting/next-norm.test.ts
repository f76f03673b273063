import { describe, expect, test } from 'vitest';
import { countCommunity, countsAt, newTally, type YearSheet } from './count-letters.ts';
import { chanceOf, type Counts, type Effort, type Gap, noCounts, rankGaps } from './next-norm.ts';

const counts = (given: Partial<Counts>): Counts => ({ ...noCounts, ...given });
const pooled = { moved: 0.3, met: 0.4 };

describe('what is likely within a year', () => {
  test('rests on communities alike when enough of them stood at the same point', () => {
    const alike = counts({ fromNot: 30, fromNotMet: 24, known: 40, met: 30 });
    const found = chanceOf('not-met', { nation: counts({ fromNot: 1000, fromNotMet: 300 }), stratum: noCounts, alike }, pooled);
    expect(found).toMatchObject({ from: 'alike', basis: 'moved', n: 30, successes: 24 });
    expect(found!.chance).toBeCloseTo((24 + 10 * 0.3) / 40, 5);
    expect(found!.low).toBeLessThan(found!.chance);
  });

  test('falls back to the nation when the sample is small, and is drawn towards it', () => {
    const found = chanceOf('not-met', { nation: counts({ fromNot: 1000, fromNotMet: 300 }), stratum: noCounts, alike: counts({ fromNot: 2, fromNotMet: 2 }) }, pooled);
    expect(found).toMatchObject({ from: 'nation', n: 1000 });
    expect(found!.chance).toBeLessThan(0.45);
  });

  test('takes the share that meets the rule where nobody has two years yet, and says nothing when hardly anybody is known', () => {
    const bare = { nation: counts({ known: 50, met: 20 }), stratum: noCounts, alike: noCounts };
    expect(chanceOf('partly', bare, { moved: null, met: 0.4 })).toMatchObject({ basis: 'met', from: 'nation', n: 50 });
    expect(chanceOf('partly', { ...bare, nation: counts({ known: 4, met: 4 }) }, { moved: null, met: 0.4 })).toBeNull();
  });
});

describe('what a community teaches', () => {
  test('is where it stands, and what changed between years that follow each other', () => {
    const tally = newTally(5);
    const sheets: YearSheet[] = [{ year: 2026, editionId: 'e', letters: 'mmpnx' }, { year: 2025, editionId: 'e', letters: 'npp-m' }, { year: 2023, editionId: 'e', letters: 'nnnnn' }];
    countCommunity(tally, sheets, 'e');
    expect(countsAt(tally, 0)).toEqual({ known: 1, met: 1, fromNot: 1, fromNotMet: 1, fromPartly: 0, fromPartlyMet: 0 });
    expect(countsAt(tally, 1)).toMatchObject({ fromPartly: 1, fromPartlyMet: 1 });
    expect(countsAt(tally, 2)).toMatchObject({ known: 1, met: 0, fromPartly: 1, fromPartlyMet: 0 });
    expect(countsAt(tally, 3)).toMatchObject({ known: 1, fromNot: 0 });
    expect(countsAt(tally, 4)).toEqual(noCounts);
  });

  test('is nothing across two editions', () => {
    const tally = newTally(1);
    countCommunity(tally, [{ year: 2026, editionId: 'new', letters: 'm' }, { year: 2025, editionId: 'old', letters: 'n' }], 'new');
    expect(countsAt(tally, 0)).toEqual(counts({ known: 1, met: 1 }));
  });
});

/** A small generator, so that the simulated country is the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** A country of two kinds of communities: what is easy for one is hard for the other; cost is the same for both. */
function country(seed: number, rules = 30) {
  const roll = dice(seed);
  const chances = [0, 1].map(() => Array.from({ length: rules }, () => 0.05 + 0.9 * roll()));
  const costs = Array.from({ length: rules }, () => 1000 * Math.exp(2 * roll()));
  const move = (kind: number, rule: number): string => (roll() < chances[kind]![rule]! ? 'm' : 'n');
  const community = (kind: number): YearSheet[] => {
    const before = Array.from({ length: rules }, () => (roll() < 0.7 ? 'n' : 'm'));
    return [
      { year: 2026, editionId: 'e', letters: before.map((was, rule) => (was === 'm' ? 'm' : move(kind, rule))).join('') },
      { year: 2025, editionId: 'e', letters: before.join('') },
    ];
  };
  const learn = (many: number, kinds: readonly number[]) => {
    const tally = newTally(rules);
    for (let at = 0; at < many; at += 1) countCommunity(tally, community(kinds[at % kinds.length]!), 'e');
    return tally;
  };
  return { rules, chances, costs, learn };
}

/** How far two orders agree: 1 the same, 0 no relation. */
function agreement(a: readonly number[], b: readonly number[]): number {
  const rank = (values: readonly number[]) => values.map((value) => values.filter((other) => other < value).length);
  const [x, y] = [rank(a), rank(b)];
  const middle = (a.length - 1) / 2;
  const product = x.reduce((sum, value, at) => sum + (value - middle) * (y[at]! - middle), 0);
  return product / x.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

describe('the ranking', () => {
  const ranked = (seed: number, alikeMany: number) => {
    const { rules, chances, costs, learn } = country(seed);
    const [alike, nation] = [learn(alikeMany, [0]), learn(600, [0, 1, 1])];
    const ids = Array.from({ length: rules }, (_, rule) => `R${String(rule).padStart(2, '0')}`);
    const gaps: Gap[] = ids.map((ruleId) => ({ ruleId, kind: 'should', level: 'not-met' }));
    const efforts = new Map<string, Effort>(ids.map((id, rule) => [id, { tasks: 8, priced: 8, cost: costs[rule]!, months: 6 }]));
    const place = new Map(ids.map((id, rule) => [id, rule]));
    const of = (id: string) => ({ nation: countsAt(nation, place.get(id)!), stratum: noCounts, alike: countsAt(alike, place.get(id)!) });
    const found = rankGaps(gaps, { lessons: of, nation: ids.map((id) => of(id).nation), efforts });
    const middle = costs.toSorted((a, b) => a - b)[rules / 2]!;
    const truth = new Map(ids.map((id, rule) => [id, chances[0]![rule]! / Math.min(4, Math.max(0.25, (costs[rule]! / middle + 1) / 2))]));
    return { found, truth, agrees: agreement(found.map(({ score }) => score), found.map(({ ruleId }) => truth.get(ruleId)!)) };
  };

  test.each([1, 2, 3, 4, 5, 6])('finds what is planted in country %i, where the nation as a whole would mislead', (seed) => {
    const { found, truth, agrees } = ranked(seed, 40);
    expect(agrees).toBeGreaterThan(0.8);
    const best = [...truth.entries()].toSorted((a, b) => b[1] - a[1]).slice(0, 6).map(([id]) => id);
    expect(best).toContain(found[0]!.ruleId);
    expect(ranked(seed, 0).agrees).toBeLessThan(agrees);
  });

  test('puts must-rules first among equals, and what nothing is known of behind what something is', () => {
    const known = { nation: counts({ fromNot: 100, fromNotMet: 50, known: 100, met: 50 }), stratum: noCounts, alike: noCounts };
    const gaps: Gap[] = [{ ruleId: 'a', kind: 'may', level: 'not-met' }, { ruleId: 'b', kind: 'must', level: 'not-met' }, { ruleId: 'c', kind: 'must', level: 'not-met' }, { ruleId: 'd', kind: 'should', level: 'partly' }];
    const lessons = (id: string) => (id === 'c' ? { nation: noCounts, stratum: noCounts, alike: noCounts } : known);
    expect(rankGaps(gaps, { lessons, nation: [known.nation], efforts: new Map() }).map(({ ruleId }) => ruleId)).toEqual(['b', 'a', 'd', 'c']);
  });

  test('prefers the cheaper and quicker of two, as far as three finished tasks tell', () => {
    const known = { nation: counts({ fromNot: 100, fromNotMet: 50 }), stratum: noCounts, alike: noCounts };
    const gaps: Gap[] = ['dear', 'cheap', 'rare'].map((ruleId) => ({ ruleId, kind: 'must', level: 'not-met' }));
    const efforts = new Map<string, Effort>([
      ['dear', { tasks: 5, priced: 5, cost: 90_000, months: 12 }], ['cheap', { tasks: 5, priced: 5, cost: 3000, months: 2 }], ['rare', { tasks: 1, priced: 1, cost: 1, months: 0.1 }],
    ]);
    const found = rankGaps(gaps, { lessons: () => known, nation: [known.nation], efforts });
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['cheap', 'rare', 'dear']);
    expect(found[1]!.relativeEffort).toBe(1);
  });
});
