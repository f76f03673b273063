import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import en from '#app/i18n/en/refusals.ts';
import zh from '#app/i18n/zh-CN/refusals.ts';

const sources = globSync('app/**/*.{ts,tsx}')
  .filter((path) => !path.includes('.test.') && !path.startsWith('app/i18n/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the words', () => {
  test('every refusal has its sentence in both languages', () => {
    const codes = sources.flatMap(({ text }) => [...text.matchAll(/new Refusal\(\s*'([^']+)'/g)].map((match) => match[1]!));
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !(code in zh) || !(code in en))).toEqual([]);
  });

  test('no sentence waits for a refusal that nobody makes', () => {
    const all = sources.map(({ text }) => text).join('\n');
    expect(Object.keys(zh).filter((code) => !all.includes(`'${code}'`))).toEqual([]);
  });

  test('no refusal has two sentences, of which one would win', () => {
    for (const locale of ['zh-CN', 'en']) {
      const keys = globSync(`app/i18n/${locale}/refusals*.ts`).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^ {2}'?([a-z][\w-]*)'?: /gm)].map((match) => match[1]!));
      expect(keys.length).toBeGreaterThan(500);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    }
  });

  test('both languages have the same rooms', () => {
    const rooms = (locale: string) => globSync(`app/i18n/${locale}/*.ts`).map((path) => path.split('/').at(-1)).toSorted();
    expect(rooms('en')).toEqual(rooms('zh-CN'));
  });

  test('the English has no Chinese left in it, but for names', () => {
    const left = globSync('app/i18n/en/*.ts').flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => /[\u4e00-\u9fff]/.test(line.replace(/中文|·[^'’]*|（[^）]*）/g, '')))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(left).toEqual([]);
  });

  test('pages say nothing in Chinese outside the word files', () => {
    const pages = sources.filter(({ path }) => path.startsWith('app/routes/') || path.startsWith('app/ui/'));
    const stray = pages.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => !/^\s*(\/\/|\/\*|\*)/.test(line) && /(?<!=)>[^<{]*[\u4e00-\u9fff]/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(stray).toEqual([]);
  });
});
