import { expect, test } from 'vitest';
import { meet } from './meet.ts';

const texts = (v: string, s = '') => ({ v, n: '', d: '', s, r: '' });

test('what somebody else saved goes into boxes that were left alone, never into boxes where something was typed', () => {
  expect(meet({ boxes: { v: '40', s: '' }, before: texts('40'), now: texts('46', '年报') })).toBe('theirs');
  expect(meet({ boxes: { v: '41', s: '' }, before: texts('40'), now: texts('46') })).toBe('typed');
  expect(meet({ boxes: { v: '40', s: '手记' }, before: texts('40'), now: texts('46') })).toBe('typed');
});

test('one’s own save is what the boxes show, also with a space at the end, or without a box for every part', () => {
  expect(meet({ boxes: { v: '46 ', s: '' }, before: texts('40'), now: texts('46') })).toBe('same');
  expect(meet({ boxes: { v: '46' }, before: texts('40'), now: texts('46', '年报') })).toBe('same');
});
