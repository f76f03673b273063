import { describe, expect, test } from 'vitest';
import { aPanel } from '#tests/panels.ts';
import { calibrate } from './calibrate.ts';
import { methodStatement } from './method-statement.ts';
import type { CalibrateOptions, Mark } from './model.ts';

const settings: CalibrateOptions = { minimum: { applications: 5, reviewers: 3 }, passMark: 60, places: 6, band: 3 };
const written = (marks: readonly Mark[], locale: 'zh-CN' | 'en') => methodStatement({ results: calibrate(marks, settings), settings, method: '1', hash: 'abcdef0123456789ffff' }, locale);
const marks = aPanel(3, 'levels');

describe('the method statement', () => {
  test('says in Chinese and in English what was reckoned from what, and that published scores stand', () => {
    const [zh, en] = [written(marks, 'zh-CN'), written(marks, 'en')];
    expect(zh).toHaveLength(en.length);
    const reviews = new Set(marks.map(({ application, reviewer }) => `${application} ${reviewer}`)).size;
    expect(zh[0]).toContain(`${reviews} 份已提交的评审`);
    expect(en[0]).toContain(`${reviews} submitted reviews`);
    expect(zh.at(-1)).toContain('abcdef0123456789');
    expect(zh.join('')).toMatch(/标准差.*95% 区间.*及格线 60.*名额线.*克里彭多夫/s);
  });

  test('names no reviewer and no application', () => {
    expect(written(marks, 'en').join(' ')).not.toMatch(/\b[ar]0\d\d\b/);
  });

  test('of raw scores says why they are raw and claims no interval', () => {
    const raw = written(marks.filter(({ reviewer }) => reviewer === 'r000'), 'zh-CN');
    expect(raw.join('')).toContain('只有一位专家评过');
    expect(raw.join('')).not.toContain('每个校准分附有 95% 区间');
  });

  test('of islands says that there is no common ranking', () => {
    const apart = marks.map((mark) => ({ ...mark, application: `x${mark.application}`, reviewer: `x${mark.reviewer}` }));
    expect(written([...marks, ...apart], 'zh-CN').join('')).toContain('2 组');
    expect(written([...marks, ...apart], 'en').join('')).toContain('fall into 2 groups');
  });
});
