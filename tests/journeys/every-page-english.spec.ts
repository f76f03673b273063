import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { faultsOfEveryPage, passingBy } from './every-page.ts';
import { test as story } from './story.ts';

const test = story.extend('flags', { scope: 'file' }, () => passingBy);

test('AC-01: every page in English answers, has its title and heading, fits a phone and a desk, and is free of barriers; CN-18: with the network off', { timeout: 480_000 }, async ({ db, site, visit }) => {
  expect(await faultsOfEveryPage('en', db, visit)).toEqual([]);
  expect(readFileSync(site.log, 'utf8').match(/network off, yet called: .*/g) ?? []).toEqual([]);
});
