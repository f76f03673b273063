import { expect, test } from 'vitest';
import { anywhere } from './anywhere.ts';

test('signs that mean something to the database are looked for as letters', () => {
  expect(anywhere(String.raw`50%_\幼儿`)).toBe(String.raw`%50\%\_\\幼儿%`);
});
