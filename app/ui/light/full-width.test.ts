import { describe, expect, it } from 'vitest';
import standard from '../../../data/standard.json';
import { fullWidth } from './full-width.ts';

describe('full-width punctuation', () => {
  it('turns the marks of Chinese text', () => {
    expect(fullWidth('由街道(乡镇)牵头,明确一名负责人')).toBe('由街道（乡镇）牵头，明确一名负责人');
    expect(fullWidth('短句:图示;字号?')).toBe('短句：图示；字号？');
  });
  it('leaves numbers, times and English alone', () => {
    for (const text of ['1,447', '14:32:08', 'T/ZSX 3 (2020), in force', '比例 1:500'])
      expect(fullWidth(text)).toBe(text);
  });
  it('leaves no half-width comma in any rule of the standard', () => {
    const rules = standard.sections.flatMap((section) =>
      section.norms.flatMap((norm) => norm.rules.map((rule) => fullWidth(rule.zh))),
    );
    expect(rules.filter((text) => /[\u4e00-\u9fff][,;:]|[,;:][\u4e00-\u9fff]/.test(text))).toEqual([]);
  });
});
