import { describe, expect, test } from 'vitest';
import { lexemesOf, questionOf } from './dictionary.ts';
import { lexemesOf as lexemesHere, questionOf as questionHere } from './words.ts';

describe('the dictionary in its own thread', () => {
  test('says what it says here, in whatever order it is asked', async () => {
    const typed = ['儿童友好社区', '莲花', 'binhu 广场', '？！'];
    const entry = { titles: ['滨湖世纪社区'], bodies: ['孩子们每月走一遍上学路'], names: ['滨湖世纪社区'] };
    const [lexemes, ...questions] = await Promise.all([lexemesOf(entry), ...typed.map((one) => questionOf(one))]);
    expect(lexemes).toEqual(await lexemesHere(entry));
    expect(questions).toEqual(await Promise.all(typed.map((one) => questionHere(one))));
    expect(questions.at(-1)).toBeUndefined();
  });

  test('a question it cannot read fails alone', async () => {
    await expect(questionOf(7 as never)).rejects.toThrow('normalize');
    expect((await questionOf('托育服务'))?.needed.length).toBeGreaterThan(0);
  });
});
