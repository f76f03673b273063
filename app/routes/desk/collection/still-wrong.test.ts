import { expect, test } from 'vitest';
import { type Fault, standing } from '#app/domain/city/collection/check-sheet.ts';
import { stillWrong } from './still-wrong.ts';

const cell = (indicatorId: number, breakdown = 0) => ({ indicatorId, breakdown });
const faults: Fault[] = [
  { ...cell(1), code: 'falling-total', weight: 'ask', facts: { before: 9 } }, { ...cell(1, 11), code: 'value-not-a-number', weight: 'stop', facts: {} }, { ...cell(2), code: 'cell-empty', weight: 'ask', facts: {} },
];

test('a cell that has its reason is no longer wrong; what must be put right is, whatever the reason, and only in its own cell', () => {
  const lacking = standing(faults, ({ indicatorId }) => (indicatorId === 1 ? '场馆在修缮' : ''));
  expect(stillWrong([cell(1), cell(1, 11), cell(2), cell(3)], lacking).map((each) => each.faults.map(({ code }) => code))).toEqual([[], ['value-not-a-number'], ['cell-empty'], []]);
});
