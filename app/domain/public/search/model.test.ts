import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningful, plainQuestion, snippetOf } from './model.ts';
import { lexemesOf, questionOf, tsqueryOf, wordsOf } from './words.ts';

const plain = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('');
const marks = (pieces: { text: string; isMark: boolean }[]) => pieces.filter((piece) => piece.isMark).map((piece) => piece.text);

describe('a snippet', () => {
  test('shows the stretch around the words and marks them, whatever their case', () => {
    const text = `${'前文'.repeat(60)}推进普惠托育服务，Child-Friendly 社区${'后文'.repeat(60)}`;
    const pieces = snippetOf(text, ['普惠', 'child']);
    expect(marks(pieces)).toEqual(['普惠', 'Child']);
    expect(plain(pieces).startsWith('…')).toBe(true);
    expect(plain(pieces).endsWith('…')).toBe(true);
    expect([...plain(pieces)].length).toBeLessThanOrEqual(122);
  });

  test('never cuts a letter in two or loses one, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 4 }), (text, words) => {
        const shown = plain(snippetOf(text, words, 1000));
        expect(shown.isWellFormed() || !text.isWellFormed()).toBe(true);
        const whole = text.replaceAll(/\s+/g, ' ');
        expect(whole.includes(shown.replace(/^…/, '').replace(/…$/, '')) || shown === whole).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('a question', () => {
  test('keeps the words that count', async () => {
    expect(plainQuestion('　申报表 能下载吗？')).toBe('申报表 能下载吗');
    expect((await questionOf('申报表能下载吗？'))?.needed).toEqual(['申报表', '下载']);
    expect(meaningful(['怎么', '的'])).toEqual(['怎么', '的']);
    expect(await questionOf('？！…%_')).toBeUndefined();
  });

  test('asks the index nothing but letters and digits, whatever was typed', async () => {
    const isPlain = fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (typed) => {
        const question = await questionOf(typed);
        return /^[\p{L}\p{N}\p{M}'()~^:*|& ]*$/u.test(tsqueryOf(question?.needed ?? [], 'anywhere'));
      }),
      { numRuns: 300, seed: 11 },
    );
    await expect(isPlain).resolves.toBeUndefined();
  });
});

describe('the words of the seeds', () => {
  const texts = [
    ...[...readFileSync('data/standard.json', 'utf8').matchAll(/"zh":\s*"([^"]{8,})"/g)].map((match) => match[1]!),
    ...[...readFileSync('app/i18n/zh-CN/questions.ts', 'utf8').matchAll(/'([^']*[\u4e00-\u9fff]{6,}[^']*)'/g)].map((match) => match[1]!),
    ...globSync('data/question-sets/*.json').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/"zh":"([^"]{8,})"/g)].map((match) => match[1]!)),
  ];
  const asked = [
    '普惠', '托育', '儿童', '友好', '社区', '议事', '参与', '空间', '安全', '志愿', '社工', '家庭', '学校', '保护', '困境', '街道', '申报', '公示', '评审', '经费', '盖章', '试点', '孩子',
    '儿童参与', '儿童主任', '社会组织', '家庭教育', '无障碍', '母婴室', '上下学', '活动场地', '心理健康', '未成年人', '红头文件', '行动计划', '残疾儿童', '留守儿童', '最大利益', '示范点',
  ];

  test('are found as they are found by reading: every word in every text', async () => {
    const index = await Promise.all(texts.map(async (text) => new Set(await lexemesOf({ titles: [], bodies: [text], names: [] }))));
    let there = 0;
    let found = 0;
    const missed: string[] = [];
    for (const word of asked) {
      const question = (await questionOf(word))!;
      for (const [n, text] of texts.entries()) {
        if (!text.includes(word)) continue;
        there += 1;
        if (question.needed.every((each) => index[n]!.has(each))) found += 1;
        else missed.push(`${word}: ${text}`);
      }
    }
    expect(there).toBeGreaterThan(250);
    expect(missed).toEqual([]);
    expect(found).toBe(there);
  });

  test('unknown words are found letter by letter and must stand together', async () => {
    const words = await wordsOf('爨底下村');
    expect(words.every((word) => [...word].length <= 2)).toBe(true);
    expect((await questionOf('垚焱'))?.together).toEqual(['垚焱']);
  });

  test('names are found by sound and by initials, from any syllable on', async () => {
    const lexemes = await lexemesOf({ titles: ['滨湖世纪社区'], bodies: [], names: ['滨湖世纪社区'] });
    expect(lexemes).toEqual(expect.arrayContaining(['~binhushijishequ', '~bhsjsq', '~shijishequ', '~sjsq', '^滨湖', '^滨', '湖世']));
  });
});
