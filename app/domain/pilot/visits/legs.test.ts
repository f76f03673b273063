import { describe, expect, test } from 'vitest';
import { agendaLines, readAgenda } from './agenda.ts';
import { type Candidate, drawSample } from './draw.ts';
import { distance, orderStops, planLegs, type Stop } from './legs.ts';

const at = (code: string, latitude: number, longitude: number): Stop => ({ code, at: { latitude, longitude } });

describe('the way through a city', () => {
  test('goes by the codes where places are not known', () => {
    const stops = ['340111400', '340102001', '320102001'].map((code): Stop => ({ code, at: null }));
    expect(orderStops(stops).map(({ code }) => code)).toEqual(['320102001', '340102001', '340111400']);
  });

  test('goes to the nearest next and is not crossed', () => {
    const stops = [at('340111001', 31, 117), at('340111002', 31, 117.3), at('340111003', 31, 117.1), at('340111004', 31, 117.2)];
    expect(orderStops(stops).map(({ code }) => code.slice(-1))).toEqual(['1', '3', '4', '2']);
    const length = (way: readonly Stop[]) => way.slice(1).reduce((sum, stop, place) => sum + distance(way[place]!.at!, stop.at!), 0);
    expect(length(orderStops(stops))).toBeLessThan(length(stops));
  });

  test('knows how far it is', () => {
    expect(distance({ latitude: 31, longitude: 117 }, { latitude: 32, longitude: 117 })).toBeCloseTo(111.2, 0);
  });
});

describe('the days of a tour', () => {
  const stops = ['320102001', '340102001', '340102002', '340111400'].map((code): Stop => ({ code, at: null }));
  test('take so many a day and change the city overnight while there are days', () => {
    expect(planLegs(stops, { fromOn: '2026-09-07', toOn: '2026-09-09', perDay: 2 })!.map(({ day }) => day.slice(-1))).toEqual(['7', '8', '8', '9']);
    expect(planLegs(stops, { fromOn: '2026-09-07', toOn: '2026-09-08', perDay: 2 })!.map(({ day }) => day.slice(-1))).toEqual(['7', '7', '8', '8']);
  });

  test('are too few when they are', () => {
    expect(planLegs(stops, { fromOn: '2026-09-07', toOn: '2026-09-07', perDay: 3 })).toBeUndefined();
  });
});

describe('a draw', () => {
  const candidates = Array.from({ length: 40 }, (_, place): Candidate => ({ code: String(340_111_001 + place), reason: 'sample', dueOn: null }));
  const more: Candidate[] = [...candidates, { code: '340102001', reason: 'reassessment', dueOn: '2027-03-01' }, { code: '340102002', reason: 'reassessment', dueOn: '2026-12-01' }, { code: '340102003', reason: 'spot-check', dueOn: null }];
  test('is the same for the same seed and list, in whatever order the list is, and another for another seed', () => {
    const codes = (seed: string, list: readonly Candidate[]) => drawSample(seed, list, 8).map(({ code }) => code);
    expect(codes('a', candidates.toReversed())).toEqual(codes('a', candidates));
    expect(codes('b', candidates)).not.toEqual(codes('a', candidates));
  });

  test('begins with spot checks and with what is due, the earliest first', () => {
    expect(drawSample('a', more, 4).map(({ code }) => code).slice(0, 3)).toEqual(['340102003', '340102002', '340102001']);
  });

  test('gives everybody the same chance', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) for (const { code } of drawSample(`s${seed}`, candidates, 10)) times.set(code, (times.get(code) ?? 0) + 1);
    const counts = candidates.map(({ code }) => times.get(code) ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });
});

describe('an agenda', () => {
  test('is read from lines and written back as the same lines', () => {
    const agenda = readAgenda('09:00 看儿童之家 A1.1 B2.3\n\n见孩子们', new Set(['A1.1', 'B2.3']));
    expect(agenda).toEqual([{ id: 'a1', at: '09:00', title: '看儿童之家', ruleIds: ['A1.1', 'B2.3'] }, { id: 'a2', at: '', title: '见孩子们', ruleIds: [] }]);
    expect(agendaLines(agenda)).toBe('09:00 看儿童之家 A1.1 B2.3\n见孩子们');
  });
});
