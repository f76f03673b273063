import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** 用官方名称的地方: messages and papers that stay, what is compared with a table, the index of the search, files of the API. */
const inChinese = [
  /\/(tell|remind)-[a-z-]+\.ts$/, /\/escalate\.ts$/, /\/base\/(regions|region-changes)\//, /\/figure-files\/known-regions\.ts$/, /\/search\/entries\.ts$/, /\/base\/communities\/read\.ts$/,
  /\/notices\/(freeze-version|move-up)\.ts$/, /\/evaluation\/reassess\.ts$/, /\/applications\/queue-rows\.ts$/,
];

test('whoever shows a region asks for its name in the language of the reader', () => {
  const others = globSync('app/**/*.{ts,tsx}').filter((path) => !path.includes('.test.') && /\bregions\.name\b/.test(readFileSync(path, 'utf8')) && !inChinese.some((one) => one.test(path)));
  expect(others).toEqual([]);
});
