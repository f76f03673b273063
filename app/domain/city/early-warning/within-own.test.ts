import { expect, test } from 'vitest';
import { withoutOwn } from './within-own.ts';

test('a place within one’s own is named from there down, one’s own by its last part, another one in full', () => {
  expect([['安徽省 合肥市 包河区', '安徽省 合肥市'], ['安徽省 合肥市', '安徽省 合肥市'], ['安徽省', '安徽省'], ['安徽省 芜湖市', '安徽省 合肥市'], ['安徽省 合肥市', ''], ['', '']].map(([name, own]) => withoutOwn(name!, own!))).toEqual(['包河区', '合肥市', '安徽省', '安徽省 芜湖市', '安徽省 合肥市', '']);
  expect([['Anhui Province, Hefei City', 'Anhui Province'], ['Anhui Province, Hefei City', 'Anhui Province, Hefei City'], ['Anhui Province', 'Anhui Province']].map(([name, own]) => withoutOwn(name!, own!))).toEqual(['Hefei City', 'Hefei City', 'Anhui Province']);
});
