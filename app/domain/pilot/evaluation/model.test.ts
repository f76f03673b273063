import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstSettings } from './first-settings.ts';
import { levelChanges, lowered, proposedLevel, shownCount, type StreamFinding, streamConflicts, voiceLevel, weightedScore } from './model.ts';

const finding = (stream: StreamFinding['stream'], levels: StreamFinding['levels']): StreamFinding => ({ stream, levels, day: '2026-08-01', sourceId: 'x', year: 2026 });
const said = (...levels: [StreamFinding['stream'], 'met' | 'partly' | 'not-met' | 'not-applicable'][]) => levels.map(([stream, level]) => finding(stream, { r: level }));

describe('all streams together', () => {
  test('weigh what is there; what is missing weighs nothing', () => {
    expect(proposedLevel('r', said(['self', 'met'], ['on-site', 'not-met']), firstSettings)).toBe('not-met');
    expect(proposedLevel('r', said(['self', 'met']), firstSettings)).toBe('met');
    expect(proposedLevel('r', said(['expert', 'met'], ['on-site', 'partly']), firstSettings)).toBe('partly');
    expect(proposedLevel('r', [], firstSettings)).toBeUndefined();
    expect(weightedScore([{ stream: 'self', score: 90 }, { stream: 'on-site', score: null }, { stream: 'expert', score: 60 }], firstSettings)).toBe(70);
    expect(weightedScore([{ stream: 'self', score: null }], firstSettings)).toBeNull();
  });

  test('leave out what does not apply, unless nobody says anything else', () => {
    expect(proposedLevel('r', said(['self', 'not-applicable'], ['on-site', 'met']), firstSettings)).toBe('met');
    expect(proposedLevel('r', said(['self', 'not-applicable']), firstSettings)).toBe('not-applicable');
    expect(proposedLevel('r', said(['self', 'met']), { ...firstSettings, weights: { ...firstSettings.weights, self: 0 } })).toBeUndefined();
  });

  test('disagree where one says met and another not met', () => {
    const findings = [finding('self', { a: 'met', b: 'met', c: 'partly' }), finding('on-site', { a: 'not-met', b: 'partly', c: 'not-met' })];
    expect(streamConflicts(['a', 'b', 'c'], findings)).toEqual([{ ruleId: 'a', high: ['self'], low: ['on-site'] }]);
  });
});

describe('what children and carers say', () => {
  test('shows no cell under the limit, and nothing from which one could be worked out', () => {
    expect(shownCount({ yes: 40, partly: 12, no: 10 }, 10)).toEqual({ yes: 40, partly: 12, no: 10, total: 62, share: 74 });
    expect(shownCount({ yes: 40, partly: 12, no: 9 }, 10)).toEqual({ yes: 40, partly: 12, no: null, total: null, share: null });
    expect(shownCount({ yes: 40, partly: 3, no: 9 }, 10)).toEqual({ yes: null, partly: null, no: null, total: null, share: null });
    const cell = fc.integer({ min: 0, max: 40 });
    fc.assert(fc.property(cell, cell, cell, (yes, partly, no) => {
      const shown = shownCount({ yes, partly, no }, 10);
      for (const one of [shown.yes, shown.partly, shown.no]) expect(one === null || one >= 10).toBe(true);
      const isWhole = Math.min(yes, partly, no) >= 10;
      expect([shown.total !== null, shown.share !== null]).toEqual([isWhole, isWhole]);
    }), { seed: 20261123 });
  });

  test('says something of a rule only when enough were asked', () => {
    expect(voiceLevel({ yes: 5, partly: 2, no: 2 }, firstSettings)).toBeUndefined();
    expect([voiceLevel({ yes: 30, partly: 2, no: 2 }, firstSettings), voiceLevel({ yes: 10, partly: 10, no: 10 }, firstSettings), voiceLevel({ yes: 2, partly: 2, no: 30 }, firstSettings)]).toEqual(['met', 'partly', 'not-met']);
  });
});

describe('what changed since', () => {
  test('names what rose and what fell; what is judged anew where nothing was said counts as fallen', () => {
    const changes = levelChanges(['a', 'b', 'c', 'd'], { a: 'partly', b: 'met', c: 'met' }, { a: 'met', b: 'met', c: 'not-met', d: 'met' });
    expect(changes).toEqual([{ id: 'a', before: 'partly', after: 'met' }, { id: 'c', before: 'met', after: 'not-met' }, { id: 'd', before: null, after: 'met' }]);
    expect(lowered(changes)).toEqual(['c', 'd']);
    expect(lowered(levelChanges(['a'], { a: 'not-met' }, { a: 'not-applicable' }))).toEqual([]);
  });
});
