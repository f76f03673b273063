import { describe, expect, test } from 'vitest';
import { drawings } from '#app/ui/child/drawings.ts';
import { answers, layersAsked, pointsOf, settings } from './model.ts';
import { standing } from './package.ts';
import { compare, resultOf, scoreWalk, type Tap } from './score.ts';

const points = pointsOf('route');
const taps = (point: Tap['point'], said: string): Tap[] => [...said].map((letter) => ({ point, answer: answers[Number(letter)]! }));

describe('the points', () => {
  test('of every setting have a drawing and speak to a rule of section C', () => {
    for (const setting of settings) {
      const own = pointsOf(setting);
      expect(own.length).toBeGreaterThan(10);
      expect(own.filter(({ drawing, ruleId }) => !Object.hasOwn(drawings, drawing) || !/^C[1-5]\.\d$/.test(ruleId))).toEqual([]);
    }
    expect(pointsOf('route', 99)).toEqual([]);
  });
});

describe('the score', () => {
  test('of a point is the mean of its faces; what is not there or not seen does not count', () => {
    const { points: scored } = scoreWalk(points, taps('bright', '001234'));
    expect(scored.find(({ point }) => point.id === 'bright')).toMatchObject({ counted: 4, score: 62.5, tally: { good: 2, middling: 1, bad: 1, 'does-not-apply': 1, 'cannot-see': 1 } });
  });

  test('is none where fewer than three spoke, and none above it either', () => {
    const { points: scored, rules, norms, score } = scoreWalk(points, taps('bright', '0034'));
    expect([scored.find(({ point }) => point.id === 'bright')?.score, rules.find(({ id }) => id === 'C5.2')?.score, norms.find(({ id }) => id === 'C5')?.score, score]).toEqual([null, null, null, null]);
  });

  test('of a rule is the mean of its points, however often one of them was tapped', () => {
    const { rules, norms, score } = scoreWalk(points, [...taps('cars-stop', '0'.repeat(30)), ...taps('green-long', '222'), ...taps('bright', '000')]);
    expect(rules.find(({ id }) => id === 'C4.2')).toEqual({ id: 'C4.2', score: 50, counted: 33 });
    expect([norms.find(({ id }) => id === 'C4')?.score, norms.find(({ id }) => id === 'C5')?.score, score]).toEqual([50, 100, 75]);
  });

  test('does not depend on the order of the taps', () => {
    const said = [...taps('bright', '0122'), ...taps('clean', '0011'), ...taps('asked', '222')];
    expect(scoreWalk(points, said.toReversed())).toEqual(scoreWalk(points, said));
  });

  test('before and after are compared only where both have one, and less than ten points apart is about the same', () => {
    const before = resultOf(scoreWalk(points, [...taps('bright', '222'), ...taps('clean', '000'), ...taps('welcome', '0')]));
    const after = resultOf(scoreWalk(points, [...taps('bright', '000'), ...taps('clean', '0000000001'), ...taps('welcome', '000')]));
    expect(compare(before.points, after.points)).toEqual([{ id: 'bright', before: 0, after: 100, change: 'better' }, { id: 'clean', before: 100, after: 95, change: 'same' }]);
    expect(compare(after.points, before.points)[0]?.change).toBe('worse');
  });
});

describe('what a phone may ask', () => {
  test('is the age layer only where every layer that came has five children', () => {
    expect(layersAsked({ primary: 6, teen: 5 })).toEqual(['primary', 'teen']);
    expect(layersAsked({ primary: 12, teen: 4 })).toEqual([]);
    expect(layersAsked({ primary: 12 })).toEqual([]);
  });
});

describe('entries of phones', () => {
  const one = (deviceId: string, seq: number, of?: number) => ({ deviceId, seq, kind: of ? 'take-back' : 'observation', ...(of ? { of } : {}) });
  test('add up in any order; one phone takes back only its own', () => {
    const all = [one('a', 1), one('a', 2), one('a', 3, 1), one('b', 1), one('b', 2, 7)];
    const left = (entries: typeof all) => standing(entries).map(({ deviceId, seq }) => `${deviceId}${seq}`).toSorted();
    expect(left(all)).toEqual(['a2', 'b1']);
    expect(left(all.toReversed())).toEqual(['a2', 'b1']);
  });
});
