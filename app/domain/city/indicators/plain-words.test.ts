import { describe, expect, test } from 'vitest';
import { readingProblems } from '#app/domain/children/child-versions/reading-level.ts';
import { readingsOf } from '#app/domain/children/child-versions/readings.ts';
import library from '#data/indicators.json' with { type: 'json' };
import operations from '#data/operations.json' with { type: 'json' };
import file from '#data/promises-in-plain-words.json' with { type: 'json' };
import { plainWordsOf } from './plain-words.ts';

const mostWords = 20;

describe('the sentences for children', () => {
  test('there is one for every indicator of every plan, in both languages', () => {
    expect(library.indicators.filter((each) => plainWordsOf(each) === null).map(({ code }) => code)).toEqual([]);
    const known = new Map([...library.indicators, ...operations.indicators].map(({ code, zh }) => [code, zh]));
    expect(file.promises.filter(({ code, of }) => known.get(code) !== of)).toEqual([]);
    expect(new Set(file.promises.map(({ code }) => code)).size).toBe(file.promises.length);
  });

  test('a child of ten reads them: short breaths, common characters, no words of documents, no name of an office', () => {
    expect(file.promises.flatMap(({ code, zh }) => readingProblems(zh, 'primary').map((problem) => ({ code, zh, ...problem })))).toEqual([]);
    expect(file.promises.filter(({ zh, of }) => !zh.endsWith('。') || zh.includes(of) || /率|占比|%/.test(zh))).toEqual([]);
    expect(file.promises.filter(({ en }) => !/^[A-Z].*\.$/.test(en) || en.split(' ').length > mostWords || /\p{Script=Han}|%|rate|coverage|share of/u.test(en))).toEqual([]);
  });

  test('the pinyin above them is that of their sense', () => {
    const read = (phrase: string) => file.promises.filter(({ zh }) => zh.includes(phrase)).map(({ zh }) => readingsOf(zh).slice(zh.indexOf(phrase), zh.indexOf(phrase) + phrase.length).map(({ reading }) => reading).join(' '));
    for (const [phrase, reading] of [['教大人', 'jiāo dà rén'], ['教爸爸', 'jiāo bà ba'], ['付得起', 'fù de qǐ'], ['找得到', 'zhǎo de dào'], ['看得清', 'kàn de qīng'], ['建得', 'jiàn de'], ['过得', 'guò de'], ['长得', 'zhǎng de'], ['长大', 'zhǎng dà'], ['数一数', 'shǔ yì shǔ'], ['拿到', 'ná dào']] as const) expect([phrase, ...new Set(read(phrase))]).toEqual([phrase, reading]);
  });

  test('an indicator that nobody wrote one for, or that has another name now, keeps its own name', () => {
    expect(plainWordsOf({ code: 'A08-1', zh: '普惠托育服务占比' })).toEqual({ zh: '照看宝宝的地方，更多家庭付得起。', en: 'More places for babies and toddlers that families can pay for.' });
    expect(plainWordsOf({ code: 'A08-1', zh: '公办托育服务占比' })).toBeNull();
    expect(plainWordsOf({ code: '3401-1', zh: '普惠托育服务占比' })).toBeNull();
  });
});
