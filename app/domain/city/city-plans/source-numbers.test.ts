import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { planInFile } from '#seed/city-data.ts';

const { content } = planInFile('city-3y-2023-2025');
const { indicators } = JSON.parse(readFileSync('data/indicators.json', 'utf8')) as { indicators: { code: string; kind: string; note: { zh: string } }[] };
const of = new Map(indicators.map((each) => [each.code, each]));
const measured = content.actions.flatMap((action) => action.indicators.map((each) => ({ ...each, action: action.no })));

/** 原文的每一个数, in the order of the text: action, indicator, year, what is asked. */
const inText: [action: number, code: string, targets: [year: number, op: string, value: number, max?: number][]][] = [
  [2, 'A02-1', [[2025, '>=', 6]]], // 社区、学校、医院、公园、图书馆、交通
  [3, 'A03-2', [[2023, 'range', 2, 3], [2024, 'range', 2, 3], [2025, 'range', 2, 3]]], // 每年组织 2—3 个重点课题研究
  [5, 'A05-1', [[2023, '>=', 1], [2024, '>=', 1], [2025, '>=', 1]]], // 每年定期开展培训
  [8, 'A08-1', [[2025, '>=', 30]]], [8, 'A08-2', [[2025, '>=', 100]]], // 占比不低于 30%，社区全覆盖
  [9, 'A09-1', [[2023, '>=', 200]]], [9, 'A09-2', [[2023, '>=', 200], [2025, '>=', 500]]], [9, 'A09-3', [[2025, '>=', 4]]], // 2023 年 200 户，至 2025 年 500 户；四类关爱服务
  [10, 'A10-1', [[2023, '>=', 50]]], [10, 'A10-2', [[2023, '>=', 95], [2024, '>=', 95], [2025, '>=', 95]]], // 50 所学校；保持在 95% 以上
  [11, 'A11-2', [[2025, '>=', 100]]], [11, 'A11-3', [[2025, '>=', 100]]], [11, 'A11-4', [[2025, '>=', 100]]], // 覆盖率 100%，四有
  [12, 'A12-1', [[2025, '>=', 500]]], // 不少于 500 个暑托班
  [13, 'A13-1', [[2025, '>=', 100]]], [13, 'A13-2', [[2025, '>=', 100]]], // 所有镇（街道）各一个
  [15, 'A15-1', [[2023, '>=', 100], [2024, '>=', 100], [2025, '>=', 100]]], // 应保尽保率 100%
];

describe('the numbers of the source', () => {
  test('are the plan’s, each in its action and year, and the plan has no other', () => {
    const numbers = measured.filter(({ code, targets }) => of.get(code)!.kind === 'numeric' && targets.length > 0);
    expect(numbers.map(({ action, code, targets }) => [action, code, targets.map(({ year, op, value, max }) => (max === undefined ? [year, op, value] : [year, op, value, max]))])).toEqual(inText);
  });

  test('are not completed where the text has none: what it does not ask is only watched, and a year it does not give says so', () => {
    const watched = (code: string) => measured.find((each) => each.code === code)!.targets;
    for (const code of ['A08-5', 'A10-3', 'A14-2', 'A15-6', 'A16-2']) expect([code, watched(code)]).toEqual([code, []]);
    const early = measured.filter(({ code, targets }) => of.get(code)!.kind === 'milestone' && targets.some(({ year }) => year < 2025)).map(({ code }) => [code, of.get(code)!.note.zh]);
    expect(early).toEqual([['A11-1', '原文没有写印发年份，取计划首年。']]);
    expect(measured.filter(({ provenance, targets }) => provenance === 'inferred' && targets.length > 0)).toEqual([]);
  });
});
