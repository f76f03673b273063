import { describe, expect, test } from 'vitest';
import { planChange, type Unit } from './change-plan.ts';
import type { ChangeKind, ChangeLine } from './model.ts';

const units: Unit[] = [
  ['34', '安徽省'], ['3401', '合肥市'], ['340111', '包河区'], ['340111001', '甲街道'], ['340111002', '乙街道'], ['340111003', '丙街道'],
  ['340111001001', '一社区'], ['340111001002', '二社区'], ['340111002001', '三社区'], ['340104', '蜀山区'],
].map(([code, name]) => ({ code: code!, name: name! }));

const line = (kind: ChangeKind, fromCode: string, toCode: string, toName: string, fromName = ''): ChangeLine => ({ kind, fromCode, fromName, toCode, toName });

function problemsOf(...lines: ChangeLine[]) {
  const planned = planChange(lines, units);
  return 'problems' in planned ? planned.problems.map(({ line: at, column, what }) => `${at} ${column} ${what}`) : [];
}

function planOf(...lines: ChangeLine[]) {
  const planned = planChange(lines, units);
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  return planned.plan;
}

describe('a change of regions', () => {
  test('gives one unit another name', () => {
    expect(planOf(line('rename', '340111001', '340111001', '新街道', '甲街道'))).toEqual({ fates: [], made: [], ended: [], renamed: [{ code: '340111001', from: '甲街道', to: '新街道' }] });
  });

  test('moves what lies inside a unit with its code', () => {
    const plan = planOf(line('recode', '340111001', '340104001', '甲街道'));
    expect(plan.fates.map((fate) => [fate.from.code, fate.to[0]!.code])).toEqual([['340111001', '340104001'], ['340111001001', '340104001001'], ['340111001002', '340104001002']]);
    expect(plan.ended.map((unit) => unit.code)).toEqual(['340111001', '340111001001', '340111001002']);
  });

  test('joins several into a new one or into one of them', () => {
    const fresh = planOf(line('merge', '340111002', '340111009', '乙丙街道'), line('merge', '340111003', '340111009', '乙丙街道'));
    expect(fresh.made.map((unit) => unit.code)).toEqual(['340111009', '340111009001']);
    const absorbed = planOf(line('merge', '340111003', '340111002', '大乙街道'));
    expect(absorbed.fates).toEqual([{ from: { code: '340111003', name: '丙街道' }, to: [{ code: '340111002', name: '大乙街道' }], isContinued: false }]);
    expect(absorbed.renamed).toEqual([{ code: '340111002', from: '乙街道', to: '大乙街道' }]);
  });

  test('parts one into several, itself among them or not', () => {
    const plan = planOf(line('split', '340111003', '340111003', '丙街道'), line('split', '340111003', '340111010', '丁街道'));
    expect(plan).toMatchObject({ made: [{ code: '340111010' }], ended: [] });
    expect(plan.fates[0]!.to.map((unit) => unit.code)).toEqual(['340111003', '340111010']);
  });

  test('swaps two codes', () => {
    const plan = planOf(line('recode', '340111003', '340111002', '丙街道'), line('recode', '340111002', '340111003', '乙街道'));
    expect(plan.fates.map((fate) => [fate.from.code, fate.to[0]!.code]).toSorted()).toEqual([['340111002', '340111003'], ['340111002001', '340111003001'], ['340111003', '340111002']]);
  });

  test.each([
    ['nothing', [], '1 fromCode empty'],
    ['a code that is none', [line('rename', '34x', '34x', 'x')], '1 fromCode code'],
    ['a unit that is not there', [line('rename', '340199', '340199', 'x')], '1 fromCode from-unknown'],
    ['another name than it bears', [line('rename', '340111003', '340111003', 'x', '丁街道')], '1 fromName from-named-otherwise'],
    ['the name it has', [line('rename', '340111003', '340111003', '丙街道')], '1 toName to-name-same'],
    ['another level', [line('recode', '340111003', '340112', 'x')], '1 toCode same-level'],
    ['a code that is taken', [line('recode', '340111003', '340111002', 'x')], '1 toCode to-taken'],
    ['a merger of one', [line('merge', '340111003', '340111009', 'x')], '1 kind merge-alone'],
    ['a split into one', [line('split', '340111003', '340111009', 'x')], '1 kind split-alone'],
    ['a new name that is missing', [line('recode', '340111003', '340111009', '')], '1 toName to-name-missing'],
    ['two names for one new unit', [line('merge', '340111002', '340111009', 'x'), line('merge', '340111003', '340111009', 'y')], '2 toName to-named-twice'],
    ['one unit twice', [line('recode', '340111003', '340111009', 'x'), line('rename', '340111003', '340111003', 'y')], '1 fromCode from-twice'],
    ['a county nobody has heard of', [line('recode', '340111003', '340199003', 'x')], '1 toCode parent-missing'],
    ['a split that leaves its committees in the air', [line('split', '340111002', '340111010', 'x'), line('split', '340111002', '340111011', 'y')], '1 toCode inside-untold'],
    ['committees whose codes would collide', [line('merge', '340111001', '340111002', '乙街道')], '1 toCode inside-collides'],
  ])('refuses %s, by line and column', (_, lines, problem) => {
    expect(problemsOf(...lines)).toContain(problem);
  });

  test('takes committees where the table says', () => {
    const plan = planOf(line('merge', '340111001', '340111002', '乙街道'), line('recode', '340111001001', '340111002011', '一社区'), line('recode', '340111001002', '340111002012', '二社区'));
    expect(plan.made.map((unit) => unit.code)).toEqual(['340111002011', '340111002012']);
  });
});
