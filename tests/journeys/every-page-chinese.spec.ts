import { expect } from 'vitest';
import { faultsOfEveryPage } from './every-page.ts';
import { test } from './story.ts';

test('AC-01: every page in Chinese answers, has its title and heading, fits a phone and a desk, and is free of barriers', { timeout: 480_000 }, async ({ db, visit }) => {
  expect(await faultsOfEveryPage('zh-CN', db, visit)).toEqual([]);
});
