import { describe, expect, test } from 'vitest';
import { serves, standingOn } from './model.ts';
import { piecesOf } from './offers.ts';
import { hasIdentityNumber, isSealedProof, kindsFor, lackOf } from './proof.ts';

describe('what is no proof', () => {
  test.each([
    ['document', '张某个案档案.pdf'], ['document', '工作人员无犯罪记录证明.pdf'], ['photo', '困境儿童花名册 第一页'], ['document', '留守儿童 登记表'],
    ['document', 'Case_file 12.pdf'], ['document', '入职查询结果（2026）'], ['statement', '无犯罪记录查询结果.pdf'], ['document', 'List of left-behind children'],
  ] as const)('a %s called “%s” is itself a sealed file', (kind, name) => {
    expect(isSealedProof(kind, ['标题', name])).toBe(true);
  });

  test.each([
    ['statement', '工作人员无犯罪记录查询情况的盖章说明'], ['document', '个案档案管理制度'], ['photo', '困境儿童关爱活动照片'], ['document', '社区儿童服务活动记录'],
    ['observation', '现场查看：一人一档柜已上锁'], ['document', 'Procedure for record checks'],
  ] as const)('a %s called “%s” only tells of one', (kind, name) => {
    expect(isSealedProof(kind, [name])).toBe(false);
  });

  test('identity numbers are found in whatever way they are written', () => {
    expect(hasIdentityNumber(['家长 34011120150312001X 已签字'])).toBe(true);
    expect(hasIdentityNumber(['３４０１１１２０１５０３１２００１２'])).toBe(true);
    expect(hasIdentityNumber(['统一社会信用代码 11340111MB1A23456X', '合同编号 340111201599990012'])).toBe(false);
  });
});

describe('what proves a rule', () => {
  test('a case file or a record check is never asked for, a statement or a look on site always does', () => {
    expect(kindsFor(['case-file', 'record-check'])).toEqual(['fact', 'statement', 'observation', 'number']);
    expect(kindsFor(['photo'])).toEqual(['fact', 'statement', 'observation', 'photo']);
    expect(kindsFor(['minutes'])).toContain('document');
  });

  test.each([
    ['number', '', null, [], 'evidence-number-missing'], ['fact', ' ', null, [], 'evidence-text-missing'], ['statement', '', null, [], 'evidence-file-missing'],
    ['photo', '', null, [{ mediaType: 'application/pdf' }], 'evidence-photo-missing'], ['photo', '', null, [{ mediaType: 'image/png' }], undefined], ['number', '', 0, [], undefined],
  ] as const)('a %s with “%s”, %s and %j lacks %s', (kind, text, number, files, lack) => {
    expect(lackOf({ kind, text, number, files })).toBe(lack);
  });
});

describe('days and places', () => {
  test.each([
    ['2026-08-31', 'not-yet'], ['2026-09-01', 'valid'], ['2026-10-31', 'valid'], ['2026-11-01', 'soon'], ['2026-12-01', 'soon'], ['2026-12-02', 'expired'],
  ])('on %s a piece for September to 1 December is %s', (day, standing) => {
    expect(standingOn({ validFrom: '2026-09-01', validTo: '2026-12-01', isWithdrawn: false }, day)).toBe(standing);
  });

  test('a street and its committees serve each other, neighbours do not', () => {
    expect([serves('340111400', '340111400007'), serves('340111400007', '340111400'), serves('340111', '340111400')]).toEqual([true, true, true]);
    expect([serves('340111400008', '340111400007'), serves('340111401', '340111400')]).toEqual([false, false]);
  });

  test('what is typed is looked for in pairs of characters and in words', () => {
    expect(piecesOf('儿童议事会 2025 minutes, a')).toEqual(['儿童', '童议', '议事', '事会', '2025', 'minutes']);
    expect(piecesOf('一 a')).toEqual([]);
  });
});
