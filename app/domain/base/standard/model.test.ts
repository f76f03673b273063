import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareEditions } from './compare.ts';
import { editionOf, readEditionFile } from './edition-file.ts';
import { addressOf, filterFrom, passes } from './filter.ts';
import { fullWidth, inLanguage, rulesOf } from './model.ts';

const text = readFileSync('data/standard.json', 'utf8');
const read = readEditionFile(text);
if (read === 'unreadable' || 'problems' in read) throw new Error('data/standard.json');
const edition = editionOf(read.file);

describe('full-width punctuation', () => {
  it.each([
    ['由街道(乡镇)牵头,明确一名负责人', '由街道（乡镇）牵头，明确一名负责人'],
    ['0–3岁:照护支持和家长(含祖辈)指导', '0–3岁：照护支持和家长（含祖辈）指导'],
    ['T/ZSX 3 (2020), draft', 'T/ZSX 3 (2020), draft'],
    ['共 1,200 人', '共 1,200 人'],
    ['', ''],
  ])('%s', (given, shown) => {
    expect(fullWidth(given)).toBe(shown);
  });

  it('is for Chinese only', () => {
    expect(inLanguage({ zh: '甲,乙', en: 'A, B' }, 'en')).toBe('A, B');
    expect(inLanguage({ zh: '甲,乙', en: 'A, B' }, 'zh-CN')).toBe('甲，乙');
  });

  it('leaves no half-width mark beside a Chinese character in any rule', () => {
    const shown = rulesOf(edition).map((rule) => inLanguage(rule, 'zh-CN'));
    expect(shown.filter((line) => /[\u4e00-\u9fff][,:;()]|[,:;()][\u4e00-\u9fff]/.test(line))).toEqual([]);
  });
});

describe('comparing two editions', () => {
  const changed = (change: (rule: (typeof edition.sections)[0]['norms'][0]['rules'][0]) => object) => ({
    sections: edition.sections.map((section, s) => ({
      ...section,
      norms: section.norms.map((norm, n) => ({
        ...norm,
        rules: norm.rules.map((rule, r) => (s + n + r ? rule : { ...rule, ...change(rule) })),
      })),
    })),
  });

  it('finds nothing between an edition and itself', () => {
    expect(compareEditions(edition, edition)).toMatchObject({ added: [], removed: [], changed: [], same: 77 });
  });

  it.each([
    ['words', () => ({ zh: '改了' })],
    ['kind', () => ({ kind: 'may' as const })],
    ['threshold', () => ({ threshold: { op: '>=', value: 3, unit: 'x', from: 'law' as const } })],
    ['evidence', () => ({ evidence: ['photo'] })],
  ])('says that the %s of a rule changed', (aspect, change) => {
    expect(compareEditions(edition, changed(change))).toMatchObject({ changed: [{ aspects: [aspect] }], same: 76 });
  });

  it('says what was added and what was removed', () => {
    const renamed = changed(() => ({ id: 'A1.9' }));
    const { added, removed, same } = compareEditions(edition, renamed);
    expect([added.map((rule) => rule.id), removed.map((rule) => rule.id), same]).toEqual([['A1.9'], ['A1.1'], 76]);
  });
});

describe('the filter of the standard', () => {
  const count = (query: string) => rulesOf(edition).filter((rule) => passes(rule, filterFrom(new URLSearchParams(query)))).length;

  it.each([
    ['', 77], ['section=C', 22], ['kind=must', 41], ['kind=may', 2], ['seen=no', 61], ['threshold=yes', 22],
    ['item=8', 18], ['goal=4', 24], ['evidence=photo', 15], ['text=议事会', 1], ['section=A&kind=must&seen=yes', 1],
    ['kind=nonsense', 77], ['item=77', 77], ['text=zzzz', 0],
  ])('%s leaves %i rules', (query, rules) => {
    expect(count(query)).toBe(rules);
  });

  it('goes to an address and back', () => {
    const filter = { section: 'A', kind: 'must', seen: 'no', item: 8, goal: 2, text: '儿童' } as const;
    expect(filterFrom(new URL(addressOf(filter), 'http://x').searchParams)).toEqual(filter);
    expect(addressOf({})).toBe('/standard');
  });
});

describe('reading an edition from a file', () => {
  const broken = (change: (content: any) => void) => {
    const content = JSON.parse(text);
    change(content);
    const result = readEditionFile(JSON.stringify(content));
    return result !== 'unreadable' && 'problems' in result ? result.problems.map(({ place, issue }) => [place, issue.message]) : result;
  };

  it('says that it is not JSON', () => {
    expect(readEditionFile('{')).toBe('unreadable');
  });

  it('names the place of each mistake by the rule it is in', () => {
    expect(broken((content) => (content.sections[0].norms[0].rules[1].evidence = ['magic']))).toMatchObject([['A1.2 › evidence › [1]', expect.any(String)]]);
    expect(broken((content) => (content.sections[0].norms[0].rules[1].id = 'A1.1'))).toEqual([['A1.1 › id', 'rule-twice']]);
    expect(broken((content) => content.sections[1].norms[0].rules[0].src.push('nowhere'))).toEqual([['B1.1 › src', 'source-unknown']]);
    expect(broken((content) => (content.sections[4].id = 'A'))).toEqual([['', 'section-twice']]);
  });

  it.each(['null', '[]', '1', '"x"', '{}', '{"sections":[null]}', '{"sections":[{"norms":[{"rules":[null]}]}]}'])('never fails on %s', (content) => {
    expect(readEditionFile(content)).toMatchObject({ problems: expect.any(Array) });
  });
});
