import { expect, test } from 'vitest';
import { mostOwn } from '#app/domain/city/indicators/model.ts';
import { saysWrong } from './new-indicator-faults.ts';

test('a region that has made as many as it may is told how many, and what to do, in both languages', () => {
  const fault = [{ field: 'regionCode', is: 'many', names: [] }] as const;
  expect(saysWrong(fault, 'zh-CN').regionCode![0]).toMatch(new RegExp(`已经有 ${mostOwn} 个.*促进计划办公室`));
  expect(saysWrong(fault, 'en').regionCode![0]).toMatch(new RegExp(`has ${mostOwn} indicators.*programme office`));
});

test('a group nobody has is named at its field', () => {
  const fault = [{ field: 'dimensions', is: 'dimension', names: ['height', 'all'] }] as const;
  expect(saysWrong(fault, 'zh-CN')).toEqual({ dimensions: ['没有“height”“all”这样的分组，请只勾选列出的分组。'] });
  expect(saysWrong(fault, 'en')).toEqual({ dimensions: ['There are no groups “height”, “all”; tick only what is listed.'] });
});
