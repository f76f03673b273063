import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawings } from '#app/ui/child/drawings.ts';
import { type Layer, layers } from '#app/platform/ctx.ts';
import { pictures, splitSentences } from './model.ts';
import { polyphonesOf } from './polyphones.ts';
import { rankOf, readingProblems } from './reading-level.ts';
import { readingsOf } from './readings.ts';

const spoken = (text: string, corrections = {}) => readingsOf(text, corrections).map(({ reading }) => reading).filter(Boolean).join(' ');

/** Every sentence of a word file for one layer: for 13–18 what stands under `teen`, else what is neither that nor for grown-ups (`adult`). */
function sentencesOf(words: unknown, isTeen: boolean, path = ''): { path: string; text: string }[] {
  if (typeof words === 'string') return splitSentences(words).map((text) => ({ path, text }));
  if (typeof words === 'function') return sentencesOf((words as (...given: string[]) => unknown)(...['1', '1', '1', '1'].slice(0, words.length)), isTeen, path);
  if (words === null || typeof words !== 'object') return [];
  return Object.entries(words)
    .filter(([name]) => name !== 'adult' && (path !== '' || (name === 'teen') === isTeen))
    .flatMap(([name, value]) => sentencesOf(value, isTeen, path ? `${path}.${name}` : name));
}

const tooHard = (words: unknown, layer: Layer) =>
  sentencesOf(words, layer === 'teen').filter(({ text }) => readingProblems(text, layer).length > 0).map(({ path, text }) => `${path}: ${text}`);

describe('the reading level', () => {
  test('names the breath that is too long, and how long it is', () => {
    expect(readingProblems('请大家在星期六上午九点以前到儿童之家门口排好队。', 'primary')).toEqual([
      { kind: 'long-breath', text: '请大家在星期六上午九点以前到儿童之家门口排好队', length: 23, limit: 15 },
    ]);
    expect(readingProblems('请大家在星期六上午来，到儿童之家门口排好队。', 'primary')).toEqual([]);
  });

  test('offers a simpler word for a word of documents, to children but not to teenagers', () => {
    expect(readingProblems('大家一起参与。', 'primary')).toEqual([{ kind: 'official', word: '参与', instead: '一起做' }]);
    expect(readingProblems('大家一起参与。', 'teen')).toEqual([]);
  });

  test('lets one rare character pass in a sentence, not two', () => {
    expect(readingProblems('橡皮放在哪里？', 'primary')).toEqual([]);
    expect(readingProblems('橡皮和瞭望塔。', 'primary')).toEqual([{ kind: 'rare', characters: ['橡', '瞭'] }]);
  });

  test('holds the youngest to less than the oldest', () => {
    const sentence = '我们请修路的叔叔明天早上来看一看。';
    expect(layers.map((layer) => readingProblems(sentence, layer).length)).toEqual([1, 1, 0]);
  });

  test('counts a figure as one character, and knows everyday characters from rare ones', () => {
    expect(readingProblems('我们把绿灯从18秒改成了30秒。', 'primary')).toEqual([]);
    expect(rankOf('我')).toBeLessThan(100);
    expect(rankOf('瓷')).toBeGreaterThan(1500);
    expect(rankOf('龘')).toBe(Infinity);
  });
});

describe('the readings', () => {
  test('follow the sentence, with the changes of tone that are spoken', () => {
    expect(spoken('我们还有音乐会')).toBe('wǒ men hái yǒu yīn yuè huì');
    expect(spoken('给你一个，不要怕')).toBe('gěi nǐ yí gè bú yào pà');
    expect(spoken('你觉得他跑得快吗？')).toBe('nǐ jué de tā pǎo de kuài ma');
    expect(spoken('种了很多树')).toBe('zhòng le hěn duō shù');
  });

  test('are the writer’s where the writer corrected one', () => {
    expect(spoken('他长高了', { 1: 'zhǎng' })).toBe('tā zhǎng gāo le');
    expect(polyphonesOf({ text: '他长高了', readings: {} }).find(({ character }) => character === '长')?.choices.toSorted()).toEqual(['cháng', 'zhǎng']);
  });
});

/** The page of the rules on children's data is for adults; its part for children is a text of its own with its versions. */
const forAdults = ['child-privacy', 'child-rules'];

describe('what children read', () => {
  test('has only pictures that are drawn', () => {
    expect(pictures.filter((name) => name !== '' && !Object.hasOwn(drawings, name))).toEqual([]);
  });

  test.each(globSync('app/i18n/zh-CN/child-*.ts').map((path) => path.split('/').at(-1)!.slice(0, -3)).filter((file) => !forAdults.includes(file)))('%s: children of seven to twelve can read it, and those of thirteen to eighteen what is theirs', async (file) => {
    const { default: words } = (await import(`../../../i18n/zh-CN/${file}.ts`)) as { default: unknown };
    expect(sentencesOf(words, false).length).toBeGreaterThan(0);
    expect([...tooHard(words, 'primary'), ...tooHard(words, 'teen')]).toEqual([]);
  });
});
