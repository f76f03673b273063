import { describe, expect, test } from 'vitest';
import { assignLevels } from './assign-levels.ts';
import { type Checked, checkSheet, standing } from './check-sheet.ts';
import { minutesFor } from './model.ts';
import { robustZ } from './robust-z.ts';
import { turnChanges } from './turn-changes.ts';

const percent = { kind: 'numeric', unit: 'percent', accumulation: 'point', least: 0, most: 100 } as const;
const total = { kind: 'numeric', unit: 'households', accumulation: 'cumulative', least: 0, most: null } as const;
const flow = { ...total, accumulation: 'annual' } as const;
const cell = (given: Partial<Checked>): Checked => ({ indicatorId: 1, breakdown: 0, definition: percent, value: '', numerator: '', denominator: '', reason: '', past: [], peers: [], isOneYear: false, ...given });
const codes = (...cells: Checked[]) => checkSheet(cells).map(({ code, weight }) => `${weight} ${code}`);

describe('the checks of a sheet', () => {
  test('stop what cannot be: a numerator above its denominator, a share above its whole, what is no number', () => {
    expect(codes(cell({ numerator: '130', denominator: '120' }))).toEqual(['stop value-more-than-whole']);
    expect(codes(cell({ value: '104' }))).toEqual(['stop value-out-of-bounds']);
    expect(codes(cell({ value: '约 30' }))).toEqual(['stop number-not-exact']);
    expect(codes(cell({ definition: flow, value: '－12' }))).toEqual(['stop number-negative']);
    expect([codes(cell({ definition: flow, value: '5 5' })), codes(cell({ definition: flow, value: '1.5' })), codes(cell({ definition: flow, value: '1.5万' }))]).toEqual([['stop number-blanks'], ['stop number-not-whole'], []]);
    expect(codes(cell({ value: '９５％' }))).toEqual([]);
  });

  test('ask for a reason where a figure is missing, a running total falls, or the unit seems to have slipped', () => {
    expect(codes(cell({}))).toEqual(['ask cell-empty']);
    expect(checkSheet([cell({ definition: total, value: '480', past: [206, 500] })])).toEqual([{ indicatorId: 1, breakdown: 0, code: 'falling-total', weight: 'ask', facts: { before: 500 } }]);
    expect([true, false].map((isOneYear) => codes(cell({ definition: flow, value: '6', past: [7], isOneYear })))).toEqual([['ask falling-total'], []]);
    expect(codes(cell({ definition: flow, value: '2000', past: [190, 200] }))).toEqual(['ask jump']);
    expect(codes(cell({ definition: flow, value: '20', past: [190, 200] }))).toEqual(['ask jump']);
    expect(codes(cell({ definition: total, value: '500', past: [500] }))).toEqual([]);
    expect([codes(cell({ value: '94', past: [63.4] })), codes(cell({ value: '40', past: [63.4] })), codes(cell({ value: '82', past: [93.9] }))]).toEqual([['ask step'], ['ask step'], []]);
  });

  test('ask about what lies far from the middle of its own past or of its neighbours, and of shares only', () => {
    const near = [61, 63, 62, 60, 64, 62];
    expect(codes(cell({ value: '97', peers: near }))).toEqual(['ask unlike-neighbours']);
    expect(codes(cell({ value: '66', peers: near }))).toEqual([]);
    expect(codes(cell({ definition: flow, value: '97', peers: near }))).toEqual([]);
    expect(codes(cell({ value: '30', past: near }))).toEqual(['ask unlike-past']);
    expect([robustZ(5, [1, 2, 3, 4, 5]), robustZ(7, [0, 0, 0, 0, 0, 0])]).toEqual([null, null]);
    expect(codes(cell({ value: '94', peers: [95, 95, 95.1, 95, 94.9, 95] }))).toEqual([]);
  });

  test('sum groups: never more than the whole, and all of them are the whole', () => {
    const of = (breakdown: number, value: string) => cell({ definition: flow, breakdown, value });
    expect(codes(of(0, '100'), of(11, '60'), of(12, '40'))).toEqual([]);
    expect(checkSheet([of(0, '100'), of(11, '60'), of(12, '41')])).toMatchObject([{ code: 'groups-not-whole', facts: { sum: 101, whole: 100 } }]);
    expect(codes(of(0, '100'), of(11, '60'), of(12, ''))).toEqual(['ask cell-empty']);
    expect(checkSheet([of(11, '60'), of(12, '41')], new Map([['1.0', 100]]))).toMatchObject([{ breakdown: 12, code: 'groups-not-whole', facts: { sum: 101, whole: 100 } }]);
    expect(checkSheet([of(0, '100'), of(11, '60')], new Map([['1.12', 40]]))).toEqual([]);
  });

  test('let a sheet go when what must be put right is right and the rest has its reason', () => {
    const faults = checkSheet([cell({}), cell({ indicatorId: 2, value: '104' })]);
    expect(standing(faults, () => '').map(({ code }) => code)).toEqual(['cell-empty', 'value-out-of-bounds']);
    expect(standing(faults, () => '今年没有开展').map(({ code }) => code)).toEqual(['value-out-of-bounds']);
  });
});

describe('who is asked', () => {
  const known = (id: number, level: 'city' | 'town' | 'district', given: object = {}) => ({ id, code: `T${id}`, definition: { level, owner: 'wj', formula: null, frequency: 'quarter' as const, ...given } });

  test('is the level nearest to the fact among those with a last day; formulas and slower figures are asked of nobody', () => {
    const all = [known(1, 'city'), known(2, 'town'), known(3, 'district'), known(4, 'city', { formula: '{A} / {B}' }), known(5, 'city', { frequency: 'annual' })];
    const said = (deadlines: object, period = 2026203) => assignLevels(all, deadlines, period).map(({ indicatorId, level, department }) => [indicatorId, level, department].join(' ').trim());
    expect(said({ department: '2026-10-20', district: '2026-10-20' })).toEqual(['1 department wj', '2 district', '3 district']);
    expect(said({ district: '2026-10-20' }, 2026000)).toEqual(['1 district', '2 district', '3 district', '5 district']);
    expect(said({ community: '2026-10-20' })).toEqual([]);
  });

  test('costs minutes, more where the parts are asked too', () => {
    const words = { zh: '一', en: 'one' };
    const [plain, share] = [{ numerator: null, denominator: null }, { numerator: words, denominator: words }];
    expect(minutesFor([{ breakdown: 0, definition: plain }, { breakdown: 0, definition: share }, { breakdown: 11, definition: share }])).toBe(8);
  });
});

describe('two hand-ins of one sheet', () => {
  test('differ in the figures that were changed, with what each was before', () => {
    const told = (indicatorId: number, figure: number | null, value = String(figure ?? '')) => ({ indicatorId, breakdown: 0, value, numerator: '', denominator: '', figure, reason: '', source: '' });
    expect(turnChanges([told(1, 28), told(2, 95, '95'), told(3, null), told(4, 6)], [told(1, 30), told(2, 95, '95%'), told(3, 7), told(4, null), told(5, 1)])).toEqual([
      { indicatorId: 1, breakdown: 0, was: 28, is: 30 }, { indicatorId: 3, breakdown: 0, was: null, is: 7 }, { indicatorId: 4, breakdown: 0, was: 6, is: null },
    ]);
  });
});
